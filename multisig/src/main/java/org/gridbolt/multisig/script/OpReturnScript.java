package org.gridbolt.multisig.script;

import static org.gridbolt.multisig.internal.Opcodes.OP_RETURN;

import java.util.Optional;
import org.bitcoinj.base.Network;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.ByteWriter;

/**
 * The note by which a transaction names the ruling that justifies it: a tag of four bytes and the ruling's hash.
 *
 * @param ruling the hash
 */
public record OpReturnScript(Sha256Hash ruling) implements OutputScript {

    /** ASCII {@code GBR1}: a ruling, first version. */
    private static final Bytes TAG = Bytes.ofHex("47425231");

    private static final int SIZE = 2 + 4 + Sha256Hash.LENGTH;

    @Override
    public Bytes scriptPubKey() {
        return prefix().concat(Bytes.of(ruling.getBytes()));
    }

    private static Bytes prefix() {
        return new ByteWriter(SIZE)
                .put(OP_RETURN)
                .put(TAG.size() + Sha256Hash.LENGTH)
                .bytes(TAG)
                .toBytes();
    }

    /** The note that {@code scriptPubKey} is, if it is one. */
    public static Optional<OpReturnScript> parse(Bytes scriptPubKey) {
        Bytes prefix = prefix();
        boolean matches = scriptPubKey.size() == SIZE
                && scriptPubKey.slice(0, prefix.size()).equals(prefix);
        return matches
                ? Optional.of(new OpReturnScript(
                        Sha256Hash.wrap(scriptPubKey.slice(prefix.size(), SIZE).toArray())))
                : Optional.empty();
    }

    @Override
    public Optional<String> address(Network network) {
        return Optional.empty();
    }

    @Override
    public String descriptor() {
        return "raw(" + scriptPubKey() + ")";
    }
}
