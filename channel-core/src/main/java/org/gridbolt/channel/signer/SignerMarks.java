package org.gridbolt.channel.signer;

import java.io.IOException;
import java.util.Optional;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;

/**
 * Where a signer's records survive, one for each key id. It is a store of its own, so that a restored backup of the channels
 * does not bring back an old record with them.
 *
 * <p><b>Danger.</b> {@link #save} returns only once the record survives a power cut, and a record is never put back to an older
 * one: back up the seed, not this.
 *
 * <p>Threads may ask for records of different key ids at the same time, and for one key id one after the other.
 */
public interface SignerMarks {

    /**
     * The record of that key id; nothing before the first.
     *
     * @throws IOException if it cannot be read: that is not the same as none
     */
    Optional<Bytes> load(KeyId keyId) throws IOException;

    /**
     * Makes {@code mark} the record of that key id.
     *
     * @throws IOException if it is not durable
     */
    void save(KeyId keyId, Bytes mark) throws IOException;
}
