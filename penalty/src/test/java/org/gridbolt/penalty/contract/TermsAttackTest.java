package org.gridbolt.penalty.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.CHANNEL;
import static org.gridbolt.penalty.ChannelFixture.CONTRIBUTIONS;
import static org.gridbolt.penalty.ChannelFixture.SCHEDULE;
import static org.gridbolt.penalty.ChannelFixture.TERMS;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.Slot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Terms and tickets by which a utility would take or lock the households' coins. */
class TermsAttackTest {

    /** A balance below the dust limit falls to the anchor, which anybody takes, or by a ruling to the utility. */
    @ParameterizedTest
    @CsvSource({"546,true", "547,false", "100000,false"})
    void a_dust_limit_that_swallows_balances_is_refused(long dust, boolean sound) {
        Limits limits = TERMS.limits();
        Limits greedy = new Limits(
                Coin.valueOf(Math.max(dust, 3000)),
                Coin.valueOf(Math.max(dust, 3000)),
                limits.producerBond(),
                limits.pendingUnitsMax(),
                limits.pendingCoinsMax().add(Coin.valueOf(100_000)),
                limits.unfoldedUnitsMax(),
                limits.utilityCoinsMax(),
                Coin.valueOf(dust));
        Terms terms = new Terms(
                TERMS.identity(), CONTRIBUTIONS, TERMS.windows(), TERMS.depths(), SCHEDULE, greedy, TERMS.clauses());

        assertThat(terms.check().isEmpty()).isEqualTo(sound);
    }

    /** The terms of a year: a utility that vanishes would lock the unit's coins until its end. */
    @ParameterizedTest
    @CsvSource({"1025,true", "1067,true", "1068,false", "40000,false"})
    void a_ticket_whose_coins_come_free_much_later_than_they_could_is_refused(int claimableFrom, boolean sound) {
        Terms terms = Terms.defaults(
                TERMS.identity(),
                CONTRIBUTIONS,
                SlotSchedule.of(new BlockHeight(1000), new BlockCount(6), new BlockHeight(52_000), Windows.DEFAULT));
        Ticket usual = ChannelFixture.ticket(1, 30_000);
        Deadlines deadlines = new Deadlines(
                usual.deadlines().offerBy(),
                usual.deadlines().acceptBy(),
                usual.deadlines().deliverBy(),
                new BlockHeight(claimableFrom));
        Ticket late = new Ticket(
                new TicketDraft(usual.unit(), new Slot(1), usual.energy(), usual.price(), usual.amount(), deadlines),
                usual.hash());
        TicketRules rules =
                new TicketRules(CHANNEL, terms, CumulativeRounding.START, List.of(ChannelFixture.announcement(usual)));

        assertThat(ChannelFixture.book(late).checkFirst(rules).isEmpty()).isEqualTo(sound);
    }
}
