package org.gridbolt.multisig.script;

import java.util.Comparator;
import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;

/**
 * A piece of miniscript (BIP 379): only the pieces that the scripts of a channel are made of. A tree of them is the one
 * source of a script's descriptor, its bytes and its witnesses, so that these cannot disagree.
 */
public sealed interface Fragment
        permits Fragment.Pk,
                Fragment.Multi,
                Fragment.AnyTwo,
                Fragment.Older,
                Fragment.After,
                Fragment.Sha256,
                Fragment.OrI,
                Fragment.AndV {

    /** Calls the method of {@code handler} for this kind. */
    <R> R dispatch(Handler<R> handler);

    /** As a descriptor writes it, without {@code wsh(...)}. */
    default String text() {
        return dispatch(DescriptorText.INSTANCE);
    }

    /** The script. */
    default Bytes script() {
        return ScriptBytes.of(this).toBytes();
    }

    /** {@code pk(K)}: a signature by {@code key}. */
    record Pk(PublicKey key) implements Fragment {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.pk(this);
        }
    }

    /** {@code multi(k,K1,...)}: signatures by {@code threshold} of {@code keys}, in their order; at most 16 keys. */
    record Multi(int threshold, List<PublicKey> keys) implements Fragment {

        private static final int KEYS_MAX = 16;

        public Multi {
            keys = List.copyOf(keys);
            if (threshold < 1 || threshold > keys.size() || keys.size() > KEYS_MAX) {
                throw new IllegalArgumentException(threshold + " of " + keys.size() + " keys");
            }
        }

        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.multi(this);
        }
    }

    /**
     * {@code sortedmulti(2,K1,...)}: signatures by any two of {@code keys}, which stand in the script in the order of their bytes
     * (BIP 67). Descriptors know it, miniscript does not, so it is a script of its own and no part of another.
     */
    record AnyTwo(List<PublicKey> keys) implements Fragment {

        private static final int KEYS_MAX = 16;

        public AnyTwo {
            keys = List.copyOf(keys);
            if (keys.size() < 2 || keys.size() > KEYS_MAX) {
                throw new IllegalArgumentException("any two of " + keys.size() + " keys");
            }
        }

        /** In the order of the script. */
        public List<PublicKey> sorted() {
            return keys.stream().sorted(Comparator.comparing(PublicKey::bytes)).toList();
        }

        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.anyTwo(this);
        }
    }

    /** {@code older(n)}: the output is {@code age} old; 1 to 65535 blocks, since BIP 68 masks the higher bits off. */
    record Older(BlockCount age) implements Fragment {

        private static final int AGE_MAX = 65535;

        public Older {
            if (age.value() < 1 || age.value() > AGE_MAX) {
                throw new IllegalArgumentException("BIP 68 has no relative lock of " + age);
            }
        }

        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.older(this);
        }
    }

    /** {@code after(n)}: the chain has reached {@code height}, at least 1. */
    record After(BlockHeight height) implements Fragment {

        public After {
            if (height.value() < 1) {
                throw new IllegalArgumentException("miniscript has no lock until " + height);
            }
        }

        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.after(this);
        }
    }

    /** {@code sha256(h)}: the 32 bytes whose hash {@code hash} is. */
    record Sha256(Sha256Hash hash) implements Fragment {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.sha256(this);
        }
    }

    /** {@code or_i(X,Z)}: one of the two, the spender says which. */
    record OrI(Fragment first, Fragment second) implements Fragment {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.orI(this);
        }
    }

    /** {@code and_v(v:X,Y)}: both; {@code verified} stands in the {@code v:} wrapper. */
    record AndV(Fragment verified, Fragment then) implements Fragment {
        @Override
        public <R> R dispatch(Handler<R> handler) {
            return handler.andV(this);
        }
    }

    /** One method for each kind. */
    interface Handler<R> {

        /** For a {@link Pk}. */
        R pk(Pk fragment);

        /** For a {@link Multi}. */
        R multi(Multi fragment);

        /** For an {@link AnyTwo}. */
        R anyTwo(AnyTwo fragment);

        /** For an {@link Older}. */
        R older(Older fragment);

        /** For an {@link After}. */
        R after(After fragment);

        /** For a {@link Sha256}. */
        R sha256(Sha256 fragment);

        /** For an {@link OrI}. */
        R orI(OrI fragment);

        /** For an {@link AndV}. */
        R andV(AndV fragment);
    }
}
