package org.gridbolt.channel.state;

import org.gridbolt.multisig.Party;

/**
 * FUNDING_LOST: one of the own inputs is spent elsewhere and buried, so the wallet can never appear.
 *
 * @param self consumer or producer
 */
public record FundingLost(Party self) implements OffChain {

    @Override
    public Transition resume() {
        return stay();
    }
}
