package org.gridbolt.channel.signer;

import java.util.Optional;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.tx.CloseTx;

/** What a cooperative close must be: the wallet divided as the newest state on the record, at a fee within bounds. */
final class CloseRules {

    private CloseRules() {}

    static Optional<SigningRefusal> flawOf(HouseholdMark mark, SigningOrder.Close order, HouseholdSigner.Owner owner) {
        CloseTx close = order.close();
        if (!isNewestSplit(mark, order)) {
            return Optional.of(new SigningRefusal.NotTheNewestSplit());
        }
        return close.closer() == owner.role()
                ? FeeBounds.flawOf(owner.feeRate(), close.unsigned(), close.fee())
                : Optional.empty();
    }

    /** With no unit pending on either side, and the same for both. */
    private static boolean isNewestSplit(HouseholdMark mark, SigningOrder.Close order) {
        VersionMark newest = mark.signed();
        CloseTx close = order.close();
        boolean quiet = newest.pending().isZero()
                && mark.own().pending().isZero()
                && newest.balances().equals(mark.own().balances());
        long lockTime = close.unsigned().lockTime();
        return quiet
                && lockTime <= Integer.MAX_VALUE
                && CloseTx.build(
                                order.deed().wallet(),
                                newest.balances(),
                                close.closer(),
                                close.fee(),
                                new BlockHeight((int) lockTime))
                        .filter(close::equals)
                        .isPresent();
    }
}
