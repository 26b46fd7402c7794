package org.gridbolt.channel.signer;

import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;

/**
 * How far the utility's signer has gone in a channel.
 *
 * @param ruling the one ruling under which anything was signed
 */
public record UtilityStanding(Optional<Sha256Hash> ruling) {}
