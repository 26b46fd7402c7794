package org.gridbolt.multisig.tx;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;

/**
 * Finds the first reason why a funding must not be built, on what the parties say and what the chain says.
 *
 * <p>MUST 3.4: inputs are native, confirmed, unspent, mature, and of the value that the full previous transaction shows.
 */
public final class FundingCheck {

    private static final BlockCount COINBASE_MATURITY = new BlockCount(100);

    private final Allocation agreed;
    private final FundingFees fees;
    private final Map<Outpoint, CoinFact> facts;

    private FundingCheck(Allocation agreed, FundingFees fees, Map<Outpoint, CoinFact> facts) {
        this.agreed = agreed;
        this.fees = fees;
        this.facts = facts;
    }

    /**
     * The first flaw of {@code contributions}, if they have one.
     *
     * @param agreed what each party is to bring
     * @param fees who pays what
     * @param facts what the chain says about each coin; one that is missing counts as unknown
     */
    public static Optional<FundingFlaw> flawOf(
            List<FundingContribution> contributions,
            Allocation agreed,
            FundingFees fees,
            Map<Outpoint, CoinFact> facts) {
        FundingCheck check = new FundingCheck(agreed, fees, facts);
        Stream<Stream<FundingFlaw>> flaws = Stream.of(
                contributions.stream()
                        .flatMap(contribution -> contribution.inputs().stream())
                        .flatMap(check::flawsOfInput),
                repeated(contributions),
                check.amounts(contributions),
                contributions.stream().flatMap(check::change),
                check.shares(contributions));
        return flaws.flatMap(Function.identity()).findFirst();
    }

    private Stream<FundingFlaw> flawsOfInput(FundingInput input) {
        Optional<FundingFlaw> untrue = untrue(input);
        return untrue.isPresent() ? untrue.stream() : Stream.concat(script(input).stream(), onChain(input).stream());
    }

    private static Optional<FundingFlaw> untrue(FundingInput input) {
        Outpoint claimed = input.outpoint();
        Sha256Hash actual = input.previous().txid();
        if (!actual.equals(claimed.txid())) {
            return Optional.of(new FundingFlaw.OtherTransaction(claimed, actual));
        }
        if (claimed.index() < 0 || claimed.index() >= input.previous().outputs().size()) {
            return Optional.of(new FundingFlaw.NoSuchOutput(claimed));
        }
        Coin value = input.spent().value();
        return value.equals(input.value())
                ? Optional.empty()
                : Optional.of(new FundingFlaw.OtherValue(claimed, input.value(), value));
    }

    private static Optional<FundingFlaw> script(FundingInput input) {
        return FundingWitness.isSpendable(input.spent().script())
                ? Optional.empty()
                : Optional.of(new FundingFlaw.NotNative(
                        input.outpoint(), input.spent().script()));
    }

    private Optional<FundingFlaw> onChain(FundingInput input) {
        Outpoint outpoint = input.outpoint();
        CoinFact fact = facts.getOrDefault(outpoint, CoinFact.UNKNOWN);
        if (fact.confirmations().equals(BlockCount.ZERO)) {
            return Optional.of(new FundingFlaw.Unconfirmed(outpoint));
        }
        if (!fact.unspent()) {
            return Optional.of(new FundingFlaw.Spent(outpoint));
        }
        boolean young = fact.confirmations().compareTo(COINBASE_MATURITY) < 0;
        return young && input.previous().isCoinbase()
                ? Optional.of(new FundingFlaw.Immature(outpoint, fact.confirmations()))
                : Optional.empty();
    }

    private static Stream<FundingFlaw> repeated(List<FundingContribution> contributions) {
        Set<Outpoint> seen = new HashSet<>();
        return contributions.stream()
                .flatMap(contribution -> contribution.inputs().stream())
                .map(FundingInput::outpoint)
                .filter(outpoint -> !seen.add(outpoint))
                .map(FundingFlaw.Repeated::new);
    }

    private Stream<FundingFlaw> amounts(List<FundingContribution> contributions) {
        return Stream.of(Party.values()).flatMap(party -> {
            List<Coin> brought = contributions.stream()
                    .filter(contribution -> contribution.party() == party)
                    .map(FundingContribution::amount)
                    .toList();
            Coin total = brought.stream().reduce(Coin.ZERO, Coin::add);
            boolean asAgreed = brought.size() <= 1 && total.equals(agreed.of(party));
            return asAgreed ? Stream.empty() : Stream.of(new FundingFlaw.OtherAmount(party, agreed.of(party), total));
        });
    }

    private Stream<FundingFlaw> change(FundingContribution contribution) {
        return contribution.change().stream()
                .filter(change ->
                        change.value().isLessThan(fees.dustLimit()) || !NativeScript.isPayable(change.script()))
                .map(change -> new FundingFlaw.BadChange(contribution.party(), change));
    }

    private Stream<FundingFlaw> shares(List<FundingContribution> contributions) {
        Optional<Party> first = FundingTx.firstFunder(contributions);
        return contributions.stream().flatMap(contribution -> {
            Coin least = contribution.inputs().isEmpty()
                    ? Coin.ZERO
                    : fees.least(contribution, first.equals(Optional.of(contribution.party())));
            return contribution.paid().isLessThan(least)
                    ? Stream.of(new FundingFlaw.FeeTooLow(contribution.party(), least, contribution.paid()))
                    : Stream.empty();
        });
    }
}
