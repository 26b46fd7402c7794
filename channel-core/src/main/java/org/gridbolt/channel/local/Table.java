package org.gridbolt.channel.local;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.multisig.Party;

/** The three around one table: each takes its events in turn until nobody has anything left to do. */
final class Table {

    /** More steps than any exchange between two blocks takes: beyond it the machines talk in circles. */
    private static final int STEPS_MAX = 1_000_000;

    private final Post post;
    private final Broadcasts broadcasts;
    private final List<Seat> seats = new ArrayList<>();
    private long nanos;

    Table(Post post, Broadcasts broadcasts) {
        this.post = post;
        this.broadcasts = broadcasts;
    }

    private record Seat(World world, Consumer<ChannelEvent> machine) {}

    /** Gives a place to the one who meets {@code world}, and whose machine takes its events. */
    void seat(World world, Consumer<ChannelEvent> machine) {
        seats.add(new Seat(world, machine));
        post.connect(world.party(), world::happen);
    }

    /** Takes the place of {@code party} away: from now on it neither hears, nor says, nor does anything. */
    void leave(Party party) {
        seats.removeIf(seat -> seat.world().party() == party);
        post.leave(party);
    }

    /** Whether {@code party} has a place. */
    boolean seats(Party party) {
        return seats.stream().anyMatch(seat -> seat.world().party() == party);
    }

    /** Lets all look at the chain, and then work until they are done. */
    void lookAtChain(Instant now) {
        broadcasts.onBlocks();
        seats.forEach(seat -> seat.world().lookAtChain(now));
        work();
    }

    /** Lets all work until they are done. */
    void work() {
        for (int step = 0; isBusy(); step++) {
            if (step > STEPS_MAX) {
                throw new IllegalStateException("the three do not come to an end");
            }
            post.deliverNext();
            seats.forEach(this::takeTurn);
        }
    }

    private boolean isBusy() {
        return post.isBusy() || seats.stream().anyMatch(seat -> seat.world().isBusy());
    }

    private void takeTurn(Seat seat) {
        long start = System.nanoTime();
        seat.world().nextEvent().ifPresent(seat.machine());
        nanos += System.nanoTime() - start;
        seat.world().publishAll(broadcasts);
    }

    /** What the protocol cost so far. */
    Effort effort() {
        return new Effort(post.rounds(), Duration.ofNanos(nanos));
    }
}
