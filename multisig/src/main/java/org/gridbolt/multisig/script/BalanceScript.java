package org.gridbolt.multisig.script;

import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;

import java.util.List;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PublicKey;

/**
 * A household's balance where it cannot be had at once: the consumer's on its own version, the producer's on either. The
 * others are plain {@link KeyHashScript}s.
 *
 * @param holder whose balance it is
 * @param owner whose version of the state it stands on
 * @param point the owner's point for that state
 * @param keys the keys of the channel
 * @param csv the dispute window, at least one block
 */
public record BalanceScript(Party holder, Party owner, PublicKey point, ChannelKeyRing keys, BlockCount csv)
        implements WitnessScript {

    public BalanceScript {
        boolean consumersOwn = holder == CONSUMER && owner == CONSUMER;
        if (!consumersOwn && (holder != PRODUCER || owner == Party.UTILITY)) {
            throw new IllegalArgumentException(
                    "the balance of " + holder + " on the version of " + owner + " stands behind a key hash");
        }
    }

    @Override
    public Fragment fragment() {
        if (holder == CONSUMER) {
            return new Fragment.OrI(justice(), new Fragment.AndV(holderKey(), older()));
        }
        return owner == CONSUMER
                ? new Fragment.OrI(
                        arbitration(),
                        new Fragment.AndV(holderKey(), new Fragment.OrI(new Fragment.Pk(point), older())))
                : new Fragment.OrI(justice(), new Fragment.OrI(arbitration(), new Fragment.AndV(holderKey(), older())));
    }

    private Fragment justice() {
        return new Fragment.AndV(
                new Fragment.Pk(point),
                new Fragment.Multi(
                        1,
                        List.of(keys.of(owner.peer()).justice(), keys.utility().justice())));
    }

    private Fragment arbitration() {
        return new Fragment.Multi(
                2, List.of(keys.consumer().arbitration(), keys.utility().arbitration()));
    }

    private Fragment holderKey() {
        return new Fragment.Pk(keys.of(holder).balance());
    }

    private Fragment older() {
        return new Fragment.Older(csv);
    }

    @Override
    public List<SpendPath> paths() {
        if (holder == CONSUMER) {
            return SpendPaths.of(fragment(), Branch.JUSTICE, Branch.OWNER);
        }
        return owner == CONSUMER
                ? SpendPaths.of(fragment(), Branch.ARBITRATION, Branch.JUSTICE, Branch.OWNER)
                : SpendPaths.of(fragment(), Branch.JUSTICE, Branch.ARBITRATION, Branch.OWNER);
    }
}
