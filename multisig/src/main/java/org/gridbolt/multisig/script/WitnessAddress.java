package org.gridbolt.multisig.script;

import static org.gridbolt.multisig.internal.Opcodes.OP_0;
import static org.gridbolt.multisig.internal.Opcodes.OP_1;

import java.util.Optional;
import org.bitcoinj.base.Network;
import org.bitcoinj.base.SegwitAddress;
import org.gridbolt.multisig.Bytes;

/** Reads a native witness program (BIP 141) and writes it as an address (BIP 173, BIP 350). */
final class WitnessAddress {

    private static final int PROGRAM_MIN = 2;
    private static final int PROGRAM_MAX = 40;

    private WitnessAddress() {}

    static Optional<String> of(Bytes scriptPubKey, Network network) {
        int size = scriptPubKey.size() - 2;
        if (size < PROGRAM_MIN || size > PROGRAM_MAX || scriptPubKey.at(1) != size) {
            return Optional.empty();
        }
        return switch (scriptPubKey.at(0)) {
            case OP_0 -> Optional.of(address(network, 0, scriptPubKey));
            case OP_1 -> Optional.of(address(network, 1, scriptPubKey));
            default -> Optional.empty();
        };
    }

    private static String address(Network network, int version, Bytes scriptPubKey) {
        byte[] program = scriptPubKey.slice(2, scriptPubKey.size()).toArray();
        return SegwitAddress.fromProgram(network, version, program).toBech32();
    }
}
