package org.gridbolt.channel.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.driver.Sponsor;
import org.gridbolt.channel.driver.UtilityDriver;
import org.gridbolt.channel.driver.UtilityStore;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.signer.UtilitySigner;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.channel.utility.OpenState;
import org.gridbolt.channel.utility.OpeningPlan;
import org.gridbolt.channel.utility.OrderFlaw;
import org.gridbolt.channel.utility.PreimageKey;
import org.gridbolt.channel.utility.PriceBoard;
import org.gridbolt.channel.utility.Registration;
import org.gridbolt.channel.utility.Settling;
import org.gridbolt.channel.utility.Sponsorship;
import org.gridbolt.channel.utility.UnitFile;
import org.gridbolt.channel.utility.UtilityChannel;
import org.gridbolt.channel.utility.UtilityOrder;
import org.gridbolt.channel.utility.UtilityProfile;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.Depths;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.fund.Forfeit;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.UnitNumber;

/** The utility in this process: its driver for one channel, its prices, and what it issued and ruled. */
final class LocalUtility {

    private final UtilityProfile profile;
    private final UtilityDriver driver;
    private final Map<UnitNumber, Ticket> tickets = new HashMap<>();
    private PriceBoard board = PriceBoard.empty(ChainId.REGTEST);
    private final Map<UnitNumber, Ticket> delivered = new HashMap<>();
    private Optional<RulingFile> ruling = Optional.empty();
    private Optional<Forfeit> taken = Optional.empty();

    LocalUtility(
            LocalKeys keys,
            LocalSetup setup,
            Sponsorship sponsorship,
            SlotSchedule schedule,
            Optional<FundingContribution> brought,
            LocalStores stores,
            World world) {
        Bytes seed = keys.secret(Party.UTILITY, "seed");
        UtilitySigner signer = new UtilitySigner(
                keys.key(Party.UTILITY, "node").publicKey(), setup.fees().most(), seed, stores.marks(Party.UTILITY));
        this.profile = new UtilityProfile(
                signer,
                PreimageKey.derive(seed),
                keys.key(Party.UTILITY, "node"),
                keys.payoutScript(Party.UTILITY),
                ChainId.REGTEST,
                setup.fees().least(),
                sponsorship);
        OpeningPlan plan = new OpeningPlan(
                keys.nonce(),
                registration(keys, Party.CONSUMER),
                registration(keys, Party.PRODUCER),
                schedule,
                new Conditions(Windows.DEFAULT, Depths.DEFAULT, Optional.empty(), setup.clauses()),
                brought);
        UtilityStore store = store(stores, profile, plan);
        this.driver = UtilityDriver.start(
                UtilityState.of(profile, plan),
                next -> {
                    store.save(next);
                    remember(next);
                },
                signer,
                world);
    }

    private static UtilityStore store(LocalStores stores, UtilityProfile profile, OpeningPlan plan) {
        try {
            return stores.utility(profile, plan);
        } catch (IOException noPlace) {
            throw new UncheckedIOException(noPlace);
        }
    }

    private static Registration registration(LocalKeys keys, Party party) {
        return new Registration(
                keys.key(party, "node").publicKey(), keys.key(party, "meter").publicKey());
    }

    private void remember(UtilityState state) {
        if (state instanceof Settling settling) {
            ruling = settling.before().ruled().or(() -> ruling);
            taken = settling.taken();
            rememberDelivered(settling.channel());
        }
        if (state instanceof OpenState open) {
            rememberDelivered(open.channel());
            ruling = open.ruled().or(() -> ruling);
            open.channel()
                    .issued()
                    .newestBook()
                    .ifPresent(book -> book.tickets().forEach(ticket -> tickets.put(ticket.unit(), ticket)));
        }
    }

    private void rememberDelivered(UtilityChannel channel) {
        channel.files().list().stream()
                .filter(UnitFile::revealed)
                .forEach(file -> delivered.put(file.number(), file.ticket()));
    }

    void handle(ChannelEvent event) {
        driver.handle(event);
        requireDurable();
    }

    private void requireDurable() {
        driver.failure().ifPresent(notDurable -> {
            throw new UncheckedIOException(notDurable);
        });
    }

    /** One more block: pays for a household's version that is stuck, if {@code sponsor} says so. */
    void sponsor(Sponsor sponsor) {
        sponsor.onTip(driver);
    }

    /** Announces the slot's price and issues its tickets; why it issues none, when the producer's balance is below its bond. */
    Optional<Flaw> issue(SlotTrade slot, BlockHeight tip) {
        board = board.announce(slot.slot(), slot.demand(), slot.price(), tip, profile.nodeKey());
        Optional<Flaw> unpriced =
                order(new UtilityOrder.PassPrice(board.newest().orElseThrow()));
        if (unpriced.isPresent()) {
            return unpriced;
        }
        return order(new UtilityOrder.IssueTickets(slot.units()));
    }

    private Optional<Flaw> order(UtilityOrder order) {
        Optional<OrderFlaw> refusal = driver.follow(order);
        requireDurable();
        if (refusal.filter(flaw -> !(flaw instanceof OrderFlaw.BelowBond)).isPresent()) {
            throw new IllegalStateException(refusal.get().message());
        }
        return refusal.map(flaw -> flaw);
    }

    /** The ticket of {@code unit}, once it is issued. */
    Optional<Ticket> ticket(UnitNumber unit) {
        return Optional.ofNullable(tickets.get(unit));
    }

    /** What it ruled, if it had to. */
    Optional<RulingFile> ruling() {
        return ruling;
    }

    /** What its ruling takes from the producer by what is in the chain; to be counted once what carries it out is mined. */
    Optional<Forfeit> taken() {
        return taken;
    }

    /** The coins of the units of {@code slot} whose delivery it has confirmed by their preimages. */
    Coin turnover(Slot slot) {
        return delivered.values().stream()
                .filter(ticket -> ticket.slot().equals(slot))
                .map(Ticket::amount)
                .reduce(Coin.ZERO, Coin::add);
    }
}
