package org.gridbolt.multisig.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the protocol demands of points and secrets, as far as keys alone decide it; numbered as there. */
class PointsAndSecretsTest {

    private static final ChannelKeyRing RING = Examples.ring();
    private static final ShaChain PEER = new ShaChain(Examples.bytes32("peer"));

    private static CommitmentNumber state(long number) {
        return new CommitmentNumber(number);
    }

    /** The peer's secrets of the states before {@code number}. */
    private static RevokedSecrets revokedBefore(long number) {
        RevokedSecrets held = RevokedSecrets.EMPTY;
        for (long n = 0; n < number; n++) {
            held = held.insert(state(n), PEER.secretAt(state(n))).orElseThrow();
        }
        return held;
    }

    @Nested
    class Must_1_a_point_is_on_the_curve_and_its_x_is_new {

        private static Stream<PublicKey> staticKeys() {
            return RING.all().stream();
        }

        @Test
        void a_fresh_point_is_accepted() {
            PublicKey point = PEER.pointAt(state(1));
            List<PublicKey> live = List.of(PEER.pointAt(state(0)));
            assertThat(PointCheck.of(point.bytes(), RING, live)).isEqualTo(new PointCheck.Accepted(point));
            assertThat(PointCheck.of(point.bytes(), RING, List.of())).isEqualTo(new PointCheck.Accepted(point));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "020000000000000000000000000000000000000000000000000000000000000005",
                    "0479be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798"
                })
        void a_point_off_the_curve_or_not_compressed_is_refused(String hex) {
            Bytes bytes = Bytes.ofHex(hex);
            assertThat(PointCheck.of(bytes, RING, List.of())).isEqualTo(new PointCheck.NotOnCurve(bytes));
        }

        @ParameterizedTest
        @MethodSource("staticKeys")
        void a_static_key_of_any_party_is_refused(PublicKey key) {
            assertThat(PointCheck.of(key.bytes(), RING, List.of())).isEqualTo(new PointCheck.StaticKey(key));
        }

        @ParameterizedTest
        @MethodSource("staticKeys")
        void the_negation_of_a_static_key_is_refused(PublicKey key) {
            PublicKey negated = key.negate();
            assertThat(PointCheck.of(negated.bytes(), RING, List.of())).isEqualTo(new PointCheck.StaticKey(negated));
        }

        @Test
        void the_senders_other_live_point_and_its_negation_are_refused() {
            PublicKey live = PEER.pointAt(state(4));
            assertThat(PointCheck.of(live.bytes(), RING, List.of(live))).isEqualTo(new PointCheck.Repeated(live));
            assertThat(PointCheck.of(live.negate().bytes(), RING, List.of(live)))
                    .isEqualTo(new PointCheck.Repeated(live.negate()));
        }
    }

    @Nested
    class Must_3_a_secret_is_accepted_only_if_it_is_the_points_and_the_chains {

        private final CommitmentNumber revoked = state(5);
        private final RevokedSecrets held = revokedBefore(5);
        private final PublicKey point = PEER.pointAt(revoked);

        @Test
        void the_secret_of_the_point_is_accepted_and_stored() {
            PrivateKey secret = PEER.secretAt(revoked);
            assertThat(SecretCheck.of(secret.bytes(), revoked, point, held))
                    .isEqualTo(new SecretCheck.Accepted(secret, revokedBefore(6)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "0000000000000000000000000000000000000000000000000000000000000000",
                    "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141"
                })
        void a_secret_outside_1_to_N_minus_1_is_refused(String hex) {
            assertThat(SecretCheck.of(Bytes.ofHex(hex), revoked, point, held)).isEqualTo(new SecretCheck.OutOfRange());
        }

        @Test
        void a_secret_of_another_point_is_refused_also_when_it_is_the_negated_one() {
            PrivateKey other = PEER.secretAt(state(6));
            assertThat(SecretCheck.of(other.bytes(), revoked, point, held))
                    .isEqualTo(new SecretCheck.WrongPoint(point, other.publicKey()));
            assertThat(SecretCheck.of(PEER.secretAt(revoked).bytes(), revoked, point.negate(), held))
                    .isEqualTo(new SecretCheck.WrongPoint(point.negate(), point));
        }

        @Test
        void a_secret_of_its_point_but_outside_the_chain_is_refused_and_nothing_is_overwritten() {
            Bytes before = held.encode();
            PrivateKey foreign = Examples.privateKey("foreign");
            assertThat(SecretCheck.of(foreign.bytes(), revoked, foreign.publicKey(), held))
                    .isEqualTo(new SecretCheck.OutsideChain(revoked));
            assertThat(held.encode()).isEqualTo(before);
            assertThat(held.secretAt(state(4))).contains(PEER.secretAt(state(4)));
        }

        @Test
        void a_secret_before_its_turn_is_refused() {
            PrivateKey early = PEER.secretAt(state(6));
            assertThat(SecretCheck.of(early.bytes(), state(6), early.publicKey(), held))
                    .isEqualTo(new SecretCheck.OutsideChain(state(6)));
        }
    }

    @Nested
    class Must_4_revealing_a_secret_leaks_no_future_one {

        @Test
        void a_later_state_has_a_lower_index() {
            assertThat(ShaChain.indexOf(CommitmentNumber.ZERO)).isEqualTo((1L << 48) - 1);
            assertThat(ShaChain.indexOf(state(1))).isEqualTo((1L << 48) - 2);
        }

        @Test
        void what_a_revealed_secret_derives_is_older_than_itself() {
            for (long n = 0; n < 64; n++) {
                long index = ShaChain.indexOf(state(n));
                int free = Long.numberOfTrailingZeros(index);
                byte[] revealed = PEER.secretAt(state(n)).scalar();
                for (long below = 0; below < 1L << free; below++) {
                    CommitmentNumber derived = state(n - below);
                    assertThat(ShaChain.derive(revealed, free, index + below))
                            .isEqualTo(PEER.secretAt(derived).scalar());
                }
                assertThat(revokedBefore(n + 1).secretAt(state(n + 1))).isEmpty();
            }
        }
    }

    @Nested
    class Must_5_seed_and_keys_are_fresh_per_channel_and_role {

        private final Bytes seed = Examples.bytes32("seed");
        private final KeyId other = new KeyId(Examples.bytes32("other").slice(0, KeyId.SIZE));

        private CommitmentNumber[] early() {
            return new CommitmentNumber[] {state(0), state(1), state(2)};
        }

        @Test
        void another_key_id_gives_other_keys_and_other_per_commitment_secrets() {
            ChannelSecrets one = ChannelSecrets.derive(seed, Party.CONSUMER, Examples.KEY_ID);
            ChannelSecrets two = ChannelSecrets.derive(seed, Party.CONSUMER, other);
            assertThat(one.publicKeys().all())
                    .doesNotContainAnyElementsOf(two.publicKeys().all());
            assertThat(early())
                    .allSatisfy(number -> assertThat(one.shaChain().secretAt(number))
                            .isNotEqualTo(two.shaChain().secretAt(number)));
        }

        @Test
        void another_role_gives_other_keys_and_other_per_commitment_secrets() {
            ChannelSecrets one = ChannelSecrets.derive(seed, Party.CONSUMER, Examples.KEY_ID);
            ChannelSecrets two = ChannelSecrets.derive(seed, Party.PRODUCER, Examples.KEY_ID);
            assertThat(one.publicKeys().all())
                    .doesNotContainAnyElementsOf(two.publicKeys().all());
            assertThat(early())
                    .allSatisfy(number -> assertThat(one.shaChain().secretAt(number))
                            .isNotEqualTo(two.shaChain().secretAt(number)));
        }

        @Test
        void seed_role_and_key_id_alone_recover_everything() {
            ChannelSecrets one = ChannelSecrets.derive(seed, Party.CONSUMER, Examples.KEY_ID);
            ChannelSecrets again = ChannelSecrets.derive(seed, Party.CONSUMER, Examples.KEY_ID);
            assertThat(again.publicKeys()).isEqualTo(one.publicKeys());
            assertThat(again.shaChain().secretAt(state(9)))
                    .isEqualTo(one.shaChain().secretAt(state(9)));
        }
    }

    @Nested
    class Must_6_signatures_are_deterministic_with_low_S_and_SIGHASH_ALL {

        @Test
        void signing_twice_gives_the_same_bytes() {
            PrivateKey key = Examples.privateKey("justice");
            assertThat(Examples.implementations())
                    .allSatisfy(curve -> assertThat(curve.sign(Examples.digest("spend"), key))
                            .isEqualTo(curve.sign(Examples.digest("spend"), key)));
        }

        @Test
        void every_signature_for_a_script_carries_SIGHASH_ALL() {
            Signature signature = Secp256k1.active().sign(Examples.digest("spend"), Examples.privateKey("justice"));
            Bytes der = signature.derWithSigHashAll();
            assertThat(der.at(der.size() - 1)).isEqualTo((byte) 1);
        }
    }

    @Nested
    class Must_7_only_the_record_says_what_is_revoked {

        @Test
        void a_state_is_not_revoked_before_its_secret_is_recorded_whoever_knows_it() {
            ShaChain own = new ShaChain(Examples.bytes32("own"));
            PublicKey echoed = own.pointAt(state(0));
            assertThat(PointCheck.of(echoed.bytes(), RING, List.of())).isEqualTo(new PointCheck.Accepted(echoed));
            assertThat(RevokedSecrets.EMPTY.isRevoked(state(0))).isFalse();
            assertThat(RevokedSecrets.EMPTY.secretAt(state(0))).isEmpty();
        }

        @Test
        void the_recorded_states_are_revoked_and_no_other() {
            RevokedSecrets held = revokedBefore(3);
            assertThat(Stream.of(0, 1, 2, 3, 4).map(n -> held.isRevoked(state(n))))
                    .containsExactly(true, true, true, false, false);
        }
    }
}
