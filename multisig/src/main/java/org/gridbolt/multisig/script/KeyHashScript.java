package org.gridbolt.multisig.script;

import static org.gridbolt.multisig.internal.Opcodes.OP_0;
import static org.gridbolt.multisig.internal.Opcodes.OP_CHECKSIG;
import static org.gridbolt.multisig.internal.Opcodes.OP_DUP;
import static org.gridbolt.multisig.internal.Opcodes.OP_EQUALVERIFY;
import static org.gridbolt.multisig.internal.Opcodes.OP_HASH160;

import java.util.List;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.ByteWriter;
import org.gridbolt.multisig.internal.Digests;
import org.gridbolt.multisig.key.PublicKey;

/**
 * One key behind its hash (P2WPKH): balances that can be had at once, and the coins of households.
 *
 * @param key the key that signs
 */
public record KeyHashScript(PublicKey key) implements SpendableScript {

    private static final int SCRIPT_CODE_SIZE = 25;

    @Override
    public Bytes scriptPubKey() {
        return scriptPubKeyOf(Digests.hash160(key.bytes()));
    }

    private static Bytes scriptPubKeyOf(Bytes hash) {
        return new ByteWriter(2 + hash.size()).put(OP_0).sized(hash).toBytes();
    }

    @Override
    public String descriptor() {
        return "wpkh(" + key.bytes() + ")";
    }

    @Override
    public Bytes scriptCode() {
        return new ByteWriter(SCRIPT_CODE_SIZE)
                .put(OP_DUP)
                .put(OP_HASH160)
                .sized(Digests.hash160(key.bytes()))
                .put(OP_EQUALVERIFY)
                .put(OP_CHECKSIG)
                .toBytes();
    }

    @Override
    public Bytes lastElement() {
        return key.bytes();
    }

    @Override
    public List<SpendPath> paths() {
        return List.of(new SpendPath(Branch.OWNER, List.of(new Need.SignatureOf(key))));
    }
}
