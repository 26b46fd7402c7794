package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.penalty.encoding.Tag;
import org.gridbolt.pricing.Outcome;

/**
 * The utility's word that it holds both newest receipts, and the secrets that revoke what came before them: from here its
 * watchtower guards both households, and the producer may accept.
 *
 * <p>Tag: {@code gridbolt/receipt-ack/1}. Encoding: channel reference (96), consumer's receipt (32), producer's receipt (32).
 *
 * @param channel the channel
 * @param consumerReceipt the hash of A's newest receipt
 * @param producerReceipt the hash of B's newest receipt
 */
public record ReceiptAck(ChannelRef channel, Sha256Hash consumerReceipt, Sha256Hash producerReceipt)
        implements Contract {

    private static final Tag TAG = Tag.of("gridbolt/receipt-ack/1");

    @Override
    public Tag tag() {
        return TAG;
    }

    @Override
    public void writeTo(CanonicalWriter writer) {
        channel.writeTo(writer);
        writer.hash(consumerReceipt).hash(producerReceipt);
    }

    /** Reads the fields. */
    public static ReceiptAck readFrom(CanonicalReader reader) {
        return new ReceiptAck(ChannelRef.readFrom(reader), reader.hash(), reader.hash());
    }

    /** The acknowledgement that {@code encoding} spells. */
    public static Outcome<ReceiptAck, DecodingFlaw> decode(Bytes encoding) {
        return CanonicalReader.decode(encoding, ReceiptAck::readFrom);
    }
}
