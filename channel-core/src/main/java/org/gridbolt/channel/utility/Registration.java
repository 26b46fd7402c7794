package org.gridbolt.channel.utility;

import org.gridbolt.multisig.key.PublicKey;

/**
 * What the utility has on file of a household, from before any channel.
 *
 * @param nodeKey signs the household's contracts
 * @param meterKey signs the readings of its meter
 */
public record Registration(PublicKey nodeKey, PublicKey meterKey) {}
