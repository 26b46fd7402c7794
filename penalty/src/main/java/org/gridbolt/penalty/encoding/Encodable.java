package org.gridbolt.penalty.encoding;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;

/** A value with a canonical encoding and a hash under a tag of its own. */
public interface Encodable {

    /** The type and its version. */
    Tag tag();

    /** Writes the fields, in the order that the type documents. */
    void writeTo(CanonicalWriter writer);

    /** The fields and nothing else: the tag is not in it. */
    default Bytes encode() {
        CanonicalWriter writer = new CanonicalWriter();
        writeTo(writer);
        return writer.toBytes();
    }

    /** The tagged hash of the encoding: what is signed, and how others refer to this value. Computed each time. */
    default Sha256Hash hash() {
        return tag().hash(encode());
    }
}
