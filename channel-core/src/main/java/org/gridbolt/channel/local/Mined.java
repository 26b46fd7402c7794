package org.gridbolt.channel.local;

import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.tx.Transaction;

/**
 * A transaction of the channel that stands in a block.
 *
 * @param purpose what it is for
 * @param transaction with its witnesses
 * @param fee what it paid to the miner
 * @param height of the block
 */
public record Mined(Purpose purpose, Transaction transaction, Coin fee, BlockHeight height) {}
