package org.gridbolt.multisig.script;

import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PublicKey;

/**
 * A pending unit: the coins of energy that is promised and not yet settled. Its branches open one after the other,
 * relative to the confirmation of the commitment: justice, then B, then U, then A.
 *
 * @param owner whose version of the state it stands on
 * @param point the owner's point for that state
 * @param keys the keys of the channel
 * @param csv the dispute window, 1 to 21845 blocks
 * @param hash of the preimage that the utility reveals on delivery
 * @param claimableFrom from when on U and then A may take it
 */
public record UnitScript(
        Party owner, PublicKey point, ChannelKeyRing keys, BlockCount csv, Sha256Hash hash, BlockHeight claimableFrom)
        implements WitnessScript {

    private static final byte NEGATIVE_ZERO = (byte) 0x80;

    public UnitScript {
        if (owner == Party.UTILITY) {
            throw new IllegalArgumentException("the utility has no version of the state");
        }
    }

    @Override
    public Fragment fragment() {
        return new Fragment.OrI(justice(), new Fragment.OrI(delivered(), new Fragment.OrI(replaced(), refunded())));
    }

    private Fragment justice() {
        return new Fragment.AndV(
                new Fragment.Pk(point),
                new Fragment.Multi(
                        1,
                        List.of(keys.of(owner.peer()).justice(), keys.utility().justice())));
    }

    /** On its own version B waits too, so that justice comes before it. */
    private Fragment delivered() {
        Fragment preimage = new Fragment.Sha256(hash);
        return new Fragment.AndV(
                new Fragment.Pk(keys.producer().unit()),
                owner == Party.CONSUMER ? preimage : new Fragment.AndV(preimage, older(1)));
    }

    private Fragment replaced() {
        return late(keys.utility().unit(), owner == Party.CONSUMER ? 1 : 2);
    }

    private Fragment refunded() {
        return late(keys.consumer().unit(), owner == Party.CONSUMER ? 2 : 3);
    }

    private Fragment late(PublicKey key, int windows) {
        return new Fragment.AndV(
                new Fragment.Pk(key), new Fragment.AndV(new Fragment.After(claimableFrom), older(windows)));
    }

    private Fragment older(int windows) {
        return new Fragment.Older(csv.times(windows));
    }

    /**
     * The branch that a mined {@code witness} of such a script took, read as the interpreter reads it, from the top of the stack: a
     * block may hold what no node relays.
     */
    public static Branch branchTaken(List<Bytes> witness) {
        List<Branch> inOrder = List.of(Branch.JUSTICE, Branch.DELIVERED, Branch.REPLACED);
        int choice = witness.size() - 2;
        for (Branch branch : inOrder) {
            if (choice >= 0 && isTrue(witness.get(choice))) {
                return branch;
            }
            choice--;
        }
        return Branch.REFUNDED;
    }

    /** Any element that is not zero, of either sign. */
    private static boolean isTrue(Bytes element) {
        int last = element.size() - 1;
        for (int i = 0; i <= last; i++) {
            if (element.at(i) != 0 && (i < last || element.at(i) != NEGATIVE_ZERO)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public List<SpendPath> paths() {
        return SpendPaths.of(fragment(), Branch.JUSTICE, Branch.DELIVERED, Branch.REPLACED, Branch.REFUNDED);
    }
}
