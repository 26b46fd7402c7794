package org.gridbolt.channel.chain;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockHeight;

/**
 * A block, by its place and its name.
 *
 * @param height where it stands
 * @param hash which one it is
 */
public record ChainTip(BlockHeight height, Sha256Hash hash) {}
