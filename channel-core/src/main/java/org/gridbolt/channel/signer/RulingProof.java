package org.gridbolt.channel.signer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signing.ChannelDeed;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Spend;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.SignedSpends;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.gridbolt.penalty.ruling.Waiver;
import org.gridbolt.pricing.Outcome;

/**
 * A ruling that the signer has proved from its evidence, and what may be signed under it.
 *
 * @param deed the channel
 * @param file the ruling with its evidence
 * @param verified what it comes to
 */
record RulingProof(ChannelDeed deed, RulingFile file, VerifiedRuling verified) {

    static Outcome<RulingProof, SigningRefusal> of(ChannelDeed deed, RulingFile file) {
        if (!file.ruling().content().channel().equals(deed.ref())) {
            return Outcome.flawed(new SigningRefusal.NotProved("it is about another channel"));
        }
        return RulingVerifier.verify(file, deed.terms().identity().utilityNodeKey())
                .fold(
                        verified -> Outcome.of(new RulingProof(deed, file, verified)),
                        flaw -> Outcome.flawed(new SigningRefusal.NotProved(flaw.message())));
    }

    /** Why {@code spend} is not the wallet divided by this ruling, if it is not. */
    Optional<SigningRefusal> flawOf(PenaltyTx spend) {
        PenaltyTx rebuilt = PenaltyTx.build(deed.wallet(), verified.signer(), verified.onWallet(), verified.hash());
        return spend.equals(rebuilt) ? Optional.empty() : notProved("the wallet is divided otherwise");
    }

    /** Why {@code order} is not for the producer's balance, divided by this ruling, if it is not. */
    Optional<SigningRefusal> flawOf(SigningOrder.RuledBalance order) {
        List<Spend> balance = order.version().balanceOf(Party.PRODUCER).stream()
                .map(output -> order.version().spend(output, Branch.ARBITRATION))
                .toList();
        boolean fits = !balance.isEmpty()
                && order.spend().spends().equals(balance)
                && divides(order.spend(), order.version(), (split, held) -> split.ofProducerBalance(dustLimit()));
        return fits ? Optional.empty() : notProved("the producer's balance is divided otherwise");
    }

    /** Why {@code order} is not for units of defaults, divided by this ruling, if it is not. */
    Optional<SigningRefusal> flawOf(SigningOrder.RuledUnits order) {
        Map<Sha256Hash, Ticket> tickets = tickets();
        List<Spend> defaulted = order.version().units().stream()
                .filter(unit -> Optional.ofNullable(tickets.get(unit.hash()))
                        .flatMap(ticket -> verified.ruling().on(ticket.unit()))
                        .filter(verdict -> verdict.verdict() == Verdict.DEFAULT)
                        .isPresent())
                .flatMap(unit -> order.version().outputOf(unit).stream())
                .map(output -> order.version().spend(output, Branch.REPLACED))
                .toList();
        boolean fits = defaulted.containsAll(order.claim().spends())
                && divides(order.claim(), order.version(), (split, held) -> split.ofDefaultedUnits(held, dustLimit()));
        return fits ? Optional.empty() : notProved("the defaulted units are divided otherwise");
    }

    /** Why {@code waiver} does not waive the penalty of this ruling, if it does not. */
    Optional<SigningRefusal> flawOf(Signed<PenaltyWaived> waiver) {
        return new Waiver(verified).flawOf(waiver).map(flaw -> new SigningRefusal.NoWaiver(flaw.message()));
    }

    private boolean divides(ClaimTx claim, CommitmentTx version, BiFunction<Split, Coin, Allocation> part) {
        Coin taken = claim.spends().stream().map(Spend::value).reduce(Coin.ZERO, Coin::add);
        Split split = verified.onConfirmed(version.balances(), version.units(), tickets());
        Allocation shares = part.apply(split, taken);
        return version.wallet().equals(deed.wallet())
                && shares.total().equals(taken)
                && claim.equals(ClaimTx.ruled(claim.spends(), deed.wallet().scripts(), shares, verified.hash()));
    }

    private Coin dustLimit() {
        return deed.terms().limits().dustLimit();
    }

    private Map<Sha256Hash, Ticket> tickets() {
        return file.evidence().ticketsByHash();
    }

    private static Optional<SigningRefusal> notProved(String why) {
        return Optional.of(new SigningRefusal.NotProved(why));
    }

    /** The record with that transaction as the one spend of each outpoint. */
    static Outcome<SignedSpends, SigningRefusal> record(
            SignedSpends spends, List<Outpoint> outpoints, Sha256Hash txid) {
        SignedSpends recorded = spends;
        for (Outpoint outpoint : outpoints) {
            Optional<SignedSpends> with = recorded.with(outpoint, txid);
            if (with.isEmpty()) {
                Sha256Hash signed = recorded.spends().getOrDefault(outpoint, Sha256Hash.ZERO_HASH);
                return Outcome.flawed(new SigningRefusal.SecondSpend(outpoint, signed));
            }
            recorded = with.get();
        }
        return Outcome.of(recorded);
    }
}
