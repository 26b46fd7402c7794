package org.gridbolt.channel.local;

import java.util.ArrayList;
import java.util.List;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;

/** The blocks of a regtest chain, mined as somebody in this process asks for them; everybody looks at each. */
final class Blocks {

    private final RegtestMiner miner;
    private final Miners miners;
    private final Chain view;
    private final BlockHeight slotZero;
    private final List<Runnable> watchers = new ArrayList<>();

    /**
     * Blocks from now on.
     *
     * @param miner who has the power over the chain
     * @param miners whom the blocks pay
     * @param view a view of its own
     * @param slotZero the height at which slot 0 begins
     */
    Blocks(RegtestMiner miner, Miners miners, Chain view, BlockHeight slotZero) {
        this.miner = miner;
        this.miners = miners;
        this.view = view;
        this.slotZero = slotZero;
    }

    /** Lets {@code watcher} look at the chain after every block. */
    void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    /** The newest block that everybody has seen. */
    BlockHeight tip() {
        return view.tip().height();
    }

    /** Mines one block, and lets all do what follows from it. */
    void mine() {
        miner.mineTo(miners.at(tip().value() + 1 - slotZero.value()));
        look();
    }

    /** Undoes the newest blocks; others without any transaction take their place, and all do what follows. */
    void reorganise(BlockCount depth) {
        miner.reorg(depth, List.of());
        look();
    }

    private void look() {
        var ignored = view.poll();
        watchers.forEach(Runnable::run);
    }
}
