package org.gridbolt.channel.local;

import java.util.Locale;
import org.gridbolt.multisig.Party;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.UnitNumber;

/** Why a day of trade ended before its last unit. */
public sealed interface TradeStop {

    /** The unit at which it ended. */
    UnitNumber unit();

    /** One sentence for a person. */
    String sentence();

    /**
     * The consumer's balance does not cover the unit.
     *
     * @param unit the unit that was not offered
     * @param reason what the consumer's machine says
     */
    record WalletDry(UnitNumber unit, Flaw reason) implements TradeStop {
        @Override
        public String sentence() {
            return unit + " was refused: " + reason.message();
        }
    }

    /**
     * The producer's balance has fallen below its bond, so that the utility issues no tickets.
     *
     * @param unit the first unit that got none
     * @param reason what the utility's machine says
     */
    record BelowBond(UnitNumber unit, Flaw reason) implements TradeStop {
        @Override
        public String sentence() {
            return unit + " got no ticket: " + reason.message();
        }
    }

    /**
     * The plant did not deliver a unit that its owner had accepted.
     *
     * @param unit the unit
     */
    record NotDelivered(UnitNumber unit) implements TradeStop {
        @Override
        public String sentence() {
            return unit + " was not delivered";
        }
    }

    /**
     * A household has gone; what it had accepted or offered before is still delivered.
     *
     * @param unit the unit whose reading it was not there to hear of
     * @param party the household
     */
    record Gone(UnitNumber unit, Party party) implements TradeStop {
        @Override
        public String sentence() {
            return "the " + party.name().toLowerCase(Locale.ROOT) + " is gone since " + unit;
        }
    }
}
