package org.gridbolt.multisig.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.bitcoinj.base.internal.ByteUtils;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelSecretsTest {

    private static final BigInteger ORDER =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);

    /** Every secret of a channel, in the order of their places in the path. */
    private static List<Bytes> all(ChannelSecrets secrets) {
        List<Party> others = Stream.of(Party.values())
                .filter(party -> party != secrets.party())
                .toList();
        return List.of(
                secrets.walletKeyWith(others.get(0)).bytes(),
                secrets.walletKeyWith(others.get(1)).bytes(),
                secrets.arbitrationKey().bytes(),
                secrets.balanceKey().bytes(),
                secrets.justiceKey().bytes(),
                secrets.unitKey().bytes(),
                Bytes.of(secrets.shaChain().valueAt(0)));
    }

    /** BIP 32 by its text, private and hardened only. */
    private static Bytes bip32(Bytes seed, int... path) throws Exception {
        byte[] node = hmac("Bitcoin seed".getBytes(StandardCharsets.UTF_8), seed.toArray());
        for (int index : path) {
            byte[] key = Arrays.copyOf(node, 32);
            byte[] data = ByteBuffer.allocate(37)
                    .put((byte) 0)
                    .put(key)
                    .putInt(index | 1 << 31)
                    .array();
            byte[] left = hmac(Arrays.copyOfRange(node, 32, 64), data);
            BigInteger child =
                    new BigInteger(1, left, 0, 32).add(new BigInteger(1, key)).mod(ORDER);
            node = ByteBuffer.allocate(64)
                    .put(ByteUtils.bigIntegerToBytes(child, 32))
                    .put(left, 32, 32)
                    .array();
        }
        return Bytes.of(Arrays.copyOf(node, 32));
    }

    private static byte[] hmac(byte[] key, byte[] data) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA512");
        mac.init(new SecretKeySpec(key, "HmacSHA512"));
        return mac.doFinal(data);
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void each_secret_stands_at_the_end_of_its_documented_path(Party party) throws Exception {
        Bytes seed = Examples.bytes32("seed");
        ChannelSecrets secrets = ChannelSecrets.derive(seed, party, Examples.KEY_ID);
        for (int use = 0; use < 7; use++) {
            int[] path = {9735, party.letter(), 0x0001, 0x0203, 0x0405, 0x0607, 0x0809, 0x0a0b, 0x0c0d, 0x0e0f, use};
            assertThat(all(secrets).get(use)).isEqualTo(bip32(seed, path));
        }
    }

    @Test
    void the_keys_of_a_seed_never_change_from_release_to_release() {
        ChannelSecrets secrets = ChannelSecrets.derive(Examples.bytes32("seed"), Party.CONSUMER, Examples.KEY_ID);
        assertThat(secrets.publicKeys().all())
                .extracting(PublicKey::toString)
                .containsExactly(
                        "03ed41f9ba0f1353b8433f7082eae36b2c1d8e379461823fa17cec09f5bfcfaeb6",
                        "0335ec965a0350ca2f2816fc6c962bee7435dc0bee13fb09be267ad222ecbbc8ba",
                        "032067fd2b7c8dca8f0e3fc44131f70115ce5ffece26ea4585104cff8a8b36bb06",
                        "035d27678d9b02c02a4deee313a71aca50cc5b192940585ed3f36dcd328ccdbaf5",
                        "028731b5dac13b7942959df7d82c543259ba11250a367cae6f89ec55d985bdce88",
                        "0236a9ac9ea0e4eb53803840d8377a39fcabfad22e86413b5e7f045e28008d80c1");
        assertThat(secrets.shaChain().pointAt(CommitmentNumber.ZERO))
                .hasToString("0234be37b5b982ff4879e159c1063912e8f0ce6294de69177ad01aff6ff191f16b");
    }

    @Property(tries = 15)
    void two_key_ids_give_unrelated_keys(@ForAll long seed, @ForAll long one, @ForAll long two) {
        Bytes root = Examples.randomBytes(seed, ChannelSecrets.SEED_SIZE);
        Set<Bytes> seen = new HashSet<>();
        Set<KeyId> ids = Set.copyOf(List.of(keyId(one), keyId(two)));
        for (KeyId id : ids) {
            seen.addAll(all(ChannelSecrets.derive(root, Party.PRODUCER, id)));
        }
        assertThat(seen).hasSize(7 * ids.size());
    }

    private static KeyId keyId(long draw) {
        return new KeyId(Examples.randomBytes(draw, KeyId.SIZE));
    }

    @Test
    void key_ids_that_differ_in_one_bit_share_no_key() {
        Set<Bytes> seen = new HashSet<>(all(Examples.secrets(Party.CONSUMER)));
        for (int bit = 0; bit < 8 * KeyId.SIZE; bit += 13) {
            byte[] id = Examples.KEY_ID.value().toArray();
            id[bit / 8] ^= (byte) (1 << bit % 8);
            Bytes seed = Examples.bytes32(Party.CONSUMER.name());
            assertThat(all(ChannelSecrets.derive(seed, Party.CONSUMER, new KeyId(Bytes.of(id)))))
                    .allSatisfy(secret -> assertThat(seen.add(secret)).isTrue());
        }
    }

    @Test
    void one_seed_gives_each_role_other_keys() {
        Bytes seed = Examples.bytes32("seed");
        Set<Bytes> seen = new HashSet<>();
        for (Party party : Party.values()) {
            seen.addAll(all(ChannelSecrets.derive(seed, party, Examples.KEY_ID)));
        }
        assertThat(seen).hasSize(3 * 7);
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void the_public_side_is_that_of_the_private_side(Party party) {
        ChannelSecrets secrets = Examples.secrets(party);
        PartyKeys keys = secrets.publicKeys();
        assertThat(keys.party()).isEqualTo(party);
        assertThat(keys.arbitration()).isEqualTo(secrets.arbitrationKey().publicKey());
        assertThat(keys.balance()).isEqualTo(secrets.balanceKey().publicKey());
        assertThat(keys.justice()).isEqualTo(secrets.justiceKey().publicKey());
        assertThat(keys.unit()).isEqualTo(secrets.unitKey().publicKey());
        Stream.of(Party.values())
                .filter(other -> other != party)
                .forEach(other -> assertThat(keys.walletWith(other))
                        .isEqualTo(secrets.walletKeyWith(other).publicKey()));
    }

    @Test
    void its_text_shows_public_keys_only() {
        ChannelSecrets secrets = Examples.secrets(Party.UTILITY);
        assertThat(all(secrets)).noneMatch(secret -> secrets.toString().contains(secret.toHex()));
        assertThat(secrets.toString()).contains(secrets.publicKeys().justice().toString());
    }

    @Test
    void a_seed_has_32_bytes() {
        assertThatThrownBy(() -> ChannelSecrets.derive(Bytes.of(new byte[16]), Party.UTILITY, Examples.KEY_ID))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
