package org.gridbolt.multisig.script;

import java.util.Optional;
import org.bitcoinj.base.Bech32;
import org.bitcoinj.base.Network;
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

    /** bitcoinj's addresses of version 1 know taproot only. */
    @Override
    public Optional<String> address(Network network) {
        return Optional.of(Bech32.encode(Bech32.Encoding.BECH32M, network.segwitAddressHrp(), new Groups()));
    }

    /** The witness version 1 and the program {@code 4e73} in groups of five bits (BIP 350). */
    private static final class Groups extends Bech32.Bech32Bytes {
        private Groups() {
            super(new byte[] {1, 9, 25, 25, 16});
        }
    }
}
