package org.gridbolt.channel.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.chain.ChainEvent;
import org.gridbolt.channel.local.Settlement;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.Transaction;

/** Where the coins of a wallet went, by what stands in blocks; nobody else is asked. */
final class MinedCoins {

    private MinedCoins() {}

    /** What the three end with, {@code spenders} being what blocks have spent an output with. */
    static Settlement settlement(FundedWallet wallet, Function<Outpoint, Optional<Transaction>> spenders) {
        List<Transaction> mined = new ArrayList<>();
        Deque<Outpoint> open = new ArrayDeque<>(List.of(wallet.outpoint()));
        while (!open.isEmpty()) {
            Outpoint outpoint = open.remove();
            spenders.apply(outpoint).filter(spender -> !mined.contains(spender)).ifPresent(spender -> {
                mined.add(spender);
                IntStream.range(0, spender.outputs().size())
                        .mapToObj(spender::outpoint)
                        .forEach(open::add);
            });
        }
        return Settlement.of(wallet, mined);
    }

    /** What a block has spent {@code outpoint} with: looked up afresh by {@code view} from {@code start} on. */
    static Optional<Transaction> spenderOf(Outpoint outpoint, Chain view, BlockHeight start) {
        view.watch(outpoint, start);
        return view.poll().stream()
                .filter(ChainEvent.Spent.class::isInstance)
                .map(ChainEvent.Spent.class::cast)
                .filter(spent -> spent.outpoint().equals(outpoint))
                .map(ChainEvent.Spent::spender)
                .findFirst();
    }
}
