package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.CHANNEL;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.key;
import static org.gridbolt.penalty.ChannelFixture.preimage;
import static org.gridbolt.penalty.ruling.RulingCase.BOOK;
import static org.gridbolt.penalty.ruling.RulingCase.DEFAULTED;
import static org.gridbolt.penalty.ruling.RulingCase.DELIVERED;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.ChannelId;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.pricing.Outcome;
import org.junit.jupiter.api.Test;

/** What the consumer does before it signs a penalty. */
class CosignerTest {

    private static final PublicKey UTILITY = UTILITY_NODE.publicKey();

    private final RulingCase ruled = new RulingCase();

    @Test
    void a_proved_ruling_on_the_newest_state_may_be_signed() {
        assertThat(examine(Map.of(), List.of()).value().map(VerifiedRuling::onWallet))
                .contains(Allocation.of(160_000, 40_000, 100_000));
    }

    @Test
    void knowing_the_preimages_of_delivered_units_changes_nothing() {
        assertThat(examine(Map.of(DELIVERED.hash(), preimage(DELIVERED)), List.of())
                        .value())
                .isPresent();
    }

    @Test
    void a_false_default_is_refused_and_its_proof_convicts_the_utility() {
        FraudProof proof = fraud(Map.of(DEFAULTED.hash(), preimage(DEFAULTED)), List.of());

        assertThat(proof).isInstanceOf(FraudProof.DefaultOfRevealedUnit.class);
        assertThat(proof.convicts(UTILITY)).isTrue();
        assertThat(proof.convicts(key("a stranger").publicKey())).isFalse();
        assertThat(proof.message()).contains("unit 1");
    }

    @Test
    void a_false_default_is_proved_even_when_its_evidence_is_no_good() {
        ruled.acceptances.clear();
        ruled.readings.clear();

        assertThat(fraud(Map.of(DEFAULTED.hash(), preimage(DEFAULTED)), List.of())
                        .convicts(UTILITY))
                .isTrue();
    }

    @Test
    void a_second_ruling_that_contradicts_the_first_is_refused_and_both_convict_the_utility() {
        Signed<Ruling> first = ruled.file().ruling();
        ruled.verdicts.set(0, UnitVerdict.cancelled(DEFAULTED.unit()));

        FraudProof proof = fraud(Map.of(), List.of(first));

        assertThat(proof).isInstanceOf(FraudProof.ContradictoryRulings.class);
        assertThat(proof.convicts(UTILITY)).isTrue();
        assertThat(proof.convicts(key("a stranger").publicKey())).isFalse();
    }

    @Test
    void the_same_ruling_again_is_no_contradiction() {
        assertThat(examine(Map.of(), List.of(ruled.file().ruling())).value()).isPresent();
    }

    /** Else anybody could make up the utility's fraud. */
    @Test
    void a_contradiction_that_the_utility_did_not_sign_convicts_nobody() {
        Ruling other = withVerdict(ruled.file().ruling().content(), UnitVerdict.cancelled(DEFAULTED.unit()));

        assertThat(examine(Map.of(), List.of(Signed.sign(other, key("a stranger"))))
                        .value())
                .isPresent();
    }

    private static Ruling withVerdict(Ruling ruling, UnitVerdict first) {
        List<UnitVerdict> verdicts = new ArrayList<>(ruling.verdicts());
        verdicts.set(0, first);
        return new Ruling(
                ruling.channel(),
                ruling.wallet(),
                ruling.receipt(),
                ruling.sequence(),
                verdicts,
                ruling.evidence(),
                ruling.salt());
    }

    @Test
    void a_ruling_without_proof_is_not_signed() {
        ruled.readings.clear();

        assertThat(examine(Map.of(), List.of()).flaw())
                .contains(new CosignRefusal.Unproved(new RulingFlaw.NothingShown(DEFAULTED.unit())));
    }

    /** Without the last revocation or the utility's acknowledgement the producer accepts nothing. */
    @Test
    void a_default_without_acceptance_is_not_signed() {
        ruled.acceptances.clear();

        assertThat(examine(Map.of(), List.of()).flaw())
                .contains(new CosignRefusal.Unproved(new RulingFlaw.NotAccepted(DEFAULTED.unit())));
    }

    @Test
    void a_ruling_on_an_older_state_is_not_signed() {
        Cosigner ahead = new Cosigner(CHANNEL, UTILITY, hash("a newer receipt"), List.of(), Map.of(), List.of());

        assertThat(ahead.examine(ruled.file()).flaw()).contains(new CosignRefusal.NotNewestState());
    }

    @Test
    void a_ruling_on_another_channel_is_not_signed() {
        ChannelRef other = new ChannelRef(CHANNEL.chain(), new ChannelId(hash("another")), CHANNEL.termsHash());
        Cosigner elsewhere = new Cosigner(other, UTILITY, hash("receipt"), List.of(), Map.of(), List.of());

        assertThat(elsewhere.examine(ruled.file()).flaw()).contains(new CosignRefusal.OtherChannel());
    }

    @Test
    void a_ruling_that_the_utility_did_not_sign_proves_no_fraud() {
        RulingFile honest = ruled.file();
        RulingFile forged =
                new RulingFile(Signed.sign(honest.ruling().content(), key("a stranger")), honest.evidence());

        assertThat(cosigner(Map.of(DEFAULTED.hash(), preimage(DEFAULTED)), List.of())
                        .examine(forged)
                        .flaw())
                .contains(new CosignRefusal.Unproved(new RulingFlaw.NotSigned("the ruling", Party.UTILITY)));
    }

    @Test
    void each_refusal_says_why() {
        assertThat(new CosignRefusal.NotNewestState().message()).contains("newest");
        assertThat(new CosignRefusal.OtherChannel().message()).contains("channel");
        assertThat(new CosignRefusal.Unproved(new RulingFlaw.EvidenceChanged()).message())
                .startsWith("the ruling is not proved: ");
        assertThat(new CosignRefusal.Fraudulent(fraud(Map.of(DEFAULTED.hash(), preimage(DEFAULTED)), List.of()))
                        .message())
                .contains("default");
    }

    private FraudProof fraud(Map<Sha256Hash, Bytes> preimages, List<Signed<Ruling>> earlier) {
        CosignRefusal refusal = examine(preimages, earlier).flaw().orElseThrow();
        assertThat(refusal).isInstanceOf(CosignRefusal.Fraudulent.class);
        return ((CosignRefusal.Fraudulent) refusal).proof();
    }

    private Outcome<VerifiedRuling, CosignRefusal> examine(
            Map<Sha256Hash, Bytes> preimages, List<Signed<Ruling>> earlier) {
        return cosigner(preimages, earlier).examine(ruled.file());
    }

    private Cosigner cosigner(Map<Sha256Hash, Bytes> preimages, List<Signed<Ruling>> earlier) {
        return new Cosigner(
                CHANNEL,
                UTILITY,
                ruled.consumer.receipt().hash(),
                List.of(Signed.sign(BOOK, UTILITY_NODE)),
                preimages,
                earlier);
    }
}
