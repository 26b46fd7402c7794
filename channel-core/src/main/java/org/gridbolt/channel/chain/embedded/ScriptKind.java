package org.gridbolt.channel.chain.embedded;

import org.gridbolt.multisig.Bytes;

/** The output scripts that nodes relay, as far as a channel or its users' wallets make them. */
enum ScriptKind {
    /** One key behind its hash, before segregated witness. */
    P2PKH(148),
    /** A script behind its hash, before segregated witness. */
    P2SH(148),
    /** One key behind its hash (BIP 141). */
    P2WPKH(67),
    /** A script behind its hash (BIP 141). */
    P2WSH(67),
    /** Taproot (BIP 341). */
    P2TR(67),
    /** Pay-to-anchor: anybody may spend it, without a witness. */
    P2A(67),
    /** A witness program of the future: may be paid, not spent. */
    FUTURE_WITNESS(67),
    /** A note in {@code OP_RETURN}, of 83 bytes at most. */
    NOTE(0),
    /** Anything else: not relayed. */
    OTHER(148);

    private static final int NOTE_SIZE_MAX = 83;
    private static final int OP_RETURN = 0x6a;
    private static final int OP_PUSH_MAX = 0x60;
    private static final int OP_PUSHDATA1 = 0x4c;
    private static final int VALUE_SIZE = 8;

    private final int sizeOfSpending;

    /** The size of an input that spends it, as the rule on dust reckons: in virtual bytes, a witness being cheap. */
    ScriptKind(int sizeOfSpending) {
        this.sizeOfSpending = sizeOfSpending;
    }

    /** The bytes that it takes to make and to spend such an output; none for what nobody can spend. */
    int lifetimeSize(Bytes script) {
        return this == NOTE ? 0 : VALUE_SIZE + 1 + script.size() + sizeOfSpending;
    }

    boolean isSpendable() {
        return this != NOTE && this != FUTURE_WITNESS && this != OTHER;
    }

    /** Whether nobody can ever spend it: it begins with {@code OP_RETURN}. */
    static boolean isUnspendable(Bytes script) {
        return script.size() > 0 && (script.at(0) & 0xff) == OP_RETURN;
    }

    static ScriptKind of(Bytes script) {
        String hex = script.toHex();
        if (hex.equals("51024e73")) {
            return P2A;
        }
        if (isUnspendable(script)) {
            return isNote(script) ? NOTE : OTHER;
        }
        return isWitnessProgram(script) ? witnessKind(script) : legacyKind(script, hex);
    }

    private static ScriptKind legacyKind(Bytes script, String hex) {
        if (script.size() == 25 && hex.startsWith("76a914") && hex.endsWith("88ac")) {
            return P2PKH;
        }
        return script.size() == 23 && hex.startsWith("a914") && hex.endsWith("87") ? P2SH : OTHER;
    }

    private static boolean isWitnessProgram(Bytes script) {
        if (script.size() < 4 || script.size() > 42) {
            return false;
        }
        int version = script.at(0) & 0xff;
        return (version == 0 || (version > 0x50 && version <= OP_PUSH_MAX)) && script.at(1) + 2 == script.size();
    }

    private static ScriptKind witnessKind(Bytes script) {
        int program = script.at(1);
        if (script.at(0) == 0) {
            return program == 20 ? P2WPKH : program == 32 ? P2WSH : OTHER;
        }
        return script.at(0) == 0x51 && program == 32 ? P2TR : FUTURE_WITNESS;
    }

    /** Only pushes after the {@code OP_RETURN}. */
    private static boolean isNote(Bytes script) {
        int at = 1;
        while (at < script.size()) {
            int op = script.at(at) & 0xff;
            if (op > OP_PUSH_MAX) {
                return false;
            }
            at += op < OP_PUSHDATA1 ? op + 1 : op == OP_PUSHDATA1 && at + 1 < script.size() ? script.at(at + 1) + 2 : 1;
        }
        return at == script.size() && script.size() <= NOTE_SIZE_MAX;
    }
}
