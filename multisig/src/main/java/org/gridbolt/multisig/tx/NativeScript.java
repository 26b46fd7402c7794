package org.gridbolt.multisig.tx;

import static org.gridbolt.multisig.internal.Opcodes.OP_0;
import static org.gridbolt.multisig.internal.Opcodes.OP_1;

import org.gridbolt.multisig.Bytes;

/** Tells the native output scripts apart by their bytes (BIP 141, BIP 341). */
final class NativeScript {

    private static final int SHORT_PROGRAM = 20;
    private static final int LONG_PROGRAM = 32;

    private NativeScript() {}

    static boolean isKeyHash(Bytes script) {
        return isProgram(script, OP_0, SHORT_PROGRAM);
    }

    static boolean isScriptHash(Bytes script) {
        return isProgram(script, OP_0, LONG_PROGRAM);
    }

    static boolean isTaproot(Bytes script) {
        return isProgram(script, OP_1, LONG_PROGRAM);
    }

    static boolean isPayable(Bytes script) {
        return isKeyHash(script) || isScriptHash(script) || isTaproot(script);
    }

    private static boolean isProgram(Bytes script, int version, int size) {
        return script.size() == size + 2 && script.at(0) == version && script.at(1) == size;
    }
}
