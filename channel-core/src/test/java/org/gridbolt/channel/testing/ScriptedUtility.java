package org.gridbolt.channel.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.ChannelRequested;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.channel.message.PriceAnnounced;
import org.gridbolt.channel.message.ReceiptsAcknowledged;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.message.TermsOffered;
import org.gridbolt.channel.message.TicketsIssued;
import org.gridbolt.channel.message.UnitAccepted;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Household;
import org.gridbolt.penalty.contract.Identity;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.Preimages;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.ReceiptAck;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.TicketDraft;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.Evidence;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.SideState;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** A utility that does what a test tells it to, and no more than the households need besides. */
public final class ScriptedUtility {

    public static final PrivateKey NODE = Examples.key("utility node");

    private final Post post;
    private final SlotSchedule schedule;
    private final Preimages preimages = Preimages.under(Examples.bytes32("utility preimages"));
    private final ChannelSecrets secrets = ChannelSecrets.derive(
            Examples.bytes32("utility seed"),
            Party.UTILITY,
            new KeyId(Examples.bytes32("utility key id").slice(0, KeyId.SIZE)));
    private final Map<Party, ChannelRequested> requests = new EnumMap<>(Party.class);
    private final Map<Party, OpeningReported> openings = new EnumMap<>(Party.class);
    private final Map<Party, List<Signed<StateReceipt>>> receipts = new EnumMap<>(Party.class);
    private final Map<Party, Integer> revealed = new EnumMap<>(Party.class);
    private final List<Signed<UnitAccept>> acceptances = new ArrayList<>();
    private final Map<UnitNumber, Ticket> tickets = new HashMap<>();
    private final Map<UnitNumber, Bytes> secretsOfUnits = new HashMap<>();
    private final List<Signed<TicketBook>> books = new ArrayList<>();
    private final List<ChannelMessage> others = new ArrayList<>();
    private Optional<Signed<Terms>> terms = Optional.empty();
    private Optional<PriceAnnouncement> lastPrice = Optional.empty();
    private CumulativeRounding carry = CumulativeRounding.START;
    private final List<UnitNumber> delivered = new ArrayList<>();
    private boolean acknowledges = true;
    private int rulings;

    ScriptedUtility(Post post, SlotSchedule schedule) {
        this.post = post;
        this.schedule = schedule;
        post.connect(Party.UTILITY, this::receive);
    }

    private void receive(Party from, ChannelMessage message) {
        if (message instanceof ChannelRequested request) {
            requests.put(from, request);
            offerTerms();
        } else if (message instanceof OpeningReported opening) {
            openings.put(from, opening);
        } else if (message instanceof StateReported report) {
            onReport(from, report);
        } else if (message instanceof UnitAccepted accepted) {
            if (!acceptances.contains(accepted.acceptance())) {
                acceptances.add(accepted.acceptance());
            }
        } else {
            others.add(message);
        }
    }

    private void offerTerms() {
        if (requests.size() < 2 || terms.isPresent()) {
            return;
        }
        Identity identity = new Identity(
                Examples.bytes32("nonce"),
                ChainId.REGTEST,
                household(Party.CONSUMER),
                household(Party.PRODUCER),
                NODE.publicKey(),
                secrets.publicKeys(),
                new org.gridbolt.multisig.script.KeyHashScript(
                                Examples.key("utility purse").publicKey())
                        .scriptPubKey());
        Allocation contributions = new Allocation(
                requestOf(Party.CONSUMER).contribution(),
                requestOf(Party.PRODUCER).contribution(),
                Coin.ZERO);
        sendTerms(Terms.defaults(identity, contributions, schedule));
    }

    /** Signs terms and sends them to both. */
    public void sendTerms(Terms content) {
        terms = Optional.of(Signed.sign(content, NODE));
        toBoth(new TermsOffered(terms.get(), Optional.empty()));
    }

    private ChannelRequested requestOf(Party side) {
        return Objects.requireNonNull(requests.get(side));
    }

    private Outpoint wallet() {
        return Objects.requireNonNull(openings.get(Party.CONSUMER)).wallet();
    }

    private Household household(Party side) {
        ChannelRequested request = requestOf(side);
        return new Household(request.nodeKey(), request.meterKey(), request.keyId(), request.payoutScript());
    }

    private void onReport(Party from, StateReported report) {
        report.receipt()
                .filter(receipt -> !receiptsOf(from).contains(receipt))
                .ifPresent(receipt -> receiptsOf(from).add(receipt));
        report.peerSecret()
                .ifPresent(secret -> revealed.merge(
                        from.peer(), Math.toIntExact(secret.number().value() + 1), Math::max));
        acknowledge();
    }

    private List<Signed<StateReceipt>> receiptsOf(Party side) {
        return receipts.computeIfAbsent(side, none -> new ArrayList<>());
    }

    private boolean isComplete(Party side) {
        List<Signed<StateReceipt>> held = receiptsOf(side);
        return !held.isEmpty()
                && held.get(held.size() - 1).content().own().number().value() == revealed.getOrDefault(side, 0);
    }

    private void acknowledge() {
        if (acknowledges && isComplete(Party.CONSUMER) && isComplete(Party.PRODUCER)) {
            ReceiptAck ack = new ReceiptAck(
                    ref(), newest(Party.CONSUMER).hash(), newest(Party.PRODUCER).hash());
            toBoth(new ReceiptsAcknowledged(ack));
        }
    }

    /** Withholds acknowledgements, or gives them again. */
    public void acknowledges(boolean does) {
        acknowledges = does;
        if (does) {
            acknowledge();
        }
    }

    public Signed<StateReceipt> newest(Party side) {
        List<Signed<StateReceipt>> held = receiptsOf(side);
        return held.get(held.size() - 1);
    }

    public ChannelRef ref() {
        return ChannelRef.of(terms.orElseThrow().content(), wallet());
    }

    public Signed<Terms> terms() {
        return terms.orElseThrow();
    }

    public List<Signed<UnitAccept>> acceptances() {
        return List.copyOf(acceptances);
    }

    public List<Signed<TicketBook>> books() {
        return List.copyOf(books);
    }

    public ChannelSecrets secrets() {
        return secrets;
    }

    /** What it heard and does not understand. */
    public <M extends ChannelMessage> List<M> others(Class<M> kind) {
        return others.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Announces the price of a slot. */
    public void announce(Slot slot, Price price, BlockHeight tip) {
        PriceAnnouncement announcement = new PriceAnnouncement(
                ChainId.REGTEST,
                slot,
                new WattHours(1000),
                price,
                tip,
                lastPrice.map(PriceAnnouncement::hash).orElse(Sha256Hash.ZERO_HASH));
        lastPrice = Optional.of(announcement);
        toBoth(new PriceAnnounced(Signed.sign(announcement, NODE)));
    }

    /** Issues tickets for units of that much energy each, in a slot whose price was announced last. */
    public List<UnitNumber> issue(Slot slot, List<WattHours> energies) {
        Price price = lastPrice.orElseThrow().price();
        List<ExactCoins> costs = energies.stream().map(price::costOf).toList();
        List<Coin> amounts = carry.amounts(costs);
        List<Ticket> issued = new ArrayList<>();
        for (int i = 0; i < energies.size(); i++) {
            UnitNumber unit = new UnitNumber(tickets.size() + 1);
            TicketDraft draft = new TicketDraft(
                    unit,
                    slot,
                    energies.get(i),
                    price,
                    amounts.get(i),
                    terms().content().deadlines(slot));
            Ticket ticket = preimages.ticket(ref(), books.size(), draft);
            tickets.put(unit, ticket);
            secretsOfUnits.put(unit, preimages.of(ref(), books.size(), draft));
            issued.add(ticket);
        }
        Sha256Hash previous = books.isEmpty()
                ? Sha256Hash.ZERO_HASH
                : books.get(books.size() - 1).hash();
        send(new TicketBook(ref(), books.size(), previous, carry, issued));
        return issued.stream().map(Ticket::unit).toList();
    }

    /** Signs a book and sends it to both. */
    public void send(TicketBook content) {
        Signed<TicketBook> book = Signed.sign(content, NODE);
        books.add(book);
        toBoth(new TicketsIssued(book));
    }

    public Ticket ticket(UnitNumber unit) {
        return Objects.requireNonNull(tickets.get(unit));
    }

    public Bytes preimage(UnitNumber unit) {
        return Objects.requireNonNull(secretsOfUnits.get(unit));
    }

    /** Says that the energy of a unit was seen. */
    public void deliver(UnitNumber unit) {
        Ticket ticket = ticket(unit);
        carry = carry.afterSettling(ticket.price().costOf(ticket.energy()), ticket.amount());
        delivered.add(unit);
        toBoth(new UnitDelivered(unit, preimage(unit)));
    }

    /** Says again, to a household that comes back, what it may have missed. */
    public void connected(Party party) {
        for (UnitNumber unit : delivered) {
            post.send(Party.UTILITY, party, new UnitDelivered(unit, preimage(unit)));
        }
        acknowledge();
    }

    public void toBoth(ChannelMessage message) {
        post.send(Party.UTILITY, Party.CONSUMER, message);
        post.send(Party.UTILITY, Party.PRODUCER, message);
    }

    /** Rules on the newest states, whose pending units are {@code pending}; a reading shows what was injected. */
    public RulingFile rule(List<UnitNumber> pending, List<UnitVerdict> verdicts, WattHours injected) {
        Evidence evidence = new Evidence(
                terms(),
                new SideState(newest(Party.CONSUMER), pending),
                new SideState(newest(Party.PRODUCER), pending),
                books,
                acceptances,
                readings(verdicts, injected),
                List.of(),
                revealed(verdicts));
        return RulingFile.issue(evidence, wallet(), rulings++, verdicts, Examples.bytes32("salt " + rulings), NODE);
    }

    /** Settles those states, which hold no pending unit, without the household that is missing by {@code word}. */
    public RulingFile settleWithout(
            Signed<PeerAbsence> word, Signed<StateReceipt> consumers, Signed<StateReceipt> producers) {
        Evidence evidence = new Evidence(
                        terms(),
                        new SideState(consumers, List.of()),
                        new SideState(producers, List.of()),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())
                .without(word);
        return RulingFile.issue(evidence, wallet(), rulings++, List.of(), Examples.bytes32("salt " + rulings), NODE);
    }

    private List<Signed<MeterReading>> readings(List<UnitVerdict> verdicts, WattHours injected) {
        return verdicts.stream()
                .filter(verdict -> verdict.verdict() == Verdict.DEFAULT)
                .map(verdict -> new MeterReading(
                        ref(),
                        verdict.unit(),
                        injected,
                        ticket(verdict.unit()).deadlines().deliverBy()))
                .map(reading -> Signed.sign(reading, Examples.key("PRODUCER meter")))
                .toList();
    }

    private List<Bytes> revealed(List<UnitVerdict> verdicts) {
        return verdicts.stream()
                .filter(verdict -> verdict.verdict() == Verdict.DELIVERED)
                .map(verdict -> preimage(verdict.unit()))
                .toList();
    }
}
