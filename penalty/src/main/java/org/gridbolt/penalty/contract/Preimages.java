package org.gridbolt.penalty.contract;

import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * The utility's preimages: computed and never stored, so a crash loses none, and no two tickets share one, in one channel or
 * in two.
 *
 * <p>A preimage is HMAC-SHA256(K_U, channel reference (96), book number (4), the ticket's fields but its hash).
 */
public final class Preimages {

    /** The length of a preimage in bytes. */
    public static final int SIZE = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final Bytes key;

    private Preimages(Bytes key) {
        this.key = key;
    }

    /** The preimages under K_U, 32 secret bytes of the utility. */
    public static Preimages under(Bytes key) {
        if (key.size() != SIZE) {
            throw new IllegalArgumentException("the preimage key has 32 bytes, not " + key.size());
        }
        return new Preimages(key);
    }

    /** The preimage of a unit in the book of that number. */
    public Bytes of(ChannelRef channel, int bookNumber, TicketDraft draft) {
        CanonicalWriter fields = new CanonicalWriter();
        channel.writeTo(fields);
        fields.number(bookNumber);
        draft.writeTo(fields);
        return Bytes.of(mac().doFinal(fields.toBytes().toArray()));
    }

    /** The ticket of {@code draft} in the book of that number. */
    public Ticket ticket(ChannelRef channel, int bookNumber, TicketDraft draft) {
        return new Ticket(draft, Sha256Hash.of(of(channel, bookNumber, draft).toArray()));
    }

    /** A fresh one each time: a {@link Mac} has state, and an instance of this class is shared. */
    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.toArray(), ALGORITHM));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }

    @Override
    public String toString() {
        return "Preimages";
    }
}
