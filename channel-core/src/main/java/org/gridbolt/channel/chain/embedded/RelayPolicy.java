package org.gridbolt.channel.chain.embedded;

import org.gridbolt.multisig.tx.FeeRate;

/**
 * The rates of relay that nodes may set for themselves.
 *
 * @param relay below it nothing is relayed but the parents of packages
 * @param increment what a replacement pays for its own relay, on top of what it replaces
 * @param dust an output worth less than its own spending costs at this rate is dust
 */
public record RelayPolicy(FeeRate relay, FeeRate increment, FeeRate dust) {

    /** What Bitcoin Core sets before version 30: stricter than later ones, so what passes here passes there. */
    public static final RelayPolicy CORE_29 = new RelayPolicy(FeeRate.RELAY, FeeRate.RELAY, new FeeRate(3_000));
}
