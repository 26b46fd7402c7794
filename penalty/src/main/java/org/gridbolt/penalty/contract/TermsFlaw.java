package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.pricing.Flaw;

/** Why a household refuses terms. */
public sealed interface TermsFlaw extends Flaw {

    /**
     * The dispute window leaves no time for a ruling.
     *
     * @param csv the window
     * @param needed the smallest that would
     */
    record WindowTooShort(BlockCount csv, BlockCount needed) implements TermsFlaw {
        @Override
        public String message() {
            return "csv is " + csv.value() + ", and a ruling needs " + needed;
        }
    }

    /**
     * Three dispute windows exceed what a relative lock can hold: consensus would mask the number and open the branch after
     * a few blocks.
     *
     * @param csv the window
     */
    record WindowTooLong(BlockCount csv) implements TermsFlaw {
        @Override
        public String message() {
            return "three times csv " + csv.value() + " exceeds 65535, the largest relative lock";
        }
    }

    /**
     * A number of blocks or units out of its range.
     *
     * @param name which number
     * @param value what the terms say
     * @param least the smallest possible
     * @param most the largest possible
     */
    record NumberOutOfRange(String name, int value, int least, int most) implements TermsFlaw {
        @Override
        public String message() {
            return name + " is " + value + ", not from " + least + " to " + most;
        }
    }

    /**
     * An amount of coins out of its range.
     *
     * @param name which amount
     * @param value what the terms say
     * @param least the smallest possible
     * @param most the largest possible
     */
    record CoinsOutOfRange(String name, Coin value, Coin least, Coin most) implements TermsFlaw {
        @Override
        public String message() {
            return name + " is " + value.value + ", not from " + least.value + " to " + most.value + " coins";
        }
    }

    /**
     * A key that the terms name twice, itself or as its negation.
     *
     * @param key the key
     */
    record RepeatedKey(PublicKey key) implements TermsFlaw {
        @Override
        public String message() {
            return "the key " + key + " stands twice";
        }
    }

    /**
     * A payout script that every wallet and every relay policy would not pay.
     *
     * @param party whose it is
     * @param script the script
     */
    record UnpayableScript(Party party, Bytes script) implements TermsFlaw {
        @Override
        public String message() {
            return "the payout script of " + party + " is no native P2WPKH, P2WSH or P2TR script: " + script;
        }
    }

    /**
     * The terms carry another key id than the household drew.
     *
     * @param side which household
     * @param echoed the key id in the terms
     * @param drawn what was drawn
     */
    record ForeignKeyId(Party side, KeyId echoed, KeyId drawn) implements TermsFlaw {
        @Override
        public String message() {
            return "the key id of " + side + " is " + echoed + ", and " + drawn + " was drawn";
        }
    }

    /**
     * The terms carry a key id under which the household once had another channel.
     *
     * @param side which household
     * @param keyId the key id
     */
    record UsedKeyId(Party side, KeyId keyId) implements TermsFlaw {
        @Override
        public String message() {
            return "the key id " + keyId + " of " + side + " was used before";
        }
    }
}
