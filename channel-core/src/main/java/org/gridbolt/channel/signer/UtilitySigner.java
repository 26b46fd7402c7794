package org.gridbolt.channel.signer;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.pricing.Outcome;

/**
 * The signer of the utility, for all channels. Its key id in a channel is the beginning of the nonce of the terms. In each channel
 * it follows one order at a time, which it holds to; its channels do not wait for each other.
 */
public final class UtilitySigner implements ChannelSigner, PublicSide.Source {

    private final PublicKey nodeKey;
    private final FeeRate feeRate;
    private final Bytes seed;
    private final Map<KeyId, OwnKeys> keys = new ConcurrentHashMap<>();
    private final Records<UtilityMark> records;

    /**
     * A signer with what {@code marks} remembers.
     *
     * @param nodeKey the key by which the utility signs terms and rulings
     * @param feeRate what it pays at most, out of what it takes for a household, for room in a block
     * @param seed 32 bytes that nobody else can guess
     * @param marks its own records
     */
    public UtilitySigner(PublicKey nodeKey, FeeRate feeRate, Bytes seed, SignerMarks marks) {
        this.nodeKey = nodeKey;
        this.feeRate = feeRate;
        this.seed = seed;
        this.records = new Records<>(marks, UtilityMark::encode, UtilityMark::decode);
    }

    @Override
    public PublicSide of(KeyId keyId) {
        return keys(keyId);
    }

    private OwnKeys keys(KeyId keyId) {
        return keys.computeIfAbsent(keyId, id -> new OwnKeys(ChannelSecrets.derive(seed, Party.UTILITY, id)));
    }

    /**
     * How far it has gone in the channel of that key id; nothing when it never signed there.
     *
     * @throws IOException if its record cannot be read
     */
    public Optional<UtilityStanding> standing(KeyId keyId) throws IOException {
        return records.of(keyId).map(mark -> new UtilityStanding(mark.ruling()));
    }

    @Override
    public <R> Outcome<R, SigningRefusal> sign(SigningOrder<R> order) throws IOException {
        Bytes nonce = order.deed().terms().identity().nonce();
        KeyId keyId = new KeyId(nonce.slice(0, KeyId.SIZE));
        OwnKeys own = keys(keyId);
        return records.judged(
                keyId,
                held -> order.judgedBy(new UtilityPolicy(nodeKey, feeRate, own, held)),
                recorded -> order.fulfil(own.secrets()));
    }
}
