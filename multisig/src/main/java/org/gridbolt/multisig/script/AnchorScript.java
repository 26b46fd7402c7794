package org.gridbolt.multisig.script;

import org.gridbolt.multisig.Bytes;

/** The output of a transaction without fee that anybody can spend, to pay for it: pay-to-anchor, {@code OP_1 <4e73>}. */
public record AnchorScript() implements OutputScript {

    /** The only one. */
    public static final AnchorScript ANCHOR = new AnchorScript();

    private static final Bytes SCRIPT = Bytes.ofHex("51024e73");

    @Override
    public Bytes scriptPubKey() {
        return SCRIPT;
    }

    @Override
    public String descriptor() {
        return "raw(" + SCRIPT + ")";
    }
}
