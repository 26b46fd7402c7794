package org.gridbolt.multisig.script;

import static org.gridbolt.multisig.internal.Opcodes.OP_1;
import static org.gridbolt.multisig.internal.Opcodes.OP_CHECKLOCKTIMEVERIFY;
import static org.gridbolt.multisig.internal.Opcodes.OP_CHECKMULTISIG;
import static org.gridbolt.multisig.internal.Opcodes.OP_CHECKMULTISIGVERIFY;
import static org.gridbolt.multisig.internal.Opcodes.OP_CHECKSEQUENCEVERIFY;
import static org.gridbolt.multisig.internal.Opcodes.OP_CHECKSIG;
import static org.gridbolt.multisig.internal.Opcodes.OP_CHECKSIGVERIFY;
import static org.gridbolt.multisig.internal.Opcodes.OP_ELSE;
import static org.gridbolt.multisig.internal.Opcodes.OP_ENDIF;
import static org.gridbolt.multisig.internal.Opcodes.OP_EQUAL;
import static org.gridbolt.multisig.internal.Opcodes.OP_EQUALVERIFY;
import static org.gridbolt.multisig.internal.Opcodes.OP_IF;
import static org.gridbolt.multisig.internal.Opcodes.OP_SHA256;
import static org.gridbolt.multisig.internal.Opcodes.OP_SIZE;
import static org.gridbolt.multisig.internal.Opcodes.OP_VERIFY;

import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.ByteWriter;
import org.gridbolt.multisig.key.PublicKey;

/** Writes a fragment as script, by BIP 379's table of translations. */
final class ScriptBytes implements Fragment.Handler<ByteWriter> {

    private static final int SMALL_NUMBER_MAX = 16;
    private static final int TYPICAL_SIZE = 320;

    private final ByteWriter out = new ByteWriter(TYPICAL_SIZE);

    private ScriptBytes() {}

    static ByteWriter of(Fragment fragment) {
        return fragment.dispatch(new ScriptBytes());
    }

    @Override
    public ByteWriter pk(Fragment.Pk fragment) {
        return out.sized(fragment.key().bytes()).put(OP_CHECKSIG);
    }

    @Override
    public ByteWriter multi(Fragment.Multi fragment) {
        return multi(fragment.threshold(), fragment.keys());
    }

    @Override
    public ByteWriter anyTwo(Fragment.AnyTwo fragment) {
        return multi(2, fragment.sorted());
    }

    private ByteWriter multi(int threshold, List<PublicKey> keys) {
        out.put(small(threshold));
        keys.forEach(key -> out.sized(key.bytes()));
        return out.put(small(keys.size())).put(OP_CHECKMULTISIG);
    }

    @Override
    public ByteWriter older(Fragment.Older fragment) {
        number(fragment.age().value());
        return out.put(OP_CHECKSEQUENCEVERIFY);
    }

    @Override
    public ByteWriter after(Fragment.After fragment) {
        number(fragment.height().value());
        return out.put(OP_CHECKLOCKTIMEVERIFY);
    }

    @Override
    public ByteWriter sha256(Fragment.Sha256 fragment) {
        out.put(OP_SIZE);
        number(Sha256Hash.LENGTH);
        out.put(OP_EQUALVERIFY).put(OP_SHA256);
        return out.sized(Bytes.of(fragment.hash().getBytes())).put(OP_EQUAL);
    }

    @Override
    public ByteWriter orI(Fragment.OrI fragment) {
        out.put(OP_IF);
        fragment.first().dispatch(this).put(OP_ELSE);
        return fragment.second().dispatch(this).put(OP_ENDIF);
    }

    @Override
    public ByteWriter andV(Fragment.AndV fragment) {
        verify(fragment.verified().dispatch(this));
        return fragment.then().dispatch(this);
    }

    /** The {@code v:} wrapper: the last opcode in its VERIFY form where there is one, else a VERIFY after it. */
    private static void verify(ByteWriter written) {
        switch (written.last()) {
            case OP_CHECKSIG -> written.replaceLast(OP_CHECKSIGVERIFY);
            case OP_CHECKMULTISIG -> written.replaceLast(OP_CHECKMULTISIGVERIFY);
            case OP_EQUAL -> written.replaceLast(OP_EQUALVERIFY);
            default -> written.put(OP_VERIFY);
        }
    }

    private static int small(int number) {
        return OP_1 + number - 1;
    }

    /** Pushes a positive number in its shortest form: little-endian, the highest bit of the last byte is the sign. */
    private void number(int number) {
        if (number <= SMALL_NUMBER_MAX) {
            out.put(small(number));
            return;
        }
        int size = Integer.SIZE / Byte.SIZE - Integer.numberOfLeadingZeros((number << 1) | number) / Byte.SIZE;
        out.put(size);
        for (int i = 0; i < size; i++) {
            out.put(number >>> (Byte.SIZE * i));
        }
    }
}
