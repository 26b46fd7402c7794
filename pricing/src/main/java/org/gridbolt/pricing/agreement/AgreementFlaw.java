package org.gridbolt.pricing.agreement;

import java.time.LocalDate;
import org.apache.commons.numbers.fraction.BigFraction;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Flaw;

/** What is wrong with an agreement, or with what was asked of it. */
public sealed interface AgreementFlaw extends Flaw {

    /**
     * A share is below nothing.
     *
     * @param role whose
     * @param share the share
     */
    record NegativeShare(Role role, BigFraction share) implements AgreementFlaw {
        @Override
        public String message() {
            return "share of %s: %s is negative; give 0 or more".formatted(role, share);
        }
    }

    /**
     * The shares are more or less than everything.
     *
     * @param sum what they add up to
     */
    record SharesMissTheWhole(BigFraction sum) implements AgreementFlaw {
        @Override
        public String message() {
            return "shares: they add up to %s; give shares that add up to 1".formatted(sum);
        }
    }

    /**
     * A role has a share, but nobody has the role.
     *
     * @param role the role
     */
    record NobodyForShare(Role role) implements AgreementFlaw {
        @Override
        public String message() {
            return "share of %s: nobody has that role; name the party or leave the share out".formatted(role);
        }
    }

    /**
     * The plant ends up with a party that this type of agreement does not give it to.
     *
     * @param type the type
     * @param expected who gets it
     * @param found who should
     */
    record WrongOwner(String type, Role expected, Role found) implements AgreementFlaw {
        @Override
        public String message() {
            return "owner afterwards: %s leaves the plant with the %s, not the %s; say so or choose another type"
                    .formatted(type, expected, found);
        }
    }

    /**
     * A price or an instalment is not above nothing.
     *
     * @param price the price
     * @param instalment the instalment
     */
    record NothingToPay(Coin price, Coin instalment) implements AgreementFlaw {
        @Override
        public String message() {
            return "lease: a price of %d coins in instalments of %d never ends; give both above 0"
                    .formatted(price.getValue(), instalment.getValue());
        }
    }

    /**
     * The last instalment would come after the end.
     *
     * @param instalments how many months the instalments take
     * @param months how many the agreement lasts
     */
    record PaidTooLate(long instalments, int months) implements AgreementFlaw {
        @Override
        public String message() {
            return "lease: %d monthly instalments do not fit into %d months; raise the instalment or the months"
                    .formatted(instalments, months);
        }
    }

    /**
     * A rent is no part of a whole.
     *
     * @param rent the rent
     */
    record NoSuchRent(BigFraction rent) implements AgreementFlaw {
        @Override
        public String message() {
            return "rent: %s of the charges cannot come back; give a part from 0 to 1".formatted(rent);
        }
    }

    /**
     * The agreement is shorter or longer than its type allows.
     *
     * @param months how long it is
     * @param least the fewest months
     * @param most the most
     */
    record WrongDuration(int months, int least, int most) implements AgreementFlaw {
        @Override
        public String message() {
            return "duration: the plant goes back after %d to %d months, not %d; change the months"
                    .formatted(least, most, months);
        }
    }

    /**
     * The day is before the first.
     *
     * @param day the day
     * @param begins the first day
     */
    record NotBegun(LocalDate day, LocalDate begins) implements AgreementFlaw {
        @Override
        public String message() {
            return "agreement: it begins on %s and says nothing of %s; ask for a later day".formatted(begins, day);
        }
    }

    /**
     * The day is after the last.
     *
     * @param day the day
     * @param ended the first day on which it no longer holds
     */
    record Ended(LocalDate day, LocalDate ended) implements AgreementFlaw {
        @Override
        public String message() {
            return "agreement: it ended on %s and says nothing of %s; agree anew or ask for an earlier day"
                    .formatted(ended, day);
        }
    }
}
