package org.gridbolt.multisig.tx;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;

/**
 * What one party brings to the funding of a channel. What its inputs are worth beyond its share of the wallet and its change is
 * its part of the fee.
 *
 * @param party who brings it
 * @param amount its share of the wallet
 * @param inputs the coins it spends
 * @param change what it takes back, if anything
 */
public record FundingContribution(Party party, Coin amount, List<FundingInput> inputs, Optional<TxOutput> change) {

    public FundingContribution {
        inputs = List.copyOf(inputs);
    }

    /**
     * Brings {@code amount} out of {@code inputs} with what is left, if it is worth an output, as change; nothing when they are
     * worth too little.
     *
     * @param common whether this party pays for what belongs to nobody alone: see {@link FundingFees}
     */
    public static Optional<FundingContribution> of(
            Party party, Coin amount, List<FundingInput> inputs, Bytes changeScript, FundingFees fees, boolean common) {
        FundingContribution plain = new FundingContribution(party, amount, inputs, Optional.empty());
        FundingContribution changed = plain.withChange(new TxOutput(Coin.ZERO, changeScript));
        Coin change = changed.paid().subtract(fees.least(changed, common));
        if (!change.isLessThan(fees.dustLimit())) {
            return Optional.of(plain.withChange(new TxOutput(change, changeScript)));
        }
        return plain.paid().isLessThan(fees.least(plain, common)) ? Optional.empty() : Optional.of(plain);
    }

    private FundingContribution withChange(TxOutput output) {
        return new FundingContribution(party, amount, inputs, Optional.of(output));
    }

    /** What the inputs are said to be worth. */
    public Coin inputTotal() {
        return inputs.stream().map(FundingInput::value).reduce(Coin.ZERO, Coin::add);
    }

    /** Its part of the fee; negative when it brings too little. */
    public Coin paid() {
        return inputTotal()
                .subtract(amount)
                .subtract(change.map(TxOutput::value).orElse(Coin.ZERO));
    }
}
