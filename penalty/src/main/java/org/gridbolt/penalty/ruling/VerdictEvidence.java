package org.gridbolt.penalty.ruling;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Contract;
import org.gridbolt.penalty.contract.Identity;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.ProducerSilence;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.penalty.policy.JudgedState;
import org.gridbolt.penalty.policy.JudgedUnit;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** Whether every pending unit has one verdict and the evidence bears it out; and the splits that follow. */
final class VerdictEvidence {

    private final Ruling ruling;
    private final Evidence evidence;
    private final Terms terms;
    private final StateEvidence states;

    private VerdictEvidence(RulingFile file, StateEvidence states) {
        this.ruling = file.ruling().content();
        this.evidence = file.evidence();
        this.terms = evidence.terms().content();
        this.states = states;
    }

    /** What the ruling of {@code file} results in, whose states are already verified. */
    static Outcome<VerifiedRuling, RulingFlaw> check(RulingFile file, StateEvidence states) {
        VerdictEvidence check = new VerdictEvidence(file, states);
        Optional<RulingFlaw> flaw =
                RulingVerifier.firstOf(Stream.of(check::pieces, check::completeness, check::reasons));
        return flaw.<Outcome<VerifiedRuling, RulingFlaw>>map(Outcome::flawed).orElseGet(check::verified);
    }

    private Optional<RulingFlaw> pieces() {
        Identity identity = terms.identity();
        PublicKey meter = identity.producer().meterKey();
        return firstOf(evidence.acceptances().stream()
                        .map(piece -> piece(
                                piece,
                                piece.content().channel(),
                                identity.producer().nodeKey())))
                .or(() -> firstOf(evidence.readings().stream()
                        .map(piece -> piece(piece, piece.content().channel(), meter))))
                .or(() -> firstOf(evidence.silences().stream()
                        .map(piece -> piece(
                                piece,
                                piece.content().channel(),
                                identity.consumer().nodeKey()))))
                .or(this::earlier)
                .or(this::preimages)
                .or(this::absence);
    }

    /** Without a household that is missing there is nothing to rule but a default, and with one there is no penalty. */
    private Optional<RulingFlaw> ground() {
        boolean defaults = !ruling.units(Verdict.DEFAULT).isEmpty();
        return evidence.absence()
                .map(word -> flawUnless(
                        !defaults,
                        new RulingFlaw.DefaultInAbsence(word.content().missing())))
                .orElseGet(() -> flawUnless(defaults, new RulingFlaw.NoGround()));
    }

    private Optional<RulingFlaw> absence() {
        return evidence.absence()
                .flatMap(word -> piece(
                                word, word.content().channel(), terms.identity().nodeKey(evidence.signer()))
                        .or(() -> flawUnless(
                                word.content().lasted(terms.windows()),
                                new RulingFlaw.NoticeTooShort(word.content().missing()))));
    }

    /** Each by the utility, of a number of its own below this ruling's, and saying nothing else of any unit. */
    private Optional<RulingFlaw> earlier() {
        return firstOf(evidence.earlier().stream()
                        .map(piece -> piece(
                                piece,
                                piece.content().channel(),
                                terms.identity().utilityNodeKey())))
                .or(this::sequence);
    }

    private Optional<RulingFlaw> sequence() {
        int next = 0;
        for (Signed<Ruling> piece : evidence.earlier()) {
            int number = piece.content().sequence();
            if (number < next || number >= ruling.sequence()) {
                return Optional.of(new RulingFlaw.NoEarlierRuling(number, "stands out of order"));
            }
            if (piece.content().contradicts(ruling)) {
                return Optional.of(new RulingFlaw.NoEarlierRuling(number, "says otherwise of a unit"));
            }
            next = number + 1;
        }
        return Optional.empty();
    }

    private Optional<RulingFlaw> piece(Signed<? extends Contract> piece, ChannelRef channel, PublicKey signer) {
        String name = nameOf(piece.content());
        if (!channel.equals(ruling.channel())) {
            return Optional.of(new RulingFlaw.OtherChannel(name));
        }
        return piece.isSignedBy(signer)
                ? Optional.empty()
                : Optional.of(new RulingFlaw.NotSigned(name, signerOf(piece)));
    }

    private static String nameOf(Contract contract) {
        if (contract instanceof UnitAccept) {
            return "an acceptance";
        }
        if (contract instanceof Ruling) {
            return "an earlier ruling";
        }
        if (contract instanceof PeerAbsence) {
            return "a statement of absence";
        }
        return contract instanceof MeterReading ? "a meter's reading" : "a statement of silence";
    }

    private static Party signerOf(Signed<? extends Contract> piece) {
        if (piece.content() instanceof Ruling) {
            return Party.UTILITY;
        }
        if (piece.content() instanceof PeerAbsence word) {
            return word.side();
        }
        return piece.content() instanceof ProducerSilence ? Party.CONSUMER : Party.PRODUCER;
    }

    private Optional<RulingFlaw> preimages() {
        boolean allPending = evidence.preimages().stream()
                .allMatch(preimage -> states.tickets().stream().anyMatch(ticket -> ticket.isRevealedBy(preimage)));
        return allPending ? Optional.empty() : Optional.of(new RulingFlaw.StrayPreimage());
    }

    private Optional<RulingFlaw> completeness() {
        Set<UnitNumber> pending = new HashSet<>();
        states.tickets().forEach(ticket -> pending.add(ticket.unit()));
        return firstOf(ruling.verdicts().stream()
                        .map(verdict -> flawUnless(
                                pending.contains(verdict.unit()), new RulingFlaw.NotPending(verdict.unit()))))
                .or(() -> firstOf(states.tickets().stream()
                        .map(ticket -> flawUnless(
                                ruling.on(ticket.unit()).isPresent(), new RulingFlaw.NoVerdict(ticket.unit())))));
    }

    private Optional<RulingFlaw> reasons() {
        return firstOf(states.tickets().stream().map(ticket -> reason(ticket, verdictOn(ticket))));
    }

    private UnitVerdict verdictOn(Ticket ticket) {
        return ruling.on(ticket.unit()).orElseThrow();
    }

    private Optional<RulingFlaw> reason(Ticket ticket, UnitVerdict verdict) {
        boolean revealed = evidence.isRevealed(ticket);
        if (verdict.verdict() == Verdict.DELIVERED) {
            return flawUnless(revealed, new RulingFlaw.NotRevealed(ticket.unit()));
        }
        if (revealed) {
            return Optional.of(new RulingFlaw.Revealed(ticket.unit(), verdict.verdict()));
        }
        return verdict.verdict() == Verdict.DEFAULT ? defaulted(ticket, verdict.shortfall()) : Optional.empty();
    }

    private Optional<RulingFlaw> defaulted(Ticket ticket, WattHours shortfall) {
        UnitNumber unit = ticket.unit();
        boolean above = shortfall.compareTo(terms.clauses().deliveryTolerance()) > 0;
        return flawUnless(evidence.isAccepted(unit), new RulingFlaw.NotAccepted(unit))
                .or(() -> shown(ticket, shortfall))
                .or(() -> flawUnless(above, new RulingFlaw.Tolerated(unit, shortfall)));
    }

    /** Every reading of the unit must show the shortfall; without one, silence means that nothing was delivered. */
    private Optional<RulingFlaw> shown(Ticket ticket, WattHours shortfall) {
        List<WattHours> shortfalls =
                Stream.concat(readings(ticket), silences(ticket)).toList();
        if (shortfalls.isEmpty()) {
            return Optional.of(new RulingFlaw.NothingShown(ticket.unit()));
        }
        return shortfalls.stream()
                .filter(shown -> !shown.equals(shortfall))
                .findFirst()
                .map(shown -> new RulingFlaw.OtherShortfall(ticket.unit(), shortfall, shown));
    }

    private Stream<WattHours> readings(Ticket ticket) {
        return evidence.readings().stream()
                .map(Signed::content)
                .filter(reading -> reading.unit().equals(ticket.unit()))
                .filter(reading -> isTimely(reading, ticket))
                .map(reading -> reading.shortfallOf(ticket.energy()));
    }

    /** A reading closed before the slot has begun shows no shortfall: nothing was due yet. */
    private boolean isTimely(MeterReading reading, Ticket ticket) {
        boolean complete = reading.shortfallOf(ticket.energy()).equals(WattHours.ZERO);
        return complete || reading.readAt().value() > startOf(ticket);
    }

    /** Computed wide: the slot's number is another's and may lie beyond every height. */
    private long startOf(Ticket ticket) {
        int length = terms.schedule().slotLength().value();
        return terms.schedule().slotZero().value()
                + Math.multiplyFull(length, ticket.slot().number());
    }

    /** Before its deadline a producer owes no answer about a unit. */
    private Stream<WattHours> silences(Ticket ticket) {
        return evidence.silences().stream()
                .map(Signed::content)
                .filter(silence -> silence.unit().equals(ticket.unit()))
                .filter(silence -> !silence.from().isBefore(ticket.deadlines().deliverBy()))
                .filter(silence -> silence.lasted(terms.windows()))
                .map(silence -> ticket.energy());
    }

    private Outcome<VerifiedRuling, RulingFlaw> verified() {
        ProducerState counted = ProducerState.of(states, evidence, ruling, foldedByProducer());
        Split consumers = split(states.consumer().tickets(), balances(Party.CONSUMER));
        Split producers = split(counted.tickets(), counted.balances());
        Coin paid = consumers.onWallet(Coin.ZERO).producer();
        Coin due = folded(counted).onWallet(Coin.ZERO).producer();
        return paid.isLessThan(due)
                ? Outcome.flawed(new RulingFlaw.ProducerWronged(paid, due))
                : consumerIsNotWronged(new VerifiedRuling(ruling, terms, evidence.signer(), consumers, producers));
    }

    /** Of a division by the producer and the utility the consumer gets what its own receipt gives it: nothing is forfeited there. */
    private Outcome<VerifiedRuling, RulingFlaw> consumerIsNotWronged(VerifiedRuling verified) {
        Coin due = verified.consumerSplit().onWallet(Coin.ZERO).consumer();
        Coin paid = verified.splitOf(evidence.signer()).onWallet(Coin.ZERO).consumer();
        Optional<RulingFlaw> flaw = flawUnless(!paid.isLessThan(due), new RulingFlaw.ConsumerWronged(paid, due))
                .or(this::ground);
        return flaw.<Outcome<VerifiedRuling, RulingFlaw>>map(Outcome::flawed).orElseGet(() -> Outcome.of(verified));
    }

    /**
     * The split of the producer's version as it is once it has folded what only the consumer's has yet: the delivered units of
     * the difference, whose coins then lie in the balance that a default takes from, less the grid fee.
     */
    private Split folded(ProducerState counted) {
        Map<Boolean, List<Ticket>> units = counted.tickets().stream().collect(Collectors.partitioningBy(this::isAhead));
        Coin gained = units.getOrDefault(true, List.of()).stream()
                .map(this::withoutFee)
                .reduce(counted.balances().producer(), Coin::add);
        return split(units.getOrDefault(false, List.of()), counted.balances().with(Party.PRODUCER, gained));
    }

    /** What the producer's version has in its balance of the delivered units that the consumer's still holds. */
    private Coin foldedByProducer() {
        return states.consumer().tickets().stream()
                .filter(ticket -> verdictOn(ticket).verdict() == Verdict.DELIVERED)
                .filter(ticket -> states.producer().ticket(ticket.unit()).isEmpty())
                .map(this::withoutFee)
                .reduce(Coin.ZERO, Coin::add);
    }

    private Coin withoutFee(Ticket ticket) {
        Coin left = ticket.amount().subtract(terms.clauses().gridFee());
        return left.isNegative() ? Coin.ZERO : left;
    }

    private boolean isAhead(Ticket ticket) {
        return verdictOn(ticket).verdict() == Verdict.DELIVERED
                && states.consumer().ticket(ticket.unit()).isEmpty();
    }

    private Allocation balances(Party side) {
        return evidence.of(side).receipt().content().balances();
    }

    private Split split(List<Ticket> pending, Allocation balances) {
        List<JudgedUnit> units =
                pending.stream().map(ticket -> verdictOn(ticket).on(ticket)).toList();
        Set<UnitNumber> defaults = new HashSet<>(evidence.earlierDefaults());
        defaults.addAll(ruling.units(Verdict.DEFAULT));
        return Split.of(
                new JudgedState(balances, units, defaults), terms.clauses().policy());
    }

    private static Optional<RulingFlaw> flawUnless(boolean holds, RulingFlaw flaw) {
        return holds ? Optional.empty() : Optional.of(flaw);
    }

    private static Optional<RulingFlaw> firstOf(Stream<Optional<RulingFlaw>> flaws) {
        return flaws.flatMap(Optional::stream).findFirst();
    }
}
