package org.gridbolt.channel.ledger;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.UnitNumber;

/** One change of a ledger, which its author proposes and both states then contain, the peer's first. */
public sealed interface Change {

    /** Which units it adds or removes. */
    List<UnitNumber> units();

    /** The household that may propose it. */
    Party author();

    /**
     * A unit is added: its coins leave the consumer's balance.
     *
     * @param ticket the unit as the utility issued it
     */
    record Offered(Ticket ticket) implements Change {
        @Override
        public List<UnitNumber> units() {
            return List.of(ticket.unit());
        }

        @Override
        public Party author() {
            return Party.CONSUMER;
        }
    }

    /**
     * A delivered unit is removed: its coins go to the producer, less what the grid costs.
     *
     * @param unit which
     * @param gridFee the utility's part, at most all of the unit's coins
     */
    record Fulfilled(UnitNumber unit, Coin gridFee) implements Change {
        @Override
        public List<UnitNumber> units() {
            return List.of(unit);
        }

        @Override
        public Party author() {
            return Party.PRODUCER;
        }
    }

    /**
     * A unit is removed without fault of anybody: its coins return to the consumer.
     *
     * @param unit which
     */
    record Refunded(UnitNumber unit) implements Change {
        @Override
        public List<UnitNumber> units() {
            return List.of(unit);
        }

        @Override
        public Party author() {
            return Party.PRODUCER;
        }
    }

    /**
     * The defaulted units of a ruling whose penalty is waived are removed, and their coins and what the default costs divided as
     * the ruling says. What is left of the units' coins is the producer's; where that is less than nothing, its balance pays.
     *
     * @param ruling the hash of the ruling
     * @param units its defaulted units
     * @param consumer K: what the consumer gets
     * @param utility q + CP - K: what the utility gets
     */
    record Replaced(Sha256Hash ruling, List<UnitNumber> units, Coin consumer, Coin utility) implements Change {
        public Replaced {
            units = List.copyOf(units);
        }

        @Override
        public Party author() {
            return Party.CONSUMER;
        }
    }
}
