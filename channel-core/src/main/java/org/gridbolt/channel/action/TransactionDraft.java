package org.gridbolt.channel.action;

import java.util.List;
import java.util.Map;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Satisfaction;
import org.gridbolt.multisig.tx.Transaction;

/**
 * A transaction that lacks what only the signer can give.
 *
 * @param <R> what it lacks
 */
public sealed interface TransactionDraft<R> {

    /** What to ask the signer. */
    SigningOrder<R> order();

    /** The transaction with what the signer gave. */
    Transaction completed(R released);

    /**
     * One that the signer completes by itself: an own version, a claim, justice.
     *
     * @param order what to sign
     */
    record Whole(SigningOrder<Transaction> order) implements TransactionDraft<Transaction> {
        @Override
        public Transaction completed(Transaction signed) {
            return signed;
        }
    }

    /**
     * A cooperative close that the other household has signed.
     *
     * @param order what to sign
     * @param self this household
     * @param peers the other's signature
     */
    record Close(SigningOrder.Close order, Party self, Signature peers) implements TransactionDraft<Signature> {
        @Override
        public Transaction completed(Signature own) {
            return self == Party.CONSUMER
                    ? order.close().signed(own, peers)
                    : order.close().signed(peers, own);
        }
    }

    /**
     * A ruled spend of the wallet that the household has signed.
     *
     * @param order what the utility is to sign
     * @param households the household's signature
     */
    record RuledWallet(SigningOrder.RuledWallet order, Signature households) implements TransactionDraft<Signature> {
        @Override
        public Transaction completed(Signature own) {
            return order.spend().signed(households, own);
        }
    }

    /**
     * A ruled spend of the producer's balance that the consumer has signed.
     *
     * @param order what the utility is to sign
     * @param consumers the consumer's signature
     */
    record RuledBalance(SigningOrder.RuledBalance order, Signature consumers) implements TransactionDraft<Signature> {
        @Override
        public Transaction completed(Signature own) {
            return order.spend()
                    .signed(List.of(Satisfaction.of(
                            Map.of(arbitration(Party.CONSUMER), consumers, arbitration(Party.UTILITY), own))));
        }

        private PublicKey arbitration(Party party) {
            return order.deed().wallet().scripts().keys().of(party).arbitration();
        }
    }
}
