package org.gridbolt.penalty.contract;

import java.util.List;
import java.util.stream.Stream;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * Who the terms bind, and on which chain.
 *
 * <p>Encoding: nonce (32), chain (32), consumer, producer, the utility's node key (33), its six static keys for this channel
 * (33 each: wallet with A, wallet with B, arbitration, balance, justice, unit), its payout script (byte string).
 *
 * @param nonce 32 bytes that the utility draws for these terms
 * @param chain the chain of the wallet
 * @param consumer A
 * @param producer B
 * @param utilityNodeKey signs the utility's contracts
 * @param utilityKeys the utility's static keys for this channel
 * @param utilityPayoutScript where the utility's coins go
 */
public record Identity(
        Bytes nonce,
        ChainId chain,
        Household consumer,
        Household producer,
        PublicKey utilityNodeKey,
        PartyKeys utilityKeys,
        Bytes utilityPayoutScript) {

    /** The length of the nonce in bytes. */
    public static final int NONCE_BYTES = 32;

    /** The longest payout script: a witness program of 40 bytes (BIP 141). */
    static final int PAYOUT_SCRIPT_BYTES_MAX = 42;

    public Identity {
        if (nonce.size() != NONCE_BYTES) {
            throw new IllegalArgumentException("a nonce has 32 bytes, not " + nonce.size());
        }
        if (utilityKeys.party() != Party.UTILITY) {
            throw new IllegalArgumentException("keys of " + utilityKeys.party() + " in the place of the utility's");
        }
    }

    /** The household on that side; an {@link IllegalArgumentException} for the utility, which is none. */
    public Household household(Party side) {
        return switch (side) {
            case CONSUMER -> consumer;
            case PRODUCER -> producer;
            case UTILITY -> throw new IllegalArgumentException("the utility is no household");
        };
    }

    /** The node key of {@code party}. */
    public PublicKey nodeKey(Party party) {
        return party == Party.UTILITY ? utilityNodeKey : household(party).nodeKey();
    }

    /** The payout script of {@code party}. */
    public Bytes payoutScript(Party party) {
        return party == Party.UTILITY ? utilityPayoutScript : household(party).payoutScript();
    }

    /** All keys that the terms name. */
    List<PublicKey> allKeys() {
        return Stream.concat(
                        Stream.of(
                                consumer.nodeKey(),
                                consumer.meterKey(),
                                producer.nodeKey(),
                                producer.meterKey(),
                                utilityNodeKey),
                        utilityKeys.all().stream())
                .toList();
    }

    void writeTo(CanonicalWriter writer) {
        writer.fixed(nonce).hash(chain.genesis());
        consumer.writeTo(writer);
        producer.writeTo(writer);
        writer.key(utilityNodeKey);
        utilityKeys.all().forEach(writer::key);
        writer.bytes(utilityPayoutScript);
    }

    static Identity readFrom(CanonicalReader reader) {
        return new Identity(
                reader.fixed(NONCE_BYTES),
                new ChainId(reader.hash()),
                Household.readFrom(reader),
                Household.readFrom(reader),
                reader.key(),
                readKeys(reader),
                reader.bytes(PAYOUT_SCRIPT_BYTES_MAX));
    }

    private static PartyKeys readKeys(CanonicalReader reader) {
        return new PartyKeys(
                Party.UTILITY, reader.key(), reader.key(), reader.key(), reader.key(), reader.key(), reader.key());
    }
}
