package org.gridbolt.penalty.ruling;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.Fragment;

/**
 * The six keys of a wallet's script, read from the script itself, for who was not told the households' keys.
 *
 * @param keys A1, B1, A2, U2, B3, U3
 */
record WalletKeys(List<PublicKey> keys) {

    /** Where each key starts in {@code or_i(multi(2,A1,B1),or_i(multi(2,A2,U2),multi(2,B3,U3)))}. */
    private static final int[] OFFSETS = {3, 37, 76, 110, 148, 182};

    private static final int SCRIPT_SIZE = 219;

    WalletKeys {
        keys = List.copyOf(keys);
    }

    /** The keys of {@code script}; nothing when it is not exactly a wallet's. */
    static Optional<WalletKeys> readFrom(Bytes script) {
        if (script.size() != SCRIPT_SIZE) {
            return Optional.empty();
        }
        List<PublicKey> keys = new ArrayList<>();
        for (int offset : OFFSETS) {
            PublicKey.parse(script.slice(offset, offset + PublicKey.SIZE)).ifPresent(keys::add);
        }
        return Optional.of(keys)
                .filter(found -> found.size() == OFFSETS.length)
                .map(WalletKeys::new)
                .filter(found -> found.fragment().script().equals(script));
    }

    private Fragment fragment() {
        return new Fragment.OrI(pair(0), new Fragment.OrI(pair(2), pair(4)));
    }

    private Fragment pair(int first) {
        return new Fragment.Multi(2, keys.subList(first, first + 2));
    }

    /** U2. */
    PublicKey utilityWithConsumer() {
        return keys.get(3);
    }

    /** U3. */
    PublicKey utilityWithProducer() {
        return keys.get(5);
    }
}
