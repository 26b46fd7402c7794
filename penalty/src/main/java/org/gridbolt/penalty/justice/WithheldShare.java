package org.gridbolt.penalty.justice;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;

/**
 * A close by both households that keeps coins from the utility. Nothing on chain stops the two; but each has signed a receipt
 * that says what the utility holds, and so the two together prove it. At most {@code max_u} can be lost like that, and what is
 * due of pending units.
 *
 * @param consumer the consumer's newest receipt
 * @param producer the producer's newest receipt
 * @param close what both signed instead
 */
public record WithheldShare(Signed<StateReceipt> consumer, Signed<StateReceipt> producer, Transaction close) {

    /** What both receipts agree that the utility holds at least, as far as an output may hold it. */
    public Coin due(TowerDuty duty) {
        Coin byConsumer = consumer.content().balances().utility();
        Coin byProducer = producer.content().balances().utility();
        Coin least = byConsumer.isLessThan(byProducer) ? byConsumer : byProducer;
        return least.isLessThan(duty.terms().limits().dustLimit()) ? Coin.ZERO : least;
    }

    /** What the close pays to the utility's registered script. */
    public Coin paid(TowerDuty duty) {
        Bytes script = duty.payout(Party.UTILITY);
        return close.outputs().stream()
                .filter(output -> output.script().equals(script))
                .map(TxOutput::value)
                .reduce(Coin.ZERO, Coin::add);
    }

    /** Whether the receipts are the households' own and the close pays less than they say. */
    public boolean isProved(TowerDuty duty) {
        return isOf(consumer, Party.CONSUMER, duty)
                && isOf(producer, Party.PRODUCER, duty)
                && close.inputSpending(duty.wallet().outpoint()).isPresent()
                && paid(duty).isLessThan(due(duty));
    }

    private static boolean isOf(Signed<StateReceipt> receipt, Party side, TowerDuty duty) {
        return receipt.content().side() == side
                && receipt.content().channel().equals(duty.channel())
                && receipt.isSignedBy(duty.nodeKey(side));
    }
}
