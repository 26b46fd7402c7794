package org.gridbolt.channel.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.Puzzle;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * A child as large as its maker likes: it spends a version's anchor, pays what it is told, and fills itself with outputs.
 *
 * @param puzzle who owns its coin and its outputs
 * @param coin the coin
 * @param value what that is worth
 */
record FatChild(Puzzle puzzle, Outpoint coin, Coin value) {

    private static final long REPLACEABLE = 0xffff_fffdL;
    private static final Coin OUTPUT = Coin.valueOf(330);

    static FatChild funded(RegtestMiner miner, Coin value) {
        Puzzle puzzle = Puzzle.next();
        return new FatChild(puzzle, miner.fund(puzzle.scriptPubKey(), value).outpoint(), value);
    }

    /** The child of {@code parent} that pays {@code fee} and is made of so many outputs, 43 virtual bytes each. */
    Transaction of(Transaction parent, Coin fee, int outputs) {
        Bytes anchor = AnchorScript.ANCHOR.scriptPubKey();
        int at = IntStream.range(0, parent.outputs().size())
                .filter(i -> parent.outputs().get(i).script().equals(anchor))
                .findFirst()
                .orElseThrow();
        Coin left = value.add(parent.outputs().get(at).value()).subtract(fee);
        List<TxOutput> paid = new ArrayList<>();
        for (int i = 1; i < outputs; i++) {
            paid.add(new TxOutput(OUTPUT, puzzle.scriptPubKey()));
            left = left.subtract(OUTPUT);
        }
        paid.add(new TxOutput(left, puzzle.scriptPubKey()));
        List<TxInput> inputs = List.of(TxInput.unsigned(parent.outpoint(at), REPLACEABLE), puzzle.input(coin));
        return new Transaction(Transaction.TRUC, inputs, paid, 0);
    }
}
