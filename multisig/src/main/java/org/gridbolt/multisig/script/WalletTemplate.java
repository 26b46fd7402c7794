package org.gridbolt.multisig.script;

/** The form of the wallet's script, which the signed terms name. */
public enum WalletTemplate {
    /** Any two of three, with a key for each pair: the witness proves which pair spent, and nobody else can complete it. */
    ROLE_KEYS
}
