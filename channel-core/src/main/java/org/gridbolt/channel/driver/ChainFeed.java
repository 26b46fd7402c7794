package org.gridbolt.channel.driver;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.chain.ChainEvent.BlockConnected;
import org.gridbolt.channel.chain.ChainEvent.Confirmed;
import org.gridbolt.channel.chain.ChainEvent.Spent;
import org.gridbolt.channel.chain.ChainEvent.Unconfirmed;
import org.gridbolt.channel.chain.ChainEvent.Unspent;
import org.gridbolt.channel.event.ChainNews;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;

/** What one view of the chain tells, as a channel hears it: the blocks become ticks. */
public final class ChainFeed {

    private final Chain view;
    private final BlockHeight start;
    private final Set<Outpoint> watched = new HashSet<>();

    /** News of {@code view} from where it stands. */
    public ChainFeed(Chain view) {
        this(view, view.tip().height());
    }

    /** News of {@code view} from where it stands; of a watched output, what happened from {@code since}. */
    public ChainFeed(Chain view, BlockHeight since) {
        this.view = view;
        this.start = since;
    }

    /** The newest block that was told. */
    public BlockHeight tip() {
        return view.tip().height();
    }

    /** Tells from now on of {@code outpoint}, and next of what happened to it before. */
    public void watch(Outpoint outpoint) {
        if (watched.add(outpoint)) {
            view.watch(outpoint, start);
        }
    }

    /** What happened since the last time, at {@code now}. */
    public List<ChainNews> poll(Instant now) {
        return view.poll().stream().flatMap(event -> news(event, now).stream()).toList();
    }

    /** An undone block is no news of its own: what it takes back was told before, and the block in its place follows. */
    private static Optional<ChainNews> news(ChainEvent event, Instant now) {
        if (event instanceof Confirmed confirmed) {
            return Optional.of(new ChainNews.Confirmed(
                    confirmed.outpoint(), confirmed.block().height()));
        }
        if (event instanceof Unconfirmed unconfirmed) {
            return Optional.of(new ChainNews.Unconfirmed(unconfirmed.outpoint()));
        }
        if (event instanceof Spent spent) {
            return Optional.of(new ChainNews.Spent(
                    spent.outpoint(), spent.spender(), spent.block().height()));
        }
        if (event instanceof Unspent unspent) {
            return Optional.of(new ChainNews.Unspent(unspent.outpoint()));
        }
        return event instanceof BlockConnected connected
                ? Optional.of(new ChainNews.Tick(connected.block().height(), now))
                : Optional.empty();
    }
}
