package org.gridbolt.channel.utility;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.pricing.PlannedUnit;

/** What the utility itself wants of a channel. An order that cannot be followed changes nothing. */
public sealed interface UtilityOrder {

    /**
     * Pass the price of a slot on to both households.
     *
     * @param price the announcement, the same on all channels: see {@link PriceBoard}
     */
    record PassPrice(Signed<PriceAnnouncement> price) implements UtilityOrder {}

    /**
     * Pay for a household's version that the mempool holds and no block takes.
     *
     * @param version what the household published, as the mempool holds it
     * @param child what spends its anchor and a coin of the utility, signed
     * @param fee what the child pays for both
     */
    record Sponsor(Transaction version, Transaction child, Coin fee) implements UtilityOrder {}

    /**
     * Issue tickets for these units, of slots whose prices were passed on.
     *
     * @param units by rising number
     */
    record IssueTickets(List<PlannedUnit> units) implements UtilityOrder {

        public IssueTickets {
            units = List.copyOf(units);
        }
    }
}
