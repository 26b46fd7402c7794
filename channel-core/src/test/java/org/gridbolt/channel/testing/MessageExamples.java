package org.gridbolt.channel.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.AbsenceClaimed;
import org.gridbolt.channel.message.AbsenceReported;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.FailReason;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.PenaltyRefused;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.PointReported;
import org.gridbolt.channel.message.ProtocolFault;
import org.gridbolt.channel.message.Reestablish;
import org.gridbolt.channel.message.RevealedSecret;
import org.gridbolt.channel.message.RulingConceded;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.message.SilenceReported;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.message.UnitFail;
import org.gridbolt.channel.message.UnitsReplaced;
import org.gridbolt.channel.message.UtilityFunded;
import org.gridbolt.channel.message.VersionTold;
import org.gridbolt.channel.message.VersionWanted;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.channel.state.KnownReceipt;
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
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** Messages, at least one of each kind. */
public final class MessageExamples {

    private MessageExamples() {}

    /** One of each kind: what a short day says, and what it does not. */
    public static List<ChannelMessage> ofEachKind() {
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
                        List.of(unit),
                        Optional.of(new RevealedSecret(new CommitmentNumber(3), Examples.bytes32("secret"))),
                        Optional.of(receipt.signed()),
                        List.of()),
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
}
