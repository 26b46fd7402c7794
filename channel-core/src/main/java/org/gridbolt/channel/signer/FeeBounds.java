package org.gridbolt.channel.signer;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;

/**
 * How much of a household's coins a signer lets go to the miners: a thief with a miner would take them that way. The bound is
 * the rate that the signer's owner is ready to pay at most, on a size that no witness of such a transaction exceeds.
 */
final class FeeBounds {

    /** The longest witness of a channel's scripts is shorter, in virtual bytes. */
    private static final int WITNESS = 250;

    private FeeBounds() {}

    static Optional<SigningRefusal> flawOf(FeeRate rate, List<Spend> taken, Transaction unsigned) {
        Coin total = taken.stream().map(Spend::value).reduce(Coin.ZERO, Coin::add);
        return flawOf(rate, unsigned, total.subtract(unsigned.outputTotal()));
    }

    static Optional<SigningRefusal> flawOf(FeeRate rate, Transaction unsigned, Coin fee) {
        int size = unsigned.vsize() + WITNESS * unsigned.inputs().size();
        Coin most = rate.feeFor(size);
        return fee.isGreaterThan(most) ? Optional.of(new SigningRefusal.TooMuchFee(fee, most)) : Optional.empty();
    }
}
