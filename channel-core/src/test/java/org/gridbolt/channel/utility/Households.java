package org.gridbolt.channel.utility;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.ChannelRequested;
import org.gridbolt.channel.message.HouseholdMessage;
import org.gridbolt.channel.message.MeterReported;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.channel.message.RevealedSecret;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * Two households that trade with each other without any machine: they hold both versions as values and say to the utility
 * what households say. A test decides what is said, when and by whom.
 */
final class Households {

    static final Allocation CONTRIBUTIONS = Allocation.of(200_000, 80_000, 0);
    static final Outpoint WALLET = new Outpoint(Sha256Hash.of(new byte[] {7}), 1);

    private final Map<Party, ChannelSecrets> secrets = new EnumMap<>(Party.class);
    private final Map<Party, Version> versions = new EnumMap<>(Party.class);
    private final int seed;
    private Optional<ChannelRef> ref = Optional.empty();

    /** What a household's newest version holds, and its receipt. */
    record Version(long number, Allocation balances, List<Ticket> units, Optional<Signed<StateReceipt>> receipt) {}

    Households(int seed) {
        this.seed = seed;
        for (Party side : List.of(Party.CONSUMER, Party.PRODUCER)) {
            secrets.put(side, ChannelSecrets.derive(filled(seed + side.letter()), side, keyId(side)));
            versions.put(side, new Version(0, CONTRIBUTIONS, List.of(), Optional.empty()));
        }
    }

    static Bytes filled(int value) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) value);
        return Bytes.of(bytes);
    }

    private KeyId keyId(Party side) {
        return new KeyId(filled(seed + 60 + side.letter()).slice(0, KeyId.SIZE));
    }

    static PrivateKey node(Party side) {
        return PrivateKey.of(filled(20 + side.letter()));
    }

    static PrivateKey meter(Party side) {
        return PrivateKey.of(filled(25 + side.letter()));
    }

    static Bytes payout(Party party) {
        return new KeyHashScript(PrivateKey.of(filled(30 + party.letter())).publicKey()).scriptPubKey();
    }

    static Registration registration(Party side) {
        return new Registration(node(side).publicKey(), meter(side).publicKey());
    }

    ChannelSecrets secrets(Party side) {
        return Objects.requireNonNull(secrets.get(side));
    }

    Version version(Party side) {
        return Objects.requireNonNull(versions.get(side));
    }

    ChannelRequested request(Party side) {
        return new ChannelRequested(
                side,
                node(side).publicKey(),
                meter(side).publicKey(),
                keyId(side),
                CONTRIBUTIONS.of(side),
                payout(side));
    }

    OpeningReported opening(Signed<Terms> terms) {
        ref = Optional.of(ChannelRef.of(terms.content(), WALLET));
        return new OpeningReported(
                terms.hash(),
                secrets(Party.CONSUMER).publicKeys(),
                secrets(Party.PRODUCER).publicKeys(),
                tip(Party.CONSUMER, 0).point(),
                tip(Party.PRODUCER, 0).point(),
                WALLET);
    }

    VersionTip tip(Party side, long number) {
        CommitmentNumber version = new CommitmentNumber(number);
        return new VersionTip(version, secrets(side).shaChain().pointAt(version));
    }

    /** The receipt of that side's newest version, as it knows the peer's newest. */
    StateReported receipt(Party side) {
        Version version = version(side);
        long peer = version(side.peer()).number();
        StateReceipt content = new StateReceipt(
                ref(),
                side,
                tip(side, version.number()),
                tip(side.peer(), peer),
                version.balances(),
                new PendingUnits(version.units()).root(),
                version.receipt().map(Signed::hash).orElse(Sha256Hash.ZERO_HASH));
        Signed<StateReceipt> signed = Signed.sign(content, node(side));
        versions.put(side, new Version(version.number(), version.balances(), version.units(), Optional.of(signed)));
        return new StateReported(
                Optional.of(signed), numbers(version.units()), Optional.empty(), Optional.empty(), List.of());
    }

    private static List<UnitNumber> numbers(List<Ticket> units) {
        return units.stream().map(Ticket::unit).toList();
    }

    /** The secret by which {@code owner} revoked that version, as its peer reports it. */
    StateReported secret(Party owner, long number) {
        CommitmentNumber version = new CommitmentNumber(number);
        Bytes secret = secrets(owner).shaChain().secretAt(version).bytes();
        return new StateReported(Optional.empty(), Optional.of(new RevealedSecret(version, secret)));
    }

    /** A receipt that {@code side} signs and that may be of no version at all, with the units that it says it holds. */
    static StateReported claim(StateReceipt content, List<Ticket> units) {
        Signed<StateReceipt> signed = Signed.sign(content, node(content.side()));
        return new StateReported(Optional.of(signed), numbers(units), Optional.empty(), Optional.empty(), List.of());
    }

    /** The same of a version that holds what the newest of that household holds, or nothing. */
    StateReported claim(StateReceipt content) {
        List<Ticket> held = version(content.side()).units();
        boolean same = content.pendingRoot().equals(new PendingUnits(held).root());
        return claim(content, same ? held : List.of());
    }

    /** The same with the receipt of the version after it, which the peer got with it. */
    StateReported revocation(Party owner, long number) {
        return new StateReported(
                Optional.empty(),
                List.of(),
                secret(owner, number).peerSecret(),
                version(owner).receipt(),
                numbers(version(owner).units()));
    }

    /** The newest receipt of {@code owner}, as its peer passes it on without a secret: that of version 0. */
    StateReported passedOn(Party owner) {
        return new StateReported(
                Optional.empty(),
                List.of(),
                Optional.empty(),
                version(owner).receipt(),
                numbers(version(owner).units()));
    }

    /** The next version of {@code side}: the consumer offers, the producer is paid and pays back. */
    void update(Party side, List<Ticket> offered, List<Ticket> paid, List<Ticket> refunded) {
        Version before = version(side);
        List<Ticket> units = new ArrayList<>(before.units());
        units.removeAll(paid);
        units.removeAll(refunded);
        units.addAll(offered);
        Coin given = Payments.total(offered).subtract(Payments.total(refunded));
        Allocation balances = new Allocation(
                before.balances().consumer().subtract(given),
                before.balances().producer().add(Payments.total(paid)),
                before.balances().utility());
        versions.put(side, new Version(before.number() + 1, balances, units, before.receipt()));
    }

    /** Both lie, or were paid otherwise: the next version of {@code side} has those balances and no unit. */
    void restate(Party side, Allocation balances) {
        Version before = version(side);
        versions.put(side, new Version(before.number() + 1, balances, List.of(), before.receipt()));
    }

    /** A whole round: both versions move on, and everything is reported as real households do. */
    List<MessageReceived> round(List<Ticket> offered, List<Ticket> paid, List<Ticket> refunded) {
        List<MessageReceived> said = new ArrayList<>();
        for (Party side : List.of(Party.PRODUCER, Party.CONSUMER)) {
            long revoked = version(side).number();
            update(side, offered, paid, refunded);
            said.add(says(side, receipt(side)));
            said.add(says(side.peer(), revocation(side, revoked)));
        }
        return said;
    }

    static MessageReceived says(Party from, HouseholdMessage message) {
        return new MessageReceived(from, message);
    }

    MessageReceived accept(Ticket... tickets) {
        UnitAccept content = new UnitAccept(
                ref(),
                Arrays.stream(tickets).map(Ticket::unit).toList(),
                version(Party.PRODUCER).receipt().orElseThrow().hash());
        return says(Party.PRODUCER, new UnitAccepted(Signed.sign(content, node(Party.PRODUCER))));
    }

    MeterReading measured(Ticket ticket, long wattHours, BlockHeight at) {
        return new MeterReading(ref(), ticket.unit(), new WattHours(wattHours), at);
    }

    static MessageReceived reads(MeterReading reading) {
        return says(Party.PRODUCER, new MeterReported(Signed.sign(reading, meter(Party.PRODUCER))));
    }

    ChannelRef ref() {
        return ref.orElseThrow();
    }

    /** That version of {@code owner} as it held the state of the opening, signed by both. */
    Transaction publishedOpening(FundedWallet wallet, Party owner, long number) {
        return published(wallet, owner, number, CONTRIBUTIONS, List.of());
    }

    Transaction published(FundedWallet wallet, Party owner, long number, Allocation balances, List<Ticket> units) {
        VersionTip tip = tip(owner, number);
        CommitmentTx version = CommitmentTx.build(
                wallet,
                new CommitmentVersion(owner, tip.number(), tip.point()),
                balances,
                units.stream().map(Ticket::pendingUnit).toList());
        return version.signed(
                version.sign(secrets(Party.CONSUMER).walletKeyWith(Party.PRODUCER)),
                version.sign(secrets(Party.PRODUCER).walletKeyWith(Party.CONSUMER)));
    }
}
