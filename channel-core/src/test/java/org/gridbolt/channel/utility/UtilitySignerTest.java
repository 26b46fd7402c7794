package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.ChannelAction.PublishSigned;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.signer.InMemoryMarks;
import org.gridbolt.channel.signer.UtilitySigner;
import org.gridbolt.channel.signing.ChannelDeed;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.JusticeTx;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.ruling.Evidence;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.junit.jupiter.api.Test;

/** What the utility's signer refuses, of a machine that rules, claims and punishes as it should, and of one that does not. */
class UtilitySignerTest {

    private static final long PRICE = 5_000_000_000_000L;
    private static final FeeRate MOST = new FeeRate(1_500);

    private final UtilityBench bench = UtilityBench.trading();
    private final InMemoryMarks marks = new InMemoryMarks();
    private UtilitySigner signer = signer();

    private UtilitySigner signer() {
        return new UtilitySigner(PrivateKey.of(Households.filled(22)).publicKey(), MOST, Households.filled(9), marks);
    }

    private void refused(SigningOrder<?> order, Class<? extends SigningRefusal> why) throws IOException {
        assertThat(signer.sign(order).flaw()).get().isInstanceOf(why);
        signer = signer();
        assertThat(signer.sign(order).flaw()).get().isInstanceOf(why);
    }

    private void followed(SigningOrder<?> order) throws IOException {
        assertThat(signer.sign(order).flaw()).isEmpty();
    }

    private ChannelDeed deed() {
        return bench.channel().context().deed();
    }

    /** Of three units one is not delivered, and the utility has ruled. */
    private List<Ticket> ruled() {
        List<Ticket> units = bench.issue(2, PRICE, 250, 250, 250);
        bench.accept(units);
        bench.deliver(units.get(0));
        bench.measure(units.get(1), 200);
        bench.deliver(units.get(2));
        bench.tick(units.get(1).deadlines().deliverBy().value() + 4);
        return units;
    }

    private RulingFile ruling() {
        List<RulingIssued> issued = bench.sent(CONSUMER, RulingIssued.class);
        return issued.get(issued.size() - 1).file();
    }

    /** The same verdicts on the same evidence, ruled a second time. */
    private RulingFile secondRuling() {
        return RulingFile.issue(
                ruling().evidence(),
                Households.WALLET,
                ruling().ruling().content().sequence() + 1,
                ruling().ruling().content().verdicts(),
                Households.filled(77),
                bench.profile.nodeKey());
    }

    private static VerifiedRuling verified(RulingFile file, UtilityBench bench) {
        return RulingVerifier.verify(file, bench.profile.nodeKey().publicKey()).orElseThrow();
    }

    private SigningOrder.RuledWallet wallet(RulingFile file, Party household, Allocation split) {
        PenaltyTx spend =
                PenaltyTx.build(deed().wallet(), household, split, file.ruling().hash());
        return new SigningOrder.RuledWallet(deed(), spend, file);
    }

    private SigningOrder.RuledWallet penalty() {
        return wallet(ruling(), CONSUMER, verified(ruling(), bench).onWallet());
    }

    @Test
    void the_wallet_is_divided_by_the_ruling_once_and_again_the_same() throws IOException {
        var unused = ruled();
        SigningOrder.RuledWallet order = penalty();

        var first = signer.sign(order).orElseThrow();
        signer = signer();

        assertThat(signer.sign(order).orElseThrow()).isEqualTo(first);
        assertThat(order.spend().verify(first, UTILITY)).isTrue();
    }

    @Test
    void the_wallet_is_divided_in_no_other_way() throws IOException {
        var unused = ruled();

        refused(wallet(ruling(), CONSUMER, Allocation.of(0, 0, 280_000)), SigningRefusal.NotProved.class);
    }

    @Test
    void nothing_is_signed_under_a_second_ruling() throws IOException {
        var unused = ruled();
        followed(penalty());
        RulingFile second = secondRuling();

        refused(wallet(second, CONSUMER, verified(second, bench).onWallet()), SigningRefusal.Terminal.class);
        refused(wallet(second, PRODUCER, verified(second, bench).onWallet()), SigningRefusal.Terminal.class);
    }

    @Test
    void a_ruling_without_its_evidence_divides_nothing() throws IOException {
        var unused = ruled();
        Evidence whole = ruling().evidence();
        Evidence less = new Evidence(
                whole.terms(),
                whole.consumer(),
                whole.producer(),
                whole.books(),
                List.of(),
                whole.readings(),
                whole.silences(),
                whole.preimages());

        refused(
                wallet(
                        new RulingFile(ruling().ruling(), less),
                        CONSUMER,
                        verified(ruling(), bench).onWallet()),
                SigningRefusal.NotProved.class);
    }

    /** The producer's newest version, with all three units. */
    private CommitmentTx version(Party owner) {
        Households.Version newest = bench.households.version(owner);
        return CommitmentTx.build(
                deed().wallet(),
                new CommitmentVersion(
                        owner,
                        bench.households.tip(owner, newest.number()).number(),
                        bench.households.tip(owner, newest.number()).point()),
                newest.balances(),
                newest.units().stream().map(Ticket::pendingUnit).toList());
    }

    private Spend unit(CommitmentTx version, Ticket ticket) {
        return version.spend(version.outputOf(ticket.pendingUnit()).orElseThrow(), Branch.REPLACED);
    }

    private SigningOrder.RuledUnits replaced(CommitmentTx version, Ticket ticket, Allocation split) {
        ClaimTx claim = ClaimTx.ruled(
                List.of(unit(version, ticket)),
                deed().wallet().scripts(),
                split,
                ruling().ruling().hash());
        return new SigningOrder.RuledUnits(deed(), claim, version, ruling());
    }

    @Test
    void a_defaulted_unit_is_claimed_by_the_ruling_and_a_delivered_one_is_not() throws IOException {
        List<Ticket> units = ruled();
        CommitmentTx version = version(PRODUCER);
        Allocation utilitys = Allocation.of(0, 0, 1_250);

        followed(replaced(version, units.get(1), utilitys));
        refused(replaced(version, units.get(0), utilitys), SigningRefusal.NotProved.class);
        refused(replaced(version, units.get(1), Allocation.of(0, 1_250, 0)), SigningRefusal.NotProved.class);
    }

    @Test
    void a_delivered_unit_is_claimed_for_the_producer_alone() throws IOException {
        List<Ticket> units = ruled();
        Spend delivered = unit(version(PRODUCER), units.get(0));

        followed(claim(delivered, Households.payout(PRODUCER)));
        followed(claim(delivered, Households.payout(PRODUCER)));
        refused(claim(delivered, Households.payout(UTILITY)), SigningRefusal.WrongPayee.class);
        refused(claim(delivered, Households.payout(CONSUMER)), SigningRefusal.WrongPayee.class);
    }

    /** A utility that mines would take the producer's coins that way. */
    @Test
    void a_claim_that_burns_the_producers_coins_is_refused() throws IOException {
        List<Ticket> units = ruled();
        Spend delivered = unit(version(PRODUCER), units.get(0));
        Bytes payout = Households.payout(PRODUCER);

        refused(claim(delivered, payout, new FeeRate(4_000)), SigningRefusal.TooMuchFee.class);
        followed(claim(delivered, payout, MOST));
    }

    @Test
    void a_unit_is_never_claimed_both_ways() throws IOException {
        List<Ticket> units = ruled();
        CommitmentTx version = version(PRODUCER);
        followed(replaced(version, units.get(1), Allocation.of(0, 0, 1_250)));

        refused(claim(unit(version, units.get(1)), Households.payout(PRODUCER)), SigningRefusal.SecondSpend.class);
    }

    private SigningOrder.Claim claim(Spend spend, Bytes payout) {
        return claim(spend, payout, FeeRate.RELAY);
    }

    private SigningOrder.Claim claim(Spend spend, Bytes payout, FeeRate rate) {
        ClaimTx claim =
                ClaimTx.paying(List.of(spend), payout, rate, Coin.valueOf(330)).orElseThrow();
        return new SigningOrder.Claim(deed(), claim, Map.of(), Optional.empty());
    }

    @Test
    void the_producers_balance_is_divided_by_the_ruling_once() throws IOException {
        var unused = ruled();
        CommitmentTx version = version(PRODUCER);
        Allocation split = verified(ruling(), bench).onVersionOf(PRODUCER).ofProducerBalance(Coin.valueOf(330));

        followed(balance(version, split));
        refused(balance(version, Allocation.of(1_000, 0, split.total().value - 1_000)), SigningRefusal.NotProved.class);
    }

    private SigningOrder.RuledBalance balance(CommitmentTx version, Allocation split) {
        ClaimTx claim = ClaimTx.ruled(
                List.of(version.spend(version.balanceOf(PRODUCER).orElseThrow(), Branch.ARBITRATION)),
                deed().wallet().scripts(),
                split,
                ruling().ruling().hash());
        return new SigningOrder.RuledBalance(deed(), claim, version, ruling());
    }

    /** The justice that the machine orders against commitment 0 of the consumer. */
    private SigningOrder.TowerJustice justice() {
        for (int i = 0; i < 3; i++) {
            bench.steps(bench.households.round(List.of(), List.of(), List.of()));
        }
        bench.tick(200);
        bench.spent(bench.households.publishedOpening(deed().wallet(), CONSUMER, 0));
        bench.tick(202);
        return bench.state().resume().actions().stream()
                .flatMap(action -> tower(action).stream())
                .findFirst()
                .orElseThrow();
    }

    private static Optional<SigningOrder.TowerJustice> tower(ChannelAction action) {
        return action instanceof PublishSigned<?> draft
                        && draft.draft().order() instanceof SigningOrder.TowerJustice order
                ? Optional.of(order)
                : Optional.empty();
    }

    @Test
    void justice_pays_the_victim_and_nobody_else() throws IOException {
        SigningOrder.TowerJustice due = justice();

        followed(due);
        for (Party thief : List.of(CONSUMER, UTILITY)) {
            JusticeTx stolen = JusticeTx.build(
                            due.version(), due.version().punishable(), Households.payout(thief), FeeRate.RELAY)
                    .orElseThrow();
            refused(
                    new SigningOrder.TowerJustice(
                            deed(), stolen, due.version(), due.secret(), due.owners(), due.victims()),
                    SigningRefusal.WrongPayee.class);
        }
    }

    @Test
    void justice_that_burns_the_victims_coins_is_refused() throws IOException {
        SigningOrder.TowerJustice due = justice();

        refused(justice(due, new FeeRate(100_000)), SigningRefusal.TooMuchFee.class);
        followed(justice(due, MOST));
    }

    private SigningOrder.TowerJustice justice(SigningOrder.TowerJustice due, FeeRate rate) {
        JusticeTx justice = JusticeTx.build(
                        due.version(), due.version().punishable(), Households.payout(PRODUCER), rate)
                .orElseThrow();
        return new SigningOrder.TowerJustice(deed(), justice, due.version(), due.secret(), due.owners(), due.victims());
    }

    @Test
    void justice_needs_receipts_of_both_that_supersede_the_version() throws IOException {
        SigningOrder.TowerJustice due = justice();
        Signed<StateReceipt> owners = due.owners();
        Signed<StateReceipt> victims = due.victims();

        refused(with(due, owners, owners), SigningRefusal.NotRevoked.class);
        refused(with(due, victims, victims), SigningRefusal.NotRevoked.class);
        refused(with(due, victims, owners), SigningRefusal.NotRevoked.class);
        refused(
                with(due, Signed.sign(owners.content(), Households.node(PRODUCER)), victims),
                SigningRefusal.NotRevoked.class);
    }

    private SigningOrder.TowerJustice with(
            SigningOrder.TowerJustice due, Signed<StateReceipt> owners, Signed<StateReceipt> victims) {
        return new SigningOrder.TowerJustice(deed(), due.justice(), due.version(), due.secret(), owners, victims);
    }

    /** With the secret in hand, but no receipt of a newer version. */
    @Test
    void no_justice_on_a_standing_version() throws IOException {
        SigningOrder.TowerJustice due = justice();
        CommitmentTx newest = version(CONSUMER);
        JusticeTx justice = JusticeTx.build(newest, newest.punishable(), Households.payout(PRODUCER), FeeRate.RELAY)
                .orElseThrow();
        PrivateKey secret = bench.households
                .secrets(CONSUMER)
                .shaChain()
                .secretAt(newest.version().number());

        refused(
                new SigningOrder.TowerJustice(deed(), justice, newest, secret, due.owners(), due.victims()),
                SigningRefusal.NotRevoked.class);
        refused(
                new SigningOrder.TowerJustice(deed(), justice, newest, due.secret(), due.owners(), due.victims()),
                SigningRefusal.NotRevoked.class);
    }

    @Test
    void what_is_a_households_is_not_the_utilitys_to_sign() throws IOException {
        CommitmentTx version = version(CONSUMER);

        refused(new SigningOrder.PeerVersion(deed(), version, Optional.empty()), SigningRefusal.NotMine.class);
    }

    @Test
    void a_channel_of_another_utility_is_refused() throws IOException {
        var unused = ruled();
        UtilitySigner other = new UtilitySigner(
                PrivateKey.of(Households.filled(22)).publicKey(), MOST, Households.filled(10), new InMemoryMarks());

        assertThat(other.sign(penalty()).flaw()).get().isInstanceOf(SigningRefusal.OtherChannel.class);
    }
}
