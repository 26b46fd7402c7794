package org.gridbolt.multisig.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.bitcoinj.base.Sha256Hash;
import org.bouncycastle.crypto.digests.RIPEMD160Digest;
import org.gridbolt.multisig.Bytes;

/** The hash functions of Bitcoin's scripts. */
public final class Digests {

    private static final int HASH160_SIZE = 20;

    /** Never updated: a copy of it costs less than asking the security providers for a new one. */
    private static final MessageDigest FRESH = Sha256Hash.newDigest();

    private Digests() {}

    /** A SHA-256, for several uses by one caller. */
    public static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", impossible);
        }
    }

    /** RIPEMD-160 of SHA-256 of {@code content}. */
    public static Bytes hash160(Bytes content) {
        byte[] inner = Sha256Hash.hash(content.toArray());
        byte[] outer = new byte[HASH160_SIZE];
        RIPEMD160Digest ripemd = new RIPEMD160Digest();
        ripemd.update(inner, 0, inner.length);
        ripemd.doFinal(outer, 0);
        return Bytes.of(outer);
    }

    /** The hash of {@code content} in the domain that {@code tag} names (BIP 340). */
    public static Bytes tagged(String tag, Bytes content) {
        byte[] domain = Sha256Hash.hash(tag.getBytes(StandardCharsets.UTF_8));
        MessageDigest sha256 = sha256();
        sha256.update(domain);
        sha256.update(domain);
        return Bytes.of(sha256.digest(content.toArray()));
    }
}
