package org.gridbolt.multisig.script;

import static org.gridbolt.multisig.internal.Opcodes.OP_0;

import java.security.MessageDigest;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.ByteWriter;
import org.gridbolt.multisig.internal.Digests;

/** A script behind its hash (P2WSH, BIP 141), made of miniscript. */
public sealed interface WitnessScript extends SpendableScript permits WalletScript, BalanceScript, UnitScript {

    /** The policy. */
    Fragment fragment();

    /** The script whose hash stands in the output. */
    default Bytes witnessScript() {
        return fragment().script();
    }

    @Override
    default Bytes scriptPubKey() {
        MessageDigest sha256 = Digests.sha256();
        byte[] hash = ScriptBytes.of(fragment()).digest(sha256);
        return new ByteWriter(2 + Sha256Hash.LENGTH)
                .put(OP_0)
                .put(Sha256Hash.LENGTH)
                .bytes(hash)
                .toBytes();
    }

    @Override
    default String descriptor() {
        return "wsh(" + fragment().text() + ")";
    }

    @Override
    default Bytes scriptCode() {
        return witnessScript();
    }

    @Override
    default Bytes lastElement() {
        return witnessScript();
    }
}
