package org.gridbolt.multisig.script;

import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;

import java.util.List;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.PublicKey;

/**
 * The wallet: any two of the three.
 *
 * @param template its form
 * @param keys the keys of the channel
 */
public record WalletScript(WalletTemplate template, ChannelKeyRing keys) implements WitnessScript {

    @Override
    public Fragment fragment() {
        return template == WalletTemplate.PLAIN ? anyTwo() : pairs();
    }

    private Fragment anyTwo() {
        return new Fragment.AnyTwo(List.of(key(CONSUMER, PRODUCER), key(PRODUCER, CONSUMER), key(UTILITY, CONSUMER)));
    }

    private Fragment pairs() {
        return new Fragment.OrI(
                pair(CONSUMER, PRODUCER), new Fragment.OrI(pair(CONSUMER, UTILITY), pair(PRODUCER, UTILITY)));
    }

    private Fragment pair(Party first, Party second) {
        return new Fragment.Multi(2, List.of(key(first, second), key(second, first)));
    }

    /** The key with which {@code signer} spends together with {@code other}. */
    public PublicKey key(Party signer, Party other) {
        return template.keyOf(keys.of(signer), other);
    }

    @Override
    public List<SpendPath> paths() {
        return SpendPaths.of(
                fragment(), Branch.CONSUMER_AND_PRODUCER, Branch.CONSUMER_AND_UTILITY, Branch.PRODUCER_AND_UTILITY);
    }

    /** The branch that {@code first} and {@code second}, in any order, share. */
    public static Branch branchOf(Party first, Party second) {
        if (first == second) {
            throw new IllegalArgumentException("no pair: " + first);
        }
        if (first != UTILITY && second != UTILITY) {
            return Branch.CONSUMER_AND_PRODUCER;
        }
        return first == CONSUMER || second == CONSUMER ? Branch.CONSUMER_AND_UTILITY : Branch.PRODUCER_AND_UTILITY;
    }
}
