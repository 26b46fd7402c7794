package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.tx.BumpTx;
import org.gridbolt.multisig.tx.CloseTx;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.junit.jupiter.api.Test;

/** The utility pays for a household's close that is stuck, for an honest one and up to what it has set itself. */
class SponsoringTest {

    private static final PrivateKey PURSE = PrivateKey.of(Households.filled(77));

    private final UtilityBench bench = UtilityBench.trading();

    private Transaction newestOf(org.gridbolt.multisig.Party owner) {
        Households.Version newest = bench.households.version(owner);
        return bench.households.published(
                bench.channel().context().wallet(), owner, newest.number(), newest.balances(), newest.units());
    }

    private BumpTx bump(Transaction parent, FeeRate rate) {
        KeyHashScript script = new KeyHashScript(PURSE.publicKey());
        Spend coin =
                new Spend(new Outpoint(Sha256Hash.of(new byte[] {9}), 0), Coin.valueOf(50_000), script, Branch.OWNER);
        return BumpTx.build(parent, coin, script.scriptPubKey(), rate, Coin.valueOf(330))
                .orElseThrow();
    }

    private UtilityOrder.Sponsor order(Transaction version, FeeRate rate) {
        BumpTx bump = bump(version, rate);
        return new UtilityOrder.Sponsor(version, bump.signed(PURSE), bump.fee());
    }

    private Optional<OrderFlaw> flawOf(UtilityOrder.Sponsor order) {
        return bench.state().follow(order).flaw();
    }

    @Test
    void a_standing_version_is_paid_for() {
        UtilityOrder.Sponsor order = order(newestOf(CONSUMER), new FeeRate(5_000));

        List<ChannelAction> actions = bench.follow(order);

        assertThat(actions).containsExactly(new Publish(Purpose.BUMP, order.child(), Optional.empty()));
        assertThat(bench.state()).isInstanceOf(Trading.class);
    }

    @Test
    void the_cap_and_the_highest_rate_are_kept() {
        Transaction version = newestOf(PRODUCER);
        UtilityOrder.Sponsor fair = order(version, new FeeRate(9_000));

        assertThat(flawOf(fair)).isEmpty();
        assertThat(flawOf(new UtilityOrder.Sponsor(version, fair.child(), Coin.valueOf(5_001))))
                .contains(new OrderFlaw.AboveSponsorship(Coin.valueOf(5_001), Coin.valueOf(5_000)));
        assertThat(flawOf(order(version, new FeeRate(11_000)))).containsInstanceOf(OrderFlaw.AboveSponsorship.class);
    }

    @Test
    void a_revoked_version_is_never_helped_into_the_chain() {
        Transaction revoked = newestOf(CONSUMER);
        bench.steps(bench.households.round(List.of(), List.of(), List.of()));
        bench.steps(bench.households.round(List.of(), List.of(), List.of()));

        assertThat(flawOf(order(revoked, new FeeRate(2_000)))).contains(new OrderFlaw.RevokedVersion(revoked.txid()));
        assertThat(flawOf(order(newestOf(CONSUMER), new FeeRate(2_000)))).isEmpty();
    }

    @Test
    void nothing_but_a_version_of_this_channel_is_paid_for_and_by_a_child_that_pays() {
        CloseTx close = CloseTx.build(
                        bench.channel().context().wallet(),
                        Households.CONTRIBUTIONS,
                        CONSUMER,
                        Coin.valueOf(500),
                        bench.tip())
                .orElseThrow();
        Transaction together = close.signed(
                close.sign(bench.households.secrets(CONSUMER).walletKeyWith(PRODUCER)),
                close.sign(bench.households.secrets(PRODUCER).walletKeyWith(CONSUMER)));
        Transaction version = newestOf(CONSUMER);
        Transaction child = bump(version, new FeeRate(2_000)).signed(PURSE);

        assertThat(flawOf(new UtilityOrder.Sponsor(together, child, Coin.valueOf(300))))
                .contains(new OrderFlaw.NoVersion(together.txid()));
        assertThat(flawOf(new UtilityOrder.Sponsor(version, together, Coin.valueOf(300))))
                .contains(new OrderFlaw.NoChild(together.txid()));
    }

    @Test
    void a_utility_that_set_itself_no_sponsorship_pays_for_nobody() {
        assertThat(new UtilityProfile(
                                bench.profile.keys(),
                                bench.profile.preimageKey(),
                                bench.profile.nodeKey(),
                                bench.profile.payoutScript(),
                                bench.profile.chain(),
                                bench.profile.feeRate())
                        .sponsorship())
                .isEqualTo(Sponsorship.NONE);
        assertThat(Sponsorship.NONE.cap()).isEqualTo(Coin.ZERO);
    }
}
