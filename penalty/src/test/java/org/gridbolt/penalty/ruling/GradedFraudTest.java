package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER;
import static org.gridbolt.penalty.ChannelFixture.CONSUMER_NODE;
import static org.gridbolt.penalty.ChannelFixture.KEYS;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER;
import static org.gridbolt.penalty.ChannelFixture.PRODUCER_NODE;
import static org.gridbolt.penalty.ChannelFixture.SCHEDULE;
import static org.gridbolt.penalty.ChannelFixture.UTILITY;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.WALLET;
import static org.gridbolt.penalty.ChannelFixture.hash;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.ChannelFixture;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.junit.jupiter.api.Test;

/** A consumer that punishes what it waived, and a utility that keeps what its ruling gives others. */
class GradedFraudTest {

    private static final Graded TENTH = new Graded(new Fraction(1, 10), 0, new PerMille(400));

    /** 250 of 1000 Wh lacking: the producer is owed 2500 of the unit's 30000, and the consumer 8000. */
    private static final Graded SHARED = new Graded(Fraction.WHOLE, 0, new PerMille(400));

    private static GradedCase small(WalletTemplate template) {
        GradedCase ruled =
                new GradedCase(ChannelFixture.terms(TENTH, SCHEDULE, template), WALLET).lacking(1, 4_000, 250);
        ruled.consumerBalances = Allocation.of(196_000, 80_000, 20_000);
        ruled.producerBalances = ruled.consumerBalances;
        return ruled;
    }

    private static Transaction penalty(GradedCase ruled, Party household, Outpoint outpoint, Sha256Hash ruling) {
        FundedWallet wallet = new FundedWallet(ruled.terms.scripts(KEYS), outpoint, Coin.valueOf(300_000));
        PenaltyTx penalty = PenaltyTx.build(wallet, household, ruled.verified().onWallet(), ruling);
        ChannelSecrets secrets = household == Party.CONSUMER ? CONSUMER : PRODUCER;
        return penalty.signed(
                penalty.sign(wallet.scripts().walletKey(secrets, Party.UTILITY)),
                penalty.sign(wallet.scripts().walletKey(UTILITY, household)));
    }

    private static FraudProof afterWaiver(GradedCase ruled, PrivateKey promised, Transaction penalty) {
        Signed<Terms> terms = Signed.sign(ruled.terms, UTILITY_NODE);
        Signed<PenaltyWaived> waived =
                Signed.sign(new PenaltyWaived(ruled.channel, ruled.verified().hash()), promised);
        return new FraudProof.PenaltyAfterWaiver(terms, waived, penalty.serialize());
    }

    @Test
    void a_consumer_that_signs_the_penalty_it_waived_is_convicted() {
        GradedCase ruled = small(WalletTemplate.ROLE_KEYS);
        Transaction penalty =
                penalty(ruled, Party.CONSUMER, WALLET, ruled.verified().hash());
        FraudProof proof = afterWaiver(ruled, CONSUMER_NODE, penalty);

        assertThat(proof.convicts(CONSUMER_NODE.publicKey())).isTrue();
        assertThat(proof.convicts(UTILITY_NODE.publicKey())).isFalse();
        assertThat(proof.message()).contains(ruled.verified().hash().toString());
        assertThat(proof.mined()).containsExactly(penalty.serialize());
        assertThat(FraudProof.decode(proof.encode()).value()).contains(proof);
    }

    /** Nobody else can frame it: not by a promise of their own, not with another penalty, wallet or pair. */
    @Test
    void nothing_but_its_own_promise_and_its_own_signature_convicts_it() {
        GradedCase ruled = small(WalletTemplate.ROLE_KEYS);
        Sha256Hash ruling = ruled.verified().hash();
        Outpoint elsewhere = new Outpoint(hash("another funding"), 0);

        for (FraudProof framed : List.of(
                afterWaiver(ruled, PRODUCER_NODE, penalty(ruled, Party.CONSUMER, WALLET, ruling)),
                afterWaiver(ruled, CONSUMER_NODE, penalty(ruled, Party.CONSUMER, WALLET, hash("another ruling"))),
                afterWaiver(ruled, CONSUMER_NODE, penalty(ruled, Party.CONSUMER, elsewhere, ruling)),
                afterWaiver(ruled, CONSUMER_NODE, penalty(ruled, Party.PRODUCER, WALLET, ruling)))) {
            assertThat(framed.convicts(CONSUMER_NODE.publicKey())).isFalse();
        }
    }

    /** Producer and utility could have made it, and it would look the same. */
    @Test
    void on_a_plain_wallet_it_convicts_nobody() {
        GradedCase ruled = small(WalletTemplate.PLAIN);
        Transaction penalty =
                penalty(ruled, Party.CONSUMER, WALLET, ruled.verified().hash());

        assertThat(afterWaiver(ruled, CONSUMER_NODE, penalty).convicts(CONSUMER_NODE.publicKey()))
                .isFalse();
    }

    private final GradedCase shared = new GradedCase(SHARED).lacking(1, 30_000, 250);

    private CommitmentTx version(Party owner) {
        return version(owner, 7, shared.consumerBalances);
    }

    private CommitmentTx version(Party owner, long state, Allocation balances, PendingUnit... more) {
        CommitmentNumber number = new CommitmentNumber(state);
        ChannelSecrets secrets = owner == Party.CONSUMER ? CONSUMER : PRODUCER;
        return CommitmentTx.build(
                new FundedWallet(shared.terms.scripts(KEYS), WALLET, Coin.valueOf(300_000)),
                new CommitmentVersion(owner, number, secrets.shaChain().pointAt(number)),
                balances,
                Stream.concat(shared.consumerUnits.stream().map(Ticket::pendingUnit), Stream.of(more))
                        .toList());
    }

    private static List<Spend> units(CommitmentTx version, Branch branch) {
        return version.units().stream()
                .map(unit -> version.spend(version.outputOf(unit).orElseThrow(), branch))
                .toList();
    }

    private FraudProof claimed(Party owner, Allocation split) {
        CommitmentTx version = version(owner);
        return unpaid(version, claim(units(version, Branch.REPLACED), split, ruling()));
    }

    private Sha256Hash ruling() {
        return shared.verified().hash();
    }

    private Bytes claim(List<Spend> units, Allocation split, Sha256Hash named) {
        ClaimTx claim = ClaimTx.ruled(units, shared.terms.scripts(KEYS), split, named);
        return claim.signed(List.of(UTILITY.unitKey()), Map.of()).serialize();
    }

    private FraudProof unpaid(CommitmentTx version, Bytes... claims) {
        return new FraudProof.UnpaidClaim(shared.file(), ConfirmedVersion.of(version), List.of(claims));
    }

    private static boolean convicts(FraudProof proof) {
        assertThat(FraudProof.decode(proof.encode()).value()).contains(proof);
        return proof.convicts(UTILITY_NODE.publicKey());
    }

    @Test
    void a_utility_that_claims_by_its_ruling_is_honest() {
        for (Party owner : List.of(Party.CONSUMER, Party.PRODUCER)) {
            assertThat(claimed(owner, Allocation.of(8_000, 2_500, 19_500)).convicts(UTILITY_NODE.publicKey()))
                    .isFalse();
        }
    }

    @Test
    void a_utility_that_keeps_what_is_the_producers_or_the_consumers_is_convicted() {
        for (Party owner : List.of(Party.CONSUMER, Party.PRODUCER)) {
            for (Allocation kept : List.of(
                    Allocation.of(0, 0, 30_000),
                    Allocation.of(8_000, 2_499, 19_501),
                    Allocation.of(7_999, 2_500, 19_501))) {
                FraudProof proof = claimed(owner, kept);
                assertThat(proof.convicts(UTILITY_NODE.publicKey())).isTrue();
                assertThat(proof.convicts(CONSUMER_NODE.publicKey())).isFalse();
                assertThat(FraudProof.decode(proof.encode()).value()).contains(proof);
                assertThat(proof.message()).contains("kept");
                // Whoever judges it has to look for this one in the chain: its signatures are not checked here.
                assertThat(proof.mined()).hasSize(1);
            }
        }
    }

    /** Without a word of the ruling, and with a fee, so that it looks like any claim of an undelivered unit. */
    @Test
    void a_utility_that_just_takes_the_units_is_convicted_too() {
        CommitmentTx version = version(Party.PRODUCER);
        ClaimTx claim = ClaimTx.paying(
                        units(version, Branch.REPLACED),
                        shared.terms.identity().payoutScript(Party.UTILITY),
                        new FeeRate(3000),
                        Coin.valueOf(330))
                .orElseThrow();
        Bytes taken = claim.signed(List.of(UTILITY.unitKey()), Map.of()).serialize();

        assertThat(convicts(unpaid(version, taken))).isTrue();
    }

    /** The consumer taking its refund, when the utility sleeps, accuses nobody. */
    @Test
    void another_partys_claim_convicts_nobody() {
        CommitmentTx version = version(Party.CONSUMER);
        ClaimTx claim = ClaimTx.paying(
                        units(version, Branch.REFUNDED),
                        shared.terms.identity().payoutScript(Party.UTILITY),
                        new FeeRate(3000),
                        Coin.valueOf(330))
                .orElseThrow();
        Bytes taken = claim.signed(List.of(CONSUMER.unitKey()), Map.of()).serialize();

        assertThat(convicts(unpaid(version, taken))).isFalse();
        assertThat(convicts(unpaid(version, Bytes.EMPTY))).isFalse();
        assertThat(convicts(unpaid(version))).isFalse();
    }

    /** What the ruling gives on {@code version} when {@code held} coins of the units are left, and the utility the rest. */
    private Allocation honest(CommitmentTx version, long held) {
        return shared.verified()
                .onConfirmed(
                        version.balances(),
                        version.units(),
                        shared.file().evidence().ticketsByHash())
                .ofDefaultedUnits(Coin.valueOf(held), Coin.valueOf(330));
    }

    private static Allocation keeping(Allocation split, Party household) {
        return split.with(household, split.of(household).subtract(Coin.SATOSHI))
                .with(Party.UTILITY, split.utility().add(Coin.SATOSHI));
    }

    /** The next state has a delivered unit folded into the producer's balance, and a new one: the ruling comes to something else there. */
    @Test
    void a_version_that_was_under_way_decides_by_its_own_coins() {
        PendingUnit offered = shared.ticket(2, 10_000).pendingUnit();
        for (Party owner : List.of(Party.CONSUMER, Party.PRODUCER)) {
            CommitmentTx version = version(owner, 8, Allocation.of(120_000, 120_000, 20_000), offered);
            List<Spend> units = List.of(version.spend(
                    version.outputOf(shared.consumerUnits.get(0).pendingUnit()).orElseThrow(), Branch.REPLACED));
            Allocation honest = honest(version, 30_000);
            Allocation onNewest = honest(version(owner), 30_000);
            assertThat(honest.producer()).isLessThan(onNewest.producer());

            assertThat(convicts(unpaid(version, claim(units, honest, ruling()))))
                    .isFalse();
            assertThat(convicts(unpaid(version, claim(units, keeping(honest, Party.CONSUMER), ruling()))))
                    .isTrue();
            // It is the version that was claimed from which counts, not one that would say more.
            assertThat(convicts(unpaid(version(owner), claim(units, honest, ruling()))))
                    .isFalse();
        }
    }

    /** With a second defaulted unit, of which little is lacking: the consumer is still owed more than that unit holds. */
    private CommitmentTx withTwoDefaults() {
        shared.consumerBalances = Allocation.of(166_000, 80_000, 20_000);
        shared.producerBalances = shared.consumerBalances;
        assertThat(shared.lacking(3, 4_000, 10).verdicts).hasSize(2);
        return version(Party.CONSUMER);
    }

    private List<Spend> only(CommitmentTx version, int place) {
        return List.of(version.spend(
                version.outputOf(shared.consumerUnits.get(place).pendingUnit()).orElseThrow(), Branch.REPLACED));
    }

    @Test
    void a_unit_that_the_consumer_took_late_is_not_owed_a_second_time() {
        CommitmentTx version = withTwoDefaults();
        Allocation rest = honest(version, 30_000);
        assertThat(rest.consumer()).isEqualTo(honest(version, 34_000).consumer().subtract(Coin.valueOf(4_000)));

        assertThat(convicts(unpaid(version, claim(only(version, 0), rest, ruling()))))
                .isFalse();
        for (Party household : List.of(Party.CONSUMER, Party.PRODUCER)) {
            assertThat(convicts(unpaid(version, claim(only(version, 0), keeping(rest, household), ruling()))))
                    .isTrue();
        }
    }

    /** Each claim for itself looks like that of a utility whose consumer took the other unit. */
    @Test
    void a_utility_that_splits_its_claim_is_convicted_by_all_of_it() {
        CommitmentTx version = withTwoDefaults();
        Bytes one = claim(only(version, 0), honest(version, 30_000), ruling());
        Bytes other = claim(only(version, 1), honest(version, 4_000), ruling());

        assertThat(convicts(unpaid(version, one))).isFalse();
        assertThat(convicts(unpaid(version, one, other))).isTrue();
        assertThat(convicts(unpaid(version, one, one))).isFalse();
    }

    /** There may be a later ruling, on more units. */
    @Test
    void a_claim_by_another_ruling_accuses_until_that_one_is_shown() {
        CommitmentTx version = version(Party.CONSUMER);
        List<Spend> units = units(version, Branch.REPLACED);
        FraudProof proof = unpaid(version, claim(units, Allocation.of(0, 0, 30_000), hash("a later ruling")));

        assertThat(convicts(proof)).isFalse();
        assertThat(proof.answer()).contains(hash("a later ruling"));
        assertThat(unpaid(version, claim(units, Allocation.of(0, 0, 30_000), ruling()))
                        .answer())
                .isEmpty();
    }

    /** Nothing in the version is signed: it counts as what comes out of the transaction again, or not at all. */
    @Test
    void a_version_that_was_made_up_convicts_nobody() {
        CommitmentTx version = version(Party.CONSUMER);
        ConfirmedVersion genuine = ConfirmedVersion.of(version);
        Bytes claim = claim(units(version, Branch.REPLACED), Allocation.of(0, 0, 30_000), ruling());
        CommitmentVersion later = new CommitmentVersion(
                Party.CONSUMER, new CommitmentNumber(8), version.version().point());
        PendingUnit dust = new PendingUnit(Coin.valueOf(1), hash("dust"), new BlockHeight(1));
        List<PendingUnit> more = new ArrayList<>(genuine.units());
        more.add(dust);
        more.add(genuine.units().get(0));

        assertThat(convicts(with(genuine, claim))).isTrue();
        assertThat(convicts(with(
                        new ConfirmedVersion(
                                genuine.consumer(), genuine.producer(), genuine.version(), more, genuine.published()),
                        claim)))
                .isTrue();
        for (ConfirmedVersion made : List.of(
                new ConfirmedVersion(
                        genuine.consumer(), genuine.producer(), later, genuine.units(), genuine.published()),
                new ConfirmedVersion(
                        genuine.consumer(), genuine.producer(), genuine.version(), List.of(), genuine.published()),
                new ConfirmedVersion(
                        genuine.consumer(), genuine.producer(), genuine.version(), genuine.units(), Bytes.EMPTY),
                new ConfirmedVersion(
                        genuine.consumer(),
                        sameKeys(Party.PRODUCER, genuine.consumer()),
                        genuine.version(),
                        genuine.units(),
                        genuine.published()))) {
            assertThat(convicts(with(made, claim))).isFalse();
        }
    }

    private FraudProof with(ConfirmedVersion version, Bytes claim) {
        return new FraudProof.UnpaidClaim(shared.file(), version, List.of(claim));
    }

    private static PartyKeys sameKeys(Party party, PartyKeys keys) {
        return new PartyKeys(
                party,
                keys.walletFirst(),
                keys.walletSecond(),
                keys.arbitration(),
                keys.balance(),
                keys.justice(),
                keys.unit());
    }

    @Test
    void an_honest_claim_on_a_version_that_was_under_way_convicts_nobody() {
        Allocation grown = Allocation.of(130_000, 120_000, 20_000);
        CommitmentNumber number = new CommitmentNumber(8);
        CommitmentTx next = CommitmentTx.build(
                new FundedWallet(shared.terms.scripts(KEYS), WALLET, Coin.valueOf(300_000)),
                new CommitmentVersion(
                        Party.CONSUMER, number, CONSUMER.shaChain().pointAt(number)),
                grown,
                shared.consumerUnits.stream().map(Ticket::pendingUnit).toList());
        Allocation honest = shared.verified()
                .onConfirmed(grown, next.units(), shared.file().evidence().ticketsByHash())
                .ofDefaultedUnits(Coin.valueOf(330));
        ClaimTx claim = ClaimTx.ruled(
                List.of(next.spend(next.outputOf(next.units().get(0)).orElseThrow(), Branch.REPLACED)),
                shared.terms.scripts(KEYS),
                honest,
                shared.verified().hash());
        assertThat(convicts(unpaid(
                        next, claim.signed(List.of(UTILITY.unitKey()), Map.of()).serialize())))
                .as("%s", honest)
                .isFalse();
    }

    private FraudProof balanceTaken(Party owner, Allocation split) {
        CommitmentTx version = version(owner);
        Spend balance = version.spend(version.balanceOf(Party.PRODUCER).orElseThrow(), Branch.ARBITRATION);
        ClaimTx spend = ClaimTx.ruled(
                List.of(balance),
                shared.terms.scripts(KEYS),
                split,
                shared.verified().hash());
        Transaction mined = spend.signed(List.of(CONSUMER.arbitrationKey(), UTILITY.arbitrationKey()), Map.of());
        return new FraudProof.SpendWithoutRuling(
                Signed.sign(shared.terms, UTILITY_NODE), mined.serialize(), Optional.of(shared.file()));
    }

    /** A good ruling that is named for a theft allows what it says and nothing else, on a version as on the wallet. */
    @Test
    void consumer_and_utility_that_take_more_of_the_producers_balance_than_their_ruling_says_are_convicted() {
        for (Party owner : List.of(Party.CONSUMER, Party.PRODUCER)) {
            assertThat(balanceTaken(owner, Allocation.of(0, 0, 80_000)).convicts(UTILITY_NODE.publicKey()))
                    .isTrue();
            assertThat(balanceTaken(owner, Allocation.of(1, 79_999, 0)).convicts(UTILITY_NODE.publicKey()))
                    .isTrue();
            assertThat(balanceTaken(owner, Allocation.of(0, 80_000, 0)).convicts(UTILITY_NODE.publicKey()))
                    .isFalse();
        }
    }

    @Test
    void what_the_ruling_takes_of_the_balance_convicts_nobody() {
        shared.readings.clear();
        shared.verdicts.clear();
        shared.consumerUnits.clear();
        shared.producerUnits.clear();
        assertThat(shared.lacking(1, 30_000, 1000).verdicts).hasSize(1);

        for (Party owner : List.of(Party.CONSUMER, Party.PRODUCER)) {
            assertThat(balanceTaken(owner, Allocation.of(32_000, 0, 48_000)).convicts(UTILITY_NODE.publicKey()))
                    .isFalse();
        }
    }
}
