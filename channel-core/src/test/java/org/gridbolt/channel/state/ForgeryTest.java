package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.FailReason;
import org.gridbolt.channel.message.PeerMessage;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.message.Shutdown;
import org.gridbolt.channel.message.UnitFail;
import org.gridbolt.channel.message.UnitFulfil;
import org.gridbolt.channel.message.UnitOffer;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.Post.Letter;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketDraft;
import org.gridbolt.pricing.UnitNumber;

/**
 * A peer with all its keys that says whatever it likes: true messages, again, out of order, changed, or forged with real
 * signatures on other states. Whatever the sequence, the victim never signs two live states and never accepts a wrong amount.
 */
class ForgeryTest {

    private static final int UNITS = 5;

    /** A day in which everything that one household says to the other passes through a forger's hands. */
    private static final class Attack {

        private final Neighbourhood street = Neighbourhood.withTickets(UNITS, 250);
        private final HouseholdRig victim;
        private final HouseholdRig forger;
        private final List<ChannelMessage> heard = new ArrayList<>();
        private final Map<CommitmentNumber, Signature> signatures = new HashMap<>();
        private int offered;
        private int revealed;

        Attack(Party victim) {
            this.victim = street.household(victim);
            this.forger = street.household(victim.peer());
            street.post().holdBack(letter -> letter.from() == victim.peer() && letter.to() == victim);
        }

        void step(int choice, int variety) {
            switch (choice) {
                case 0 -> offer();
                case 1 -> reveal();
                case 2 -> street.consumer().handle(new Command.Fold());
                case 3 -> inject(again(variety));
                case 4 -> inject(changed(variety));
                case 5 -> inject(Optional.of(forgedState(variety)));
                case 6 -> street.producer().handle(new Command.Fold());
                default -> passOn();
            }
            while (street.post().deliverOne().filter(this::isLoud).isPresent()) {
                check();
            }
            check();
        }

        private boolean isLoud(Letter letter) {
            return letter.message() != null;
        }

        private void offer() {
            if (offered < UNITS) {
                offered++;
                street.consumer().handle(new Command.Offer(new UnitNumber(offered)));
            }
        }

        private void reveal() {
            if (revealed < street.utility().acceptances().size()) {
                revealed++;
                street.utility().deliver(new UnitNumber(revealed));
            }
        }

        private void passOn() {
            street.post().takeHeld().ifPresent(letter -> {
                heard.add(letter.message());
                inject(Optional.of(letter.message()));
            });
        }

        private Optional<ChannelMessage> again(int variety) {
            return heard.isEmpty() ? Optional.empty() : Optional.of(heard.get(variety % heard.size()));
        }

        private Optional<ChannelMessage> changed(int variety) {
            return again(variety).map(message -> change((PeerMessage) message, variety));
        }

        private ChannelMessage change(PeerMessage message, int variety) {
            if (message instanceof CommitmentSigned signed) {
                return new CommitmentSigned(
                        variety % 2 == 0 ? signed.number().next() : signed.number(),
                        signed.included() + variety % 3,
                        signed.signature());
            }
            if (message instanceof RevokeAndAck revoke) {
                return new RevokeAndAck(
                        variety % 2 == 0 ? revoke.revoked().next() : revoke.revoked(),
                        variety % 3 == 0 ? Examples.bytes32("no secret") : revoke.secret(),
                        variety % 5 == 0
                                ? Examples.key("another point").publicKey().bytes()
                                : revoke.nextPoint(),
                        revoke.receipt());
            }
            if (message instanceof UnitFulfil fulfil) {
                return new UnitFulfil(new UnitNumber(1 + variety % UNITS), fulfil.preimage());
            }
            if (message instanceof UnitOffer offer) {
                return new UnitOffer(cheaper(offer.ticket(), variety));
            }
            return variety % 2 == 0
                    ? new UnitFail(new UnitNumber(1 + variety % UNITS), FailReason.LATE)
                    : new Shutdown(victim.profile().role());
        }

        private static Ticket cheaper(Ticket ticket, int variety) {
            TicketDraft draft = ticket.draft();
            return new Ticket(
                    new TicketDraft(
                            new UnitNumber(draft.unit().value() + variety % 3),
                            draft.slot(),
                            draft.energy(),
                            draft.price(),
                            Coin.valueOf(330 + variety),
                            draft.deadlines()),
                    ticket.hash());
        }

        /** A real signature by the forger's wallet key, on a version of the victim that gives the forger more. */
        private ChannelMessage forgedState(int variety) {
            if (!(forger.state() instanceof Running running)) {
                return new Shutdown(Party.CONSUMER);
            }
            Channel channel = running.channel();
            Commitments commitments = channel.commitments();
            PeerVersion newest = commitments.newestOfPeer();
            PeerVersion forged = new PeerVersion(
                    newest.number().next(), commitments.log().known(), skewed(newest.ledger(), variety));
            Signature signature = channel.context()
                    .peerVersion(forged, commitments.peerPoints().next())
                    .sign(forger.secrets().walletKeyWith(victim.profile().role()));
            int included = commitments.log().known().of(victim.profile().role());
            return new CommitmentSigned(forged.number(), included, signature);
        }

        private Ledger skewed(Ledger ledger, int variety) {
            Coin taken = Coin.valueOf(1 + variety % 1000);
            Party from = victim.profile().role();
            Allocation balances = ledger.balances()
                    .with(from, ledger.balances().of(from).subtract(taken))
                    .with(from.peer(), ledger.balances().of(from.peer()).add(taken));
            return new Ledger(ledger.wallet(), balances, ledger.units());
        }

        private void inject(Optional<ChannelMessage> message) {
            message.ifPresent(
                    said -> victim.handle(new MessageReceived(forger.profile().role(), said)));
        }

        private void check() {
            collectSignatures();
            if (victim.state() instanceof Running running) {
                checkOwnVersion(running.channel());
                checkAmounts(running.channel());
            }
        }

        /** At most one state after the newest that is not revoked, and never two signatures for one number. */
        private void collectSignatures() {
            for (CommitmentSigned sent :
                    street.post().sent(CommitmentSigned.class, victim.profile().role())) {
                Signature first = signatures.putIfAbsent(sent.number(), sent.signature());
                assertThat(first).isIn(null, sent.signature());
                long revoked = victim.channel().commitments().revoked().next().value();
                assertThat(sent.number().value()).isLessThanOrEqualTo(revoked + 1);
            }
        }

        private static void checkOwnVersion(Channel channel) {
            OwnVersion own = channel.commitments().own();
            assertThat(channel.ownVersion()
                            .verify(own.signature(), channel.context().peer()))
                    .isTrue();
        }

        private void checkAmounts(Channel channel) {
            Ledger own = channel.commitments().own().ledger();
            for (Ticket ticket : own.tickets()) {
                boolean issued = ticket.equals(street.utility().ticket(ticket.unit()));
                assertThat(issued || channel.commitments().log().removes(ticket.unit()))
                        .isTrue();
            }
            Coin pending = own.units().total();
            Coin paid = own.balances().producer().subtract(Neighbourhood.PRODUCER_SHARE);
            assertThat(own.balances().consumer())
                    .isEqualTo(Neighbourhood.CONSUMER_SHARE.subtract(pending).subtract(paid));
            assertThat(paid).isLessThanOrEqualTo(Coin.valueOf(2500L * revealed));
        }
    }

    @Property(tries = 60)
    void no_messages_make_the_consumer_sign_two_live_states_or_pay_a_wrong_amount(
            @ForAll @Size(min = 10, max = 80) List<@IntRange(max = 20) Integer> script,
            @ForAll @IntRange(max = 1000) int variety) {
        run(new Attack(Party.CONSUMER), script, variety);
    }

    @Property(tries = 60)
    void no_messages_make_the_producer_sign_two_live_states_or_take_a_wrong_amount(
            @ForAll @Size(min = 10, max = 80) List<@IntRange(max = 20) Integer> script,
            @ForAll @IntRange(max = 1000) int variety) {
        run(new Attack(Party.PRODUCER), script, variety);
    }

    private static void run(Attack attack, List<Integer> script, int variety) {
        int step = variety;
        for (int choice : script) {
            attack.step(choice, step);
            step += 7;
        }
    }
}
