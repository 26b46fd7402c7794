package org.gridbolt.channel.local;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.message.TicketsIssued;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.channel.utility.Judged;
import org.gridbolt.channel.utility.OpeningPlan;
import org.gridbolt.channel.utility.PriceBoard;
import org.gridbolt.channel.utility.Registration;
import org.gridbolt.channel.utility.UtilityOrder;
import org.gridbolt.channel.utility.UtilityProfile;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.channel.utility.UtilityTransition;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.UnitNumber;

/** The utility in this process: its machine for one channel, and its prices. */
final class LocalUtility {

    private final World world;
    private final UtilityProfile profile;
    private UtilityState state;
    private PriceBoard board = PriceBoard.empty(ChainId.REGTEST);
    private final Map<UnitNumber, Ticket> tickets = new HashMap<>();
    private Optional<RulingFile> ruling = Optional.empty();

    LocalUtility(LocalSetup setup, SlotSchedule schedule, World world) {
        this.world = world;
        this.profile = new UtilityProfile(
                setup.secret(Party.UTILITY, "seed"),
                setup.key(Party.UTILITY, "node"),
                setup.payoutScript(Party.UTILITY),
                ChainId.REGTEST,
                Broadcasts.RATE);
        OpeningPlan plan = new OpeningPlan(
                setup.secret(Party.UTILITY, "nonce"),
                registration(setup, Party.CONSUMER),
                registration(setup, Party.PRODUCER),
                schedule,
                Conditions.DEFAULT);
        this.state = UtilityState.of(profile, plan);
    }

    private static Registration registration(LocalSetup setup, Party party) {
        return new Registration(
                setup.key(party, "node").publicKey(), setup.key(party, "meter").publicKey());
    }

    void handle(ChannelEvent event) {
        take(state.step(event));
    }

    private void take(UtilityTransition transition) {
        state = transition.next();
        if (state instanceof Judged judged) {
            ruling = Optional.of(judged.ruling());
        }
        transition.actions().forEach(action -> action.perform(world));
        transition.actions().forEach(this::remember);
    }

    private void remember(ChannelAction action) {
        if (action instanceof ChannelAction.Send send && send.message() instanceof TicketsIssued issued) {
            issued.book().content().tickets().forEach(ticket -> tickets.put(ticket.unit(), ticket));
        }
    }

    /** Announces the slot's price and issues its tickets. */
    void issue(SlotTrade slot, BlockHeight tip) {
        board = board.announce(slot.slot(), slot.demand(), slot.price(), tip, profile.nodeKey());
        order(new UtilityOrder.PassPrice(board.newest().orElseThrow()));
        order(new UtilityOrder.IssueTickets(slot.units()));
    }

    private void order(UtilityOrder order) {
        take(state.follow(order).fold(transition -> transition, flaw -> {
            throw new IllegalStateException(flaw.message());
        }));
    }

    /** The ticket of {@code unit}, once it is issued. */
    Optional<Ticket> ticket(UnitNumber unit) {
        return Optional.ofNullable(tickets.get(unit));
    }

    /** What it ruled, if it had to. */
    Optional<RulingFile> ruling() {
        return ruling;
    }
}
