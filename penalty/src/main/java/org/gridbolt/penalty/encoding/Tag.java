package org.gridbolt.penalty.encoding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;

/**
 * The name of a type and its version, such as {@code gridbolt/terms/1}, under which its values are hashed. A hash made
 * under one tag is no hash under another, so a signature on one kind of contract never passes for one on another.
 */
public final class Tag {

    private final String name;

    /** The digest after the tag. Never updated, only copied: the tag is hashed once. */
    private final MessageDigest begun;

    private Tag(String name) {
        this.name = name;
        byte[] hashed = Sha256Hash.hash(name.getBytes(StandardCharsets.UTF_8));
        this.begun = Sha256Hash.newDigest();
        begun.update(hashed);
        begun.update(hashed);
    }

    /** The tag of that name. */
    public static Tag of(String name) {
        return new Tag(name);
    }

    /** SHA256(SHA256(tag) || SHA256(tag) || fields), as in BIP 340. */
    public Sha256Hash hash(Bytes fields) {
        MessageDigest digest = afterTag();
        fields.addTo(digest);
        return Sha256Hash.wrap(digest.digest());
    }

    private MessageDigest afterTag() {
        try {
            return (MessageDigest) begun.clone();
        } catch (CloneNotSupportedException impossible) {
            throw new IllegalStateException("Java's own SHA-256 can be copied", impossible);
        }
    }

    /** The name itself. */
    public String name() {
        return name;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tag tag && name.equals(tag.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
