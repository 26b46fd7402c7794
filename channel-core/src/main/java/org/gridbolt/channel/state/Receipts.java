package org.gridbolt.channel.state;

/**
 * The newest receipt of each household.
 *
 * @param own this household's
 * @param peer the other's, checked
 */
public record Receipts(KnownReceipt own, KnownReceipt peer) {}
