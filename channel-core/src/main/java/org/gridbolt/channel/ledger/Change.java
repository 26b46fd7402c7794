package org.gridbolt.channel.ledger;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.UnitNumber;

/** One change of a ledger, which its author proposes and both states then contain, the peer's first. */
public sealed interface Change {

    /** Which unit it adds or removes. */
    UnitNumber unit();

    /** The household that may propose it. */
    Party author();

    /**
     * A unit is added: its coins leave the consumer's balance.
     *
     * @param ticket the unit as the utility issued it
     */
    record Offered(Ticket ticket) implements Change {
        @Override
        public UnitNumber unit() {
            return ticket.unit();
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
        public Party author() {
            return Party.PRODUCER;
        }
    }
}
