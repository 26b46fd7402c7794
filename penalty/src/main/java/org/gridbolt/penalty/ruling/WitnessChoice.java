package org.gridbolt.penalty.ruling;

import org.gridbolt.multisig.Bytes;

/**
 * Reads the choices of a mined witness as the interpreter does: any element that is not zero is true. Nodes relay only the
 * shortest forms, but a miner may put others in their place without touching a signature.
 */
final class WitnessChoice {

    private static final byte NEGATIVE_ZERO = (byte) 0x80;

    private WitnessChoice() {}

    static boolean isTrue(Bytes element) {
        for (int i = 0; i < element.size(); i++) {
            boolean isSign = i == element.size() - 1 && element.at(i) == NEGATIVE_ZERO;
            if (element.at(i) != 0 && !isSign) {
                return true;
            }
        }
        return false;
    }
}
