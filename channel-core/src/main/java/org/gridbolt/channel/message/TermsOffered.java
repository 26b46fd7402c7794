package org.gridbolt.channel.message;

import java.util.Optional;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;

/**
 * The contract of one channel, signed by the utility.
 *
 * @param terms the terms
 * @param contribution what the utility itself puts into the wallet, if it does
 */
public record TermsOffered(Signed<Terms> terms, Optional<FundingContribution> contribution) implements UtilityMessage {

    @Override
    public <R> R dispatch(UtilityMessage.Handler<R> handler) {
        return handler.onTermsOffered(this);
    }
}
