package org.gridbolt.channel.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.state.KnownReceipt;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;

class MessageCodecTest {

    private static final List<ChannelMessage> EXAMPLES = examples();

    /** One of each kind: what a short day says, and what it does not. */
    private static List<ChannelMessage> examples() {
        Neighbourhood street = Neighbourhood.withTickets(2, 250);
        street.offer(1);
        street.reveal(1);
        street.offer(2);
        UnitNumber unit = new UnitNumber(2);
        var ruling = street.utility()
                .rule(List.of(unit), List.of(UnitVerdict.defaulted(unit, new WattHours(250))), WattHours.ZERO);
        street.reveal(2);
        street.consumer().handle(new Command.CloseTogether());
        street.deliver();
        List<ChannelMessage> examples = new ArrayList<>();
        for (Party party : Party.values()) {
            street.post().delivered(ChannelMessage.class, party).stream()
                    .collect(Collectors.toMap(ChannelMessage::getClass, message -> message, (one, other) -> other))
                    .values()
                    .forEach(examples::add);
        }
        Sha256Hash hash = Sha256Hash.ZERO_HASH;
        Signature signature = Secp256k1.active().sign(hash, Examples.key("anybody"));
        MeterReading reading = new MeterReading(street.utility().ref(), unit, new WattHours(7), new BlockHeight(9));
        Signed<PeerAbsence> absence = Signed.sign(
                new PeerAbsence(street.utility().ref(), Party.PRODUCER, new BlockHeight(9), new BlockHeight(15)),
                Examples.key("anybody"));
        KnownReceipt receipt =
                street.consumer().channel().commitments().receipts().own();
        examples.addAll(List.of(
                new StateReported(
                        Optional.of(receipt.signed()),
                        Optional.of(new RevealedSecret(new CommitmentNumber(3), Examples.bytes32("secret"))),
                        Optional.of(receipt.signed())),
                new UnitFail(unit, FailReason.LATE),
                new UtilityFunded(hash, List.of(List.of(Bytes.of((byte) 1), Bytes.EMPTY), List.of())),
                new MeterReported(Signed.sign(reading, Examples.key("meter"))),
                new RulingIssued(ruling),
                new PenaltySigned(hash, hash, signature),
                new ForfeitSigned(hash, hash, Examples.key("point").publicKey(), signature),
                new PointReported(Examples.key("point").publicKey()),
                new VersionWanted(),
                new VersionTold(
                        Examples.key("point").publicKey(),
                        List.of(new PendingUnit(Coin.valueOf(330), hash, new BlockHeight(9)))),
                new PenaltyRefused(hash, "no"),
                new RulingConceded(hash),
                new WaiverGiven(Signed.sign(new PenaltyWaived(street.utility().ref(), hash), Examples.key("anybody"))),
                new UnitsReplaced(hash),
                new SilenceReported(Signed.sign(
                        new ProducerSilence(street.utility().ref(), unit, new BlockHeight(9), new BlockHeight(15)),
                        Examples.key("anybody"))),
                new AbsenceReported(absence),
                new AbsenceClaimed(absence),
                new ProtocolFault("ü"),
                new Reestablish(
                        new CommitmentNumber(3),
                        new CommitmentNumber(2),
                        5,
                        Optional.of(Examples.bytes32("secret")),
                        Examples.key("one").publicKey(),
                        Examples.key("two").publicKey(),
                        true)));
        return examples;
    }

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
}
