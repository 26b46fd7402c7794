package org.gridbolt.channel.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.broadcast.BroadcastFlaw;
import org.gridbolt.channel.broadcast.Broadcaster.Trouble;
import org.gridbolt.channel.broadcast.FeePolicy;
import org.gridbolt.channel.driver.SponsorPolicy;
import org.gridbolt.channel.event.Command;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.BumpTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;

/** A household closes alone, its purse pays for one cheap child and no more, and then blocks ask for more than that. */
@OnBitcoind
class StuckVersionTest {

    private static final Allocation CONTRIBUTIONS =
            new Allocation(Coin.valueOf(200_000), Coin.valueOf(80_000), Coin.valueOf(20_000));

    /** Six coins a virtual byte: the household's child pays two, the utility's third one eight. */
    private static final FeeRate RISEN = new FeeRate(6_000);

    /** Enough for two coins a virtual byte of version and child, and not for four. */
    private static final Coin LITTLE = Coin.valueOf(1_700);

    /** One of its own: what its blocks ask for would be in every estimate of a node that others use. */
    private final BusyNode node = new BusyNode(Bitcoind.another());

    @Test
    void the_utility_pays_for_it_of_its_own_accord_when_it_has_waited_for_long() {
        LocalChannel channel = open(SponsorPolicy.DEFAULT);
        leaveLittle(channel, Party.CONSUMER);
        node.asks(RISEN);
        int closed = channel.tip().value();

        Settlement settlement = channel.closeAlone(Party.CONSUMER);

        Mined version = only(channel, Purpose.COMMITMENT);
        Mined child = only(channel, Purpose.BUMP);
        assertThat(child.transaction()
                        .inputSpending(version.transaction().anchor().orElseThrow()))
                .hasValue(BumpTx.ANCHOR_INPUT);
        assertThat(child.transaction().outputs())
                .extracting(TxOutput::script)
                .as("who paid")
                .containsExactly(channel.three().purse(Party.UTILITY).script());
        int size = version.transaction().vsize() + child.transaction().vsize();
        assertThat(child.fee())
                .isGreaterThanOrEqualTo(RISEN.feeFor(size))
                .isLessThanOrEqualTo(SponsorPolicy.DEFAULT.fees().mostCoins());
        assertThat(version.height().value() - closed)
                .isGreaterThan(SponsorPolicy.DEFAULT.delay().value());
        assertThat(channel.troubles())
                .extracting(Trouble::flaw)
                .as("what the household's owner was told")
                .anyMatch(flaw -> flaw instanceof BroadcastFlaw.ReserveSpent);
        assertThat(settlement.paid().total().add(settlement.fees())).isEqualTo(CONTRIBUTIONS.total());
        assertThat(CONTRIBUTIONS.producer().subtract(settlement.paid().producer()))
                .as("the fee of the producer's own claim")
                .isLessThan(Coin.valueOf(2_000));
        assertThat(settlement.paid().utility()).as("not out of the channel").isEqualTo(CONTRIBUTIONS.utility());
    }

    @Test
    void it_pays_nothing_above_its_cap() {
        FeePolicy capped = new FeePolicy(
                FeeRate.RELAY, new FeeRate(20_000), Coin.valueOf(2_000), new BlockCount(3), new BlockCount(3));
        LocalChannel channel = open(new SponsorPolicy(new BlockCount(6), capped));
        leaveLittle(channel, Party.CONSUMER);
        node.asks(RISEN);
        channel.three().happen(Party.CONSUMER, new Command.CloseAlone());
        for (int block = 0; block < 40; block++) {
            channel.mineBlock();
        }

        assertThat(channel.transactions()).extracting(Mined::purpose).containsExactly(Purpose.FUNDING);
    }

    @Test
    void it_pays_for_no_version_that_is_revoked() {
        LocalChannel channel = open(SponsorPolicy.DEFAULT);
        assertThat(channel.trade(StuckChildTest.slotOfThree(), Plant.RELIABLE, TradeObserver.NONE))
                .isEmpty();
        leaveLittle(channel, Party.PRODUCER);
        channel.leave(Party.CONSUMER);
        node.asks(RISEN);
        channel.three().publishRevoked(Party.PRODUCER);
        for (int block = 0; block < 40; block++) {
            channel.mineBlock();
        }

        assertThat(channel.transactions()).extracting(Mined::purpose).containsExactly(Purpose.FUNDING);
    }

    private LocalChannel open(SponsorPolicy policy) {
        node.asks(FeeRate.RELAY);
        LocalSetup setup = new LocalSetup(CONTRIBUTIONS, 1);
        return LocalGrid.open(node, GridSetup.of(1).with(policy), List.of(setup))
                .channels()
                .get(0);
    }

    /** Whose owner spends all of its purse but {@link #LITTLE} on something else. */
    private void leaveLittle(LocalChannel channel, Party party) {
        Purse purse = channel.three().purse(party);
        TxOutput elsewhere = new TxOutput(
                purse.total().subtract(LITTLE),
                channel.three().purse(Party.UTILITY).script());
        Transaction spent = purse.pay(List.of(elsewhere)).orElseThrow();
        node.mineExactly(List.of(spent));
        purse.receive(spent);
        channel.mineBlock();
        assertThat(purse.total()).isEqualTo(LITTLE);
    }

    private static Mined only(LocalChannel channel, Purpose purpose) {
        List<Mined> found = channel.transactions().stream()
                .filter(mined -> mined.purpose() == purpose)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
