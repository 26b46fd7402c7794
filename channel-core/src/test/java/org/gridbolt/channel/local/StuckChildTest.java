package org.gridbolt.channel.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.broadcast.BroadcastFlaw;
import org.gridbolt.channel.broadcast.Broadcaster.Trouble;
import org.gridbolt.channel.broadcast.FeePolicy;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.BumpTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.TradePlan;
import org.gridbolt.pricing.UnitCutting;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;

/** A penalty pays no fee itself; what becomes of it when the fee that a block asks for rises after its child was sent. */
@OnBitcoind
class StuckChildTest {

    private static final Allocation CONTRIBUTIONS =
            new Allocation(Coin.valueOf(200_000), Coin.valueOf(80_000), Coin.valueOf(20_000));

    /** Four coins a virtual byte; the first child pays two. */
    private static final FeeRate RISEN = new FeeRate(4_000);

    /** One of its own: what its blocks ask for would be in every estimate of a node that others use. */
    private final BusyNode node = new BusyNode(Bitcoind.another());

    @Test
    void a_penalty_whose_child_is_stuck_is_paid_for_by_one_that_pays_twice_as_much() {
        Settlement calm = settle(LocalChannel.open(node, setup()));
        LocalChannel channel = channelWithPenaltyInMempool();
        BlockHeight sent = channel.tip();
        node.asks(RISEN);

        Settlement settlement = channel.awaitRuling();

        Transaction penalty = only(channel, Purpose.PENALTY).transaction();
        Mined child = only(channel, Purpose.BUMP);
        int size = penalty.vsize() + child.transaction().vsize();
        assertThat(child.fee()).isBetween(RISEN.feeFor(size), RISEN.feeFor(size + 1));
        assertThat(child.transaction().inputSpending(penalty.anchor().orElseThrow()))
                .hasValue(BumpTx.ANCHOR_INPUT);
        assertThat(child.height().value() - sent.value())
                .as("blocks that the first child waited for, and the one that has the second")
                .isEqualTo(FeePolicy.DEFAULT.patience().value() + 1);
        assertThat(settlement).as("the wallet pays no more for it").isEqualTo(calm);
    }

    /** Nor does a version of the channel come in, which the producer publishes while the penalty waits. */
    @Test
    void no_child_pays_more_than_its_owner_allows_and_what_it_pays_for_waits() {
        FeeRate most = new FeeRate(3_000);
        FeePolicy capped = new FeePolicy(
                FeePolicy.DEFAULT.least(), most, Coin.valueOf(10_000), new BlockCount(3), new BlockCount(3));
        LocalChannel channel = LocalChannel.open(node, setup().with(capped));
        node.asks(RISEN);
        var unused = failed(channel);
        for (int block = 0; block < 30; block++) {
            channel.mineBlock();
        }
        assertThat(channel.transactions()).extracting(Mined::purpose).containsExactly(Purpose.FUNDING);
        assertThat(channel.troubles()).extracting(Trouble::flaw).contains(new BroadcastFlaw.CapReached(most));

        node.asks(most);
        assertThat(channel.awaitRuling().paid().producer()).isEqualTo(Coin.ZERO);
        assertThat(channel.transactions())
                .filteredOn(mined -> mined.purpose() == Purpose.BUMP)
                .isNotEmpty()
                .allSatisfy(child -> assertThat(child.fee()).isLessThanOrEqualTo(most.feeFor(size(channel, child))));
    }

    private static int size(LocalChannel channel, Mined child) {
        Sha256Hash parent =
                child.transaction().inputs().get(BumpTx.ANCHOR_INPUT).outpoint().txid();
        return channel.transactions().stream()
                .map(Mined::transaction)
                .filter(mined ->
                        mined.equals(child.transaction()) || mined.txid().equals(parent))
                .mapToInt(Transaction::vsize)
                .sum();
    }

    private static LocalSetup setup() {
        return new LocalSetup(CONTRIBUTIONS, 1);
    }

    private static Settlement settle(LocalChannel channel) {
        return failed(channel).awaitRuling();
    }

    private LocalChannel channelWithPenaltyInMempool() {
        LocalChannel channel = failed(LocalChannel.open(node, setup()));
        for (int block = 0; block < 100 && channel.ruling().isEmpty(); block++) {
            channel.mineBlock();
        }
        assertThat(channel.transactions()).as("not yet mined").hasSize(1);
        return channel;
    }

    /** A slot of three units, the second of which is not delivered. */
    private static LocalChannel failed(LocalChannel channel) {
        Plant failing = unit -> unit.number().value() == 2 ? WattHours.ZERO : unit.energy();
        Optional<TradeStop> stopped = channel.trade(slotOfThree(), failing, TradeObserver.NONE);
        assertThat(stopped).isPresent();
        return channel;
    }

    /** A day of one slot with three units of 2,250 coins. */
    static TradePlan slotOfThree() {
        SlotTrade slot = UnitCutting.DEFAULT.cut(
                new Slot(1),
                new WattHours(12_000),
                new Price(9_000_000_000_000L),
                new WattHours(750),
                UnitNumber.FIRST);
        return new TradePlan(List.of(slot));
    }

    private static Mined only(LocalChannel channel, Purpose purpose) {
        List<Mined> found = channel.transactions().stream()
                .filter(mined -> mined.purpose() == purpose)
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
