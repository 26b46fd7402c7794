package org.gridbolt.penalty.contract;

import org.gridbolt.penalty.encoding.Encodable;

/**
 * A statement that a party signs with its node key, or a meter with its own. Its hash is what the signature covers, so what
 * is signed never depends on how it travelled.
 */
public interface Contract extends Encodable {}
