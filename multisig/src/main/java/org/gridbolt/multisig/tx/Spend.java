package org.gridbolt.multisig.tx;

import java.util.Comparator;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.SpendPath;
import org.gridbolt.multisig.script.SpendableScript;

/**
 * An output and the way in which it is to be spent.
 *
 * @param outpoint where it is
 * @param value its coins
 * @param script its script
 * @param branch the way, one of the script's
 */
public record Spend(Outpoint outpoint, Coin value, SpendableScript script, Branch branch) {

    /** What an input without a relative lock says: its transaction may be replaced (BIP 125). */
    static final long REPLACEABLE = 0xffff_fffdL;

    /** The way, with what it asks. */
    public SpendPath path() {
        return script.path(branch);
    }

    /** The input that spends it, not yet signed: with the age that the way asks for (BIP 68). */
    TxInput input() {
        int age = path().age().value();
        return TxInput.unsigned(outpoint, age == 0 ? REPLACEABLE : age);
    }

    /** The lock time that the spends ask for: the highest of their heights. */
    static long lockTime(List<Spend> spends) {
        return spends.stream()
                .flatMap(spend -> spend.path().height().stream())
                .max(Comparator.naturalOrder())
                .map(height -> (long) height.value())
                .orElse(0L);
    }

    static Coin total(List<Spend> spends) {
        return spends.stream().map(Spend::value).reduce(Coin.ZERO, Coin::add);
    }

    List<Bytes> largestWitness() {
        return script.largestWitness(branch);
    }
}
