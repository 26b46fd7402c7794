package org.gridbolt.channel.chain;

import java.util.Map;

/** Why a mempool refuses, as far as one can act on it. */
public enum RejectCause {
    /** An input does not exist, is spent in a block, or waits for a parent that was not sent along. */
    INPUTS_MISSING_OR_SPENT,
    /** A lock time, a relative lock or a coinbase's maturity is not reached: try again later. */
    NOT_YET_FINAL,
    /** It pays too little to be relayed: pay more. */
    FEE_TOO_LOW,
    /** It spends what another transaction in the mempool spends and pays too little to replace it: pay more. */
    CONFLICT,
    /** A witness does not satisfy its script. */
    SCRIPT,
    /** Nodes do not relay its like, though a block might have it. */
    POLICY,
    /** No block can ever have it. */
    INVALID;

    private static final Map<String, RejectCause> BY_WORDS = Map.ofEntries(
            Map.entry("bad-txns-inputs-missingorspent", INPUTS_MISSING_OR_SPENT),
            Map.entry("missing-inputs", INPUTS_MISSING_OR_SPENT),
            Map.entry("missing-or-spent-inputs", INPUTS_MISSING_OR_SPENT),
            Map.entry("non-final", NOT_YET_FINAL),
            Map.entry("non-BIP68-final", NOT_YET_FINAL),
            Map.entry("bad-txns-premature-spend-of-coinbase", NOT_YET_FINAL),
            Map.entry("min relay fee not met", FEE_TOO_LOW),
            Map.entry("mempool min fee not met", FEE_TOO_LOW),
            Map.entry("insufficient fee", CONFLICT),
            Map.entry("package RBF failed", CONFLICT),
            Map.entry("txn-mempool-conflict", CONFLICT),
            Map.entry("replacement-adds-unconfirmed", CONFLICT),
            Map.entry("too many potential replacements", CONFLICT),
            Map.entry("mandatory-script-verify-flag-failed", SCRIPT),
            Map.entry("non-mandatory-script-verify-flag", SCRIPT),
            Map.entry("mempool-script-verify-flag-failed", SCRIPT),
            Map.entry("block-script-verify-flag-failed", SCRIPT),
            Map.entry("bad-txns-spends-conflicting-tx", INVALID),
            Map.entry("bad-txns-nonstandard-inputs", POLICY),
            Map.entry("bad-txns-input-", POLICY),
            Map.entry("bad-witness-", POLICY),
            Map.entry("bad-txns-too-many-sigops", POLICY));

    /** The cause behind the words of bitcoind, which may go on with details. */
    public static RejectCause of(String reason) {
        return BY_WORDS.entrySet().stream()
                .filter(words -> reason.startsWith(words.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(reason.startsWith("bad-") ? INVALID : POLICY);
    }
}
