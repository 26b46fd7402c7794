package org.gridbolt.channel.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.channel.signer.SignedChannel.START;
import static org.gridbolt.channel.signer.SignedChannel.paid;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.signing.ChannelDeed;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.JusticeTx;
import org.gridbolt.multisig.tx.Spend;
import org.junit.jupiter.api.Test;

/** Each thing that a household's signer refuses, and what it goes on signing beside it. */
class HouseholdSignerTest {

    private final SignedChannel channel = new SignedChannel(Party.PRODUCER);

    private void refused(SigningOrder<?> order, Class<? extends SigningRefusal> why) {
        assertThat(channel.ask(order).flaw()).get().isInstanceOf(why);
    }

    private void followed(SigningOrder<?> order) {
        assertThat(channel.ask(order).flaw()).isEmpty();
    }

    @Test
    void a_channel_that_moves_on_is_signed_all_the_way() {
        channel.advanceTo(60);

        Signature newest = channel.get(channel.signs(61, paid(610)));

        assertThat(channel.version(channel.peer, 61, paid(610)).verify(newest, channel.self))
                .isTrue();
    }

    @Test
    void the_first_order_of_a_key_id_is_state_0() {
        refused(channel.signs(1, paid(10)), SigningRefusal.Unknown.class);
        refused(channel.publishes(0, START), SigningRefusal.Unknown.class);
    }

    @Test
    void state_0_gives_everybody_what_they_put_in() {
        refused(channel.signs(0, paid(1)), SigningRefusal.OutOfBounds.class);
    }

    @Test
    void a_key_id_is_bound_to_one_channel() {
        channel.advanceTo(3);
        SignedChannel other = new SignedChannel(Party.PRODUCER, "another wallet");

        refused(other.signs(0, START), SigningRefusal.OtherChannel.class);
        refused(other.signs(4, paid(40)), SigningRefusal.OtherChannel.class);
        refused(other.publishes(3, paid(30)), SigningRefusal.OtherChannel.class);
    }

    @Test
    void a_version_of_another_wallet_under_the_deed_of_this_one_is_refused() {
        channel.advanceTo(3);
        SignedChannel other = new SignedChannel(Party.PRODUCER, "another wallet");
        CommitmentTx foreign = other.version(channel.peer, 4, paid(40));

        refused(
                new SigningOrder.PeerVersion(channel.deed, foreign, channel.revealed(2)),
                SigningRefusal.OtherChannel.class);
    }

    @Test
    void terms_that_the_utility_has_not_signed_bind_nothing() {
        ChannelDeed forged = channel.deed("wallet", START, Examples.key("somebody"));
        CommitmentTx zero = CommitmentTx.build(
                forged.wallet(), channel.version(channel.peer, 0, START).version(), START, List.of());

        refused(new SigningOrder.PeerVersion(forged, zero, Optional.empty()), SigningRefusal.OtherChannel.class);
    }

    @Test
    void a_wallet_that_the_terms_do_not_make_is_refused() {
        FundedWallet wallet = channel.deed.wallet();
        ChannelDeed smaller = new ChannelDeed(
                channel.deed.signedTerms(),
                new FundedWallet(wallet.scripts(), wallet.outpoint(), Coin.valueOf(279_999)));
        Allocation less = Allocation.of(199_999, 80_000, 0);
        CommitmentTx zero = CommitmentTx.build(
                smaller.wallet(), channel.version(channel.peer, 0, START).version(), less, List.of());

        refused(new SigningOrder.PeerVersion(smaller, zero, Optional.empty()), SigningRefusal.OtherChannel.class);
    }

    @Test
    void a_number_is_never_signed_twice_with_other_content() {
        channel.advanceTo(4);

        refused(channel.signs(4, paid(41)), SigningRefusal.SignedOtherwise.class);
        refused(channel.signs(3, paid(31)), SigningRefusal.SignedOtherwise.class);
        refused(channel.signs(2, paid(20)), SigningRefusal.OutOfTurn.class);
    }

    @Test
    void the_same_order_again_gives_the_same_bytes_also_after_a_restart() {
        channel.advanceTo(4);
        Signature first = channel.get(channel.signs(5, paid(50)));
        PrivateKey secret = channel.get(channel.revokesBefore(5, paid(50)));

        channel.restart();

        assertThat(channel.get(channel.signs(5, paid(50)))).isEqualTo(first);
        assertThat(channel.get(channel.revokesBefore(5, paid(50)))).isEqualTo(secret);
    }

    @Test
    void the_peer_never_has_three_versions_that_it_could_publish() {
        channel.advanceTo(4);
        followed(channel.signs(5, paid(50)));
        CommitmentTx sixth = channel.version(channel.peer, 6, paid(60));

        refused(new SigningOrder.PeerVersion(channel.deed, sixth, Optional.empty()), SigningRefusal.StillLive.class);
        refused(new SigningOrder.PeerVersion(channel.deed, sixth, channel.revealed(3)), SigningRefusal.BadSecret.class);
        refused(new SigningOrder.PeerVersion(channel.deed, sixth, channel.revealed(5)), SigningRefusal.BadSecret.class);
        refused(
                new SigningOrder.PeerVersion(channel.deed, sixth, Optional.of(Examples.key("anything"))),
                SigningRefusal.BadSecret.class);
        followed(channel.signs(6, paid(60)));
    }

    @Test
    void no_number_is_left_out() {
        channel.advanceTo(4);

        refused(channel.signs(6, paid(60)), SigningRefusal.OutOfTurn.class);
        refused(channel.revokesBefore(6, paid(60)), SigningRefusal.OutOfTurn.class);
    }

    @Test
    void an_own_version_is_signed_by_no_order_for_the_peers() {
        channel.advanceTo(4);
        CommitmentTx own = channel.version(channel.self, 5, paid(50));

        refused(
                new SigningOrder.PeerVersion(channel.deed, own, channel.revealed(3)),
                SigningRefusal.OtherChannel.class);
    }

    @Test
    void no_secret_is_revealed_before_the_peer_has_signed_the_successor() {
        channel.advanceTo(4);
        CommitmentTx successor = channel.version(channel.self, 5, paid(50));
        Signature other = channel.countersigned(channel.version(channel.self, 5, paid(51)));

        refused(new SigningOrder.Revocation(channel.deed, successor, other), SigningRefusal.NotCountersigned.class);
    }

    @Test
    void a_successor_with_a_point_of_somebody_elses_is_no_successor() {
        channel.advanceTo(4);
        CommitmentTx trap = CommitmentTx.build(
                channel.deed.wallet(),
                new CommitmentVersion(
                        channel.self,
                        new CommitmentNumber(5),
                        Examples.key("trap").publicKey()),
                paid(50),
                List.of());
        SigningOrder.Revocation order = new SigningOrder.Revocation(channel.deed, trap, channel.countersigned(trap));

        refused(order, SigningRefusal.NotCountersigned.class);
        refused(
                new SigningOrder.OwnVersion(channel.deed, trap, channel.countersigned(trap)),
                SigningRefusal.NotCountersigned.class);
    }

    @Test
    void a_successor_that_takes_a_party_below_its_reserve_revokes_nothing() {
        channel.advanceTo(4);

        refused(channel.revokesBefore(5, Allocation.of(279_000, 1_000, 0)), SigningRefusal.OutOfBounds.class);
    }

    /** Only a waived ruling takes coins from the producer, and only it and grid fees give the utility any. */
    @Test
    void a_state_that_takes_from_the_producer_or_gives_to_the_utility_is_neither_signed_nor_revoked_for() {
        channel.advanceTo(4);

        for (Allocation crooked : List.of(paid(39), Allocation.of(199_950, 80_040, 10))) {
            refused(channel.signs(5, crooked), SigningRefusal.OutOfBounds.class);
            refused(channel.revokesBefore(5, crooked), SigningRefusal.OutOfBounds.class);
        }
        followed(channel.signs(5, paid(40)));
    }

    @Test
    void a_revoked_own_version_is_never_published() {
        channel.advanceTo(4);

        for (long revoked = 0; revoked < 4; revoked++) {
            refused(channel.publishes(revoked, paid(10 * revoked)), SigningRefusal.Revoked.class);
        }
        followed(channel.publishes(4, paid(40)));
    }

    @Test
    void an_own_version_that_the_peer_has_not_signed_cannot_be_published() {
        channel.advanceTo(4);
        CommitmentTx better = channel.version(channel.self, 4, paid(9_000));
        Signature newest = channel.countersigned(channel.version(channel.self, 4, paid(40)));

        refused(new SigningOrder.OwnVersion(channel.deed, better, newest), SigningRefusal.NotCountersigned.class);
    }

    @Test
    void after_the_own_version_was_published_nothing_is_updated_and_nothing_else_published() {
        channel.advanceTo(4);
        followed(channel.publishes(4, paid(40)));

        channel.restart();

        refused(channel.signs(5, paid(50)), SigningRefusal.Terminal.class);
        refused(channel.revokesBefore(5, paid(50)), SigningRefusal.Terminal.class);
        refused(channel.publishes(5, paid(50)), SigningRefusal.SecondSpend.class);
        refused(channel.closes(4, paid(40), Party.CONSUMER, 500), SigningRefusal.Terminal.class);
        followed(channel.publishes(4, paid(40)));
        followed(channel.signs(4, paid(40)));
    }

    @Test
    void a_close_divides_the_wallet_as_the_newest_state_does_whatever_the_fee() {
        channel.advanceTo(4);

        refused(channel.closes(4, paid(30), Party.CONSUMER, 500), SigningRefusal.NotTheNewestSplit.class);
        refused(channel.closes(4, START, Party.PRODUCER, 500), SigningRefusal.NotTheNewestSplit.class);
        followed(channel.closes(4, paid(40), Party.CONSUMER, 500));
        followed(channel.closes(4, paid(40), Party.CONSUMER, 900));
        followed(channel.closes(4, paid(40), Party.PRODUCER, 700));
    }

    @Test
    void a_close_waits_until_the_peers_older_versions_are_revoked() {
        channel.advanceTo(4);
        SigningOrder.Close close = channel.closes(4, paid(40), Party.CONSUMER, 500);

        refused(new SigningOrder.Close(channel.deed, close.close(), Optional.empty()), SigningRefusal.StillLive.class);
    }

    @Test
    void a_close_in_the_middle_of_a_round_is_refused() {
        channel.advanceTo(4);
        followed(channel.signs(5, paid(50)));

        refused(channel.closes(5, paid(50), Party.CONSUMER, 500), SigningRefusal.NotTheNewestSplit.class);
        refused(channel.closes(5, paid(40), Party.CONSUMER, 500), SigningRefusal.NotTheNewestSplit.class);
    }

    @Test
    void a_close_while_a_unit_is_pending_is_refused() {
        channel.advanceTo(4);
        Allocation balances = Allocation.of(198_960, 80_040, 0);
        CommitmentTx peers = channel.version(channel.peer, 5, balances, SignedChannel.unit(1_000));
        CommitmentTx own = channel.version(channel.self, 5, balances, SignedChannel.unit(1_000));
        followed(new SigningOrder.PeerVersion(channel.deed, peers, channel.revealed(3)));
        followed(new SigningOrder.Revocation(channel.deed, own, channel.countersigned(own)));

        refused(
                channel.closes(5, Allocation.of(199_960, 80_040, 0), Party.CONSUMER, 500),
                SigningRefusal.NotTheNewestSplit.class);
    }

    @Test
    void after_a_close_was_signed_nothing_is_updated_but_the_newest_version_may_be_published() {
        channel.advanceTo(4);
        followed(channel.closes(4, paid(40), Party.CONSUMER, 500));

        channel.restart();

        refused(channel.signs(5, paid(50)), SigningRefusal.Terminal.class);
        refused(channel.revokesBefore(5, paid(50)), SigningRefusal.Terminal.class);
        followed(channel.publishes(4, paid(40)));
        followed(channel.closes(4, paid(40), Party.CONSUMER, 600));
    }

    @Test
    void a_claim_pays_the_household_and_nobody_else() {
        channel.advanceTo(4);
        CommitmentTx confirmed = channel.version(channel.self, 4, paid(40));
        var spends = List.of(confirmed.spend(confirmed.balanceOf(channel.self).orElseThrow(), Branch.OWNER));

        followed(claim(spends, SignedChannel.payout(channel.self)));
        refused(claim(spends, SignedChannel.payout(channel.peer)), SigningRefusal.WrongPayee.class);
    }

    private SigningOrder.Claim claim(List<Spend> spends, Bytes payout) {
        ClaimTx claim =
                ClaimTx.paying(spends, payout, FeeRate.RELAY, Coin.valueOf(330)).orElseThrow();
        return new SigningOrder.Claim(channel.deed, claim, Map.of(), Optional.empty());
    }

    @Test
    void no_more_goes_to_the_miners_than_the_household_is_ready_to_pay() {
        channel.advanceTo(4);
        CommitmentTx confirmed = channel.version(channel.self, 4, paid(40));
        Spend balance = confirmed.spend(confirmed.balanceOf(channel.self).orElseThrow(), Branch.OWNER);
        ClaimTx burnt = ClaimTx.paying(
                        List.of(balance), SignedChannel.payout(channel.self), new FeeRate(400_000), Coin.valueOf(330))
                .orElseThrow();

        refused(
                new SigningOrder.Claim(channel.deed, burnt, Map.of(), Optional.empty()),
                SigningRefusal.TooMuchFee.class);
        refused(channel.closes(4, paid(40), Party.PRODUCER, 60_000), SigningRefusal.TooMuchFee.class);
        followed(channel.closes(4, paid(40), Party.CONSUMER, 60_000));
    }

    private SigningOrder.Justice justice(long number, PrivateKey secret, Party paid) {
        CommitmentTx revoked = channel.version(channel.peer, number, paid(10 * number));
        JusticeTx justice = JusticeTx.build(revoked, revoked.punishable(), SignedChannel.payout(paid), FeeRate.RELAY)
                .orElseThrow();
        return new SigningOrder.Justice(channel.deed, justice, revoked, secret);
    }

    @Test
    void justice_is_done_on_a_version_that_is_revoked_on_the_record_and_for_the_household() {
        channel.advanceTo(5);

        followed(justice(2, channel.revealed(2).orElseThrow(), channel.self));
        followed(justice(4, channel.revealed(4).orElseThrow(), channel.self));
        refused(justice(2, channel.revealed(2).orElseThrow(), channel.peer), SigningRefusal.WrongPayee.class);
        refused(justice(2, channel.revealed(3).orElseThrow(), channel.self), SigningRefusal.NotRevoked.class);
    }

    /** Knowing a secret revokes nothing: a peer may have picked a point that this household knows. */
    @Test
    void no_justice_on_the_newest_version_even_with_its_secret() {
        channel.advanceTo(5);

        refused(justice(5, channel.revealed(5).orElseThrow(), channel.self), SigningRefusal.NotRevoked.class);
    }

    @Test
    void nothing_is_released_when_the_record_is_not_durable() {
        KeyId own = SignedChannel.keyId(Party.PRODUCER);
        channel.advanceTo(4);
        Bytes before = channel.marks.load(own).orElseThrow();
        HouseholdSigner failing = new HouseholdSigner(
                new HouseholdSigner.Owner(
                        Party.PRODUCER,
                        SignedChannel.UTILITY.publicKey(),
                        SignedChannel.payout(Party.PRODUCER),
                        SignedChannel.MOST),
                SignedChannel.seed(Party.PRODUCER),
                new SignerMarks() {
                    @Override
                    public Optional<Bytes> load(KeyId keyId) {
                        return Optional.of(before);
                    }

                    @Override
                    public void save(KeyId keyId, Bytes mark) throws IOException {
                        throw new IOException("no space left on device");
                    }
                });

        assertThatThrownBy(() -> failing.sign(channel.signs(5, paid(50)))).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> failing.sign(channel.signs(5, paid(50)))).isInstanceOf(IOException.class);
        assertThat(channel.marks.load(own)).contains(before);
    }

    @Test
    void a_record_that_cannot_be_read_is_no_empty_one() {
        channel.marks.save(SignedChannel.keyId(Party.PRODUCER), Bytes.ofHex("00"));

        assertThatThrownBy(() -> channel.signer.sign(channel.signs(0, START))).isInstanceOf(IOException.class);
    }

    /** The record takes no more room after hundreds of states than the chain of secrets does. */
    @Test
    void the_record_does_not_grow_with_the_channel() {
        channel.advanceTo(300);

        Bytes record = channel.marks.load(SignedChannel.keyId(Party.PRODUCER)).orElseThrow();
        assertThat(record.size()).isLessThan(3 * 1024);
    }

    @Test
    void the_newest_own_version_is_published_as_it_is_on_record_and_not_otherwise() {
        channel.advanceTo(4);

        refused(channel.publishes(4, paid(41)), SigningRefusal.SignedOtherwise.class);
        refused(channel.publishes(5, Allocation.of(279_000, 1_000, 0)), SigningRefusal.OutOfBounds.class);
        followed(channel.publishes(4, paid(40)));
    }

    @Test
    void the_own_version_0_gives_everybody_what_they_put_in_too() {
        channel.advanceTo(0);

        refused(channel.publishes(0, Allocation.of(280_000, 0, 0)), SigningRefusal.SignedOtherwise.class);
        followed(channel.publishes(0, START));
    }

    /** Who holds the node holds its node key, and with the utility can state whatever division it likes. */
    @Test
    void a_ruling_on_a_receipt_with_other_coins_than_the_newest_state_is_refused() {
        SignedChannel consumers = new SignedChannel(Party.CONSUMER);
        consumers.advanceTo(4);

        assertThat(consumers
                        .ask(consumers.settlesAlone(4, Allocation.of(0, 80_040, 199_960)))
                        .flaw())
                .containsInstanceOf(SigningRefusal.NotProved.class);
        assertThat(consumers.ask(consumers.settlesAlone(4, paid(40))).flaw()).isEmpty();
    }
}
