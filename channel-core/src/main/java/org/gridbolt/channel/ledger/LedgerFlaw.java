package org.gridbolt.channel.ledger;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.UnitNumber;

/** Why a change cannot be applied to a ledger. */
public sealed interface LedgerFlaw extends Flaw {

    /**
     * A balance would fall below its reserve.
     *
     * @param party whose balance
     * @param balance what it would be; negative when there is not even that much
     * @param reserve what must stay
     */
    record BelowReserve(Party party, Coin balance, Coin reserve) implements LedgerFlaw {
        @Override
        public String message() {
            return "the balance of " + party + " would be " + balance.value + " coins, where " + reserve.value
                    + " must stay: the wallet has run dry";
        }
    }

    /**
     * The utility's balance would grow above max_u.
     *
     * @param balance what it would be
     * @param most the bound
     */
    record TooMuchForUtility(Coin balance, Coin most) implements LedgerFlaw {
        @Override
        public String message() {
            return "the utility would have " + balance.value + " coins, where at most " + most.value + " are agreed";
        }
    }

    /**
     * Too many units would be pending.
     *
     * @param count how many
     * @param most the bound
     */
    record TooManyUnits(int count, int most) implements LedgerFlaw {
        @Override
        public String message() {
            return count + " units would be pending, where at most " + most + " are agreed";
        }
    }

    /**
     * Too many coins would be pending.
     *
     * @param coins how many
     * @param most the bound
     */
    record TooMuchPending(Coin coins, Coin most) implements LedgerFlaw {
        @Override
        public String message() {
            return coins.value + " coins would be pending, where at most " + most.value + " are agreed";
        }
    }

    /**
     * A unit is worth less than an output may hold.
     *
     * @param unit which
     * @param coins its coins
     * @param dustLimit the least
     */
    record Dust(UnitNumber unit, Coin coins, Coin dustLimit) implements LedgerFlaw {
        @Override
        public String message() {
            return unit + " is worth " + coins.value + " coins, where no output holds less than " + dustLimit.value;
        }
    }

    /**
     * A unit is added while it is pending, or after one with a higher number.
     *
     * @param unit which
     */
    record NotRising(UnitNumber unit) implements LedgerFlaw {
        @Override
        public String message() {
            return unit + " is added, but unit numbers rise strictly";
        }
    }

    /**
     * A unit is added whose preimage would pay for another one, too.
     *
     * @param unit which
     */
    record RepeatedHash(UnitNumber unit) implements LedgerFlaw {
        @Override
        public String message() {
            return unit + " has the hash of another pending unit";
        }
    }

    /**
     * A unit is removed that is not pending.
     *
     * @param unit which
     */
    record NotPending(UnitNumber unit) implements LedgerFlaw {
        @Override
        public String message() {
            return unit + " is removed, but it is not pending";
        }
    }
}
