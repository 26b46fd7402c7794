package org.gridbolt.multisig.internal;

/** The opcodes that this module's scripts use, by the names of Bitcoin Core's {@code script.h}. */
public final class Opcodes {

    public static final int OP_0 = 0x00;
    public static final int OP_1 = 0x51;
    public static final int OP_IF = 0x63;
    public static final int OP_ELSE = 0x67;
    public static final int OP_ENDIF = 0x68;
    public static final int OP_VERIFY = 0x69;
    public static final int OP_RETURN = 0x6a;
    public static final int OP_DUP = 0x76;
    public static final int OP_SIZE = 0x82;
    public static final int OP_EQUAL = 0x87;
    public static final int OP_EQUALVERIFY = 0x88;
    public static final int OP_SHA256 = 0xa8;
    public static final int OP_HASH160 = 0xa9;
    public static final int OP_CHECKSIG = 0xac;
    public static final int OP_CHECKSIGVERIFY = 0xad;
    public static final int OP_CHECKMULTISIG = 0xae;
    public static final int OP_CHECKMULTISIGVERIFY = 0xaf;
    public static final int OP_CHECKLOCKTIMEVERIFY = 0xb1;
    public static final int OP_CHECKSEQUENCEVERIFY = 0xb2;

    private Opcodes() {}
}
