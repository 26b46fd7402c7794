package org.gridbolt.channel.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.MessageExamples;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.pricing.Outcome;
import org.junit.jupiter.api.Test;

class MessageCodecTest {

    private static final List<ChannelMessage> EXAMPLES = MessageExamples.ofEachKind();

    private static Stream<Class<?>> kinds(Class<?> group) {
        return Arrays.stream(group.getPermittedSubclasses());
    }

    @Test
    void there_is_an_example_of_every_kind() {
        Set<Class<?>> all = Stream.of(PeerMessage.class, HouseholdMessage.class, UtilityMessage.class)
                .flatMap(MessageCodecTest::kinds)
                .collect(Collectors.toSet());

        assertThat(EXAMPLES).extracting(message -> (Object) message.getClass()).containsAll(all);
    }

    @Test
    void decoding_gives_back_what_was_encoded() {
        for (ChannelMessage message : EXAMPLES) {
            assertThat(MessageCodec.decode(MessageCodec.encode(message))).isEqualTo(Outcome.of(message));
        }
    }

    @Test
    void no_end_of_a_message_can_be_cut_off_and_none_added() {
        for (ChannelMessage message : EXAMPLES) {
            Bytes bytes = MessageCodec.encode(message);
            for (int size = 0; size < bytes.size(); size += 1 + bytes.size() / 50) {
                assertThat(MessageCodec.decode(bytes.slice(0, size)).flaw()).isPresent();
            }
            assertThat(MessageCodec.decode(bytes.concat(Bytes.of((byte) 0))).flaw())
                    .isPresent();
        }
    }

    /** One spelling for each value: what still decodes after a change is another message, and encodes to the change. */
    @Property(tries = 500)
    void a_changed_byte_is_refused_or_spells_another_message(
            @ForAll @IntRange(max = 1000) int which, @ForAll @IntRange(max = 100_000) int where, @ForAll byte change) {
        Bytes bytes = MessageCodec.encode(EXAMPLES.get(which % EXAMPLES.size()));
        byte[] changed = bytes.toArray();
        changed[where % changed.length] ^= change;

        MessageCodec.decode(Bytes.of(changed))
                .value()
                .ifPresent(message -> assertThat(MessageCodec.encode(message)).isEqualTo(Bytes.of(changed)));
    }

    @Property(tries = 500)
    void any_bytes_are_refused_or_spell_a_message(@ForAll @Size(max = 300) byte[] bytes) {
        MessageCodec.decode(Bytes.of(bytes))
                .value()
                .ifPresent(message -> assertThat(MessageCodec.encode(message)).isEqualTo(Bytes.of(bytes)));
    }

    @Test
    void a_message_above_the_bound_is_not_looked_at() {
        Bytes large = Bytes.of(new byte[MessageCodec.MESSAGE_BYTES_MAX + 1]);

        assertThat(MessageCodec.decode(large).flaw())
                .contains(new MessageFlaw.TooLong(large.size(), MessageCodec.MESSAGE_BYTES_MAX));
    }

    @Test
    void coins_are_never_negative_on_the_wire() {
        Bytes proposal = MessageCodec.encode(new ClosingProposed(
                Coin.valueOf(1),
                new BlockHeight(1),
                Secp256k1.active().sign(Sha256Hash.ZERO_HASH, Examples.key("anybody"))));
        byte[] negative = proposal.toArray();
        negative[1] = (byte) 0x80;

        assertThat(MessageCodec.decode(Bytes.of(negative)).flaw()).isPresent();
    }

    /** No script holds a lock until height 0: a household that rebuilt such a version would fail. */
    @Test
    void a_version_with_a_unit_that_may_be_taken_from_height_0_is_refused() {
        VersionTold told = new VersionTold(
                Examples.key("point").publicKey(),
                List.of(new PendingUnit(Coin.valueOf(330), Sha256Hash.ZERO_HASH, new BlockHeight(1))));
        byte[] encoded = MessageCodec.encode(told).toArray();
        assertThat(MessageCodec.decode(Bytes.of(encoded)).value()).contains(told);
        assertThat(encoded[encoded.length - 1]).isEqualTo((byte) 1);

        encoded[encoded.length - 1] = 0;

        assertThat(MessageCodec.decode(Bytes.of(encoded)).value()).isEmpty();
    }
}
