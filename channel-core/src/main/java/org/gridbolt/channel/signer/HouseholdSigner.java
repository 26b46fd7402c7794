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
 * The signer of a household, for all its channels of one role. It derives their keys from the seed and shows nobody but their
 * public side. In each channel it follows one order at a time, which it holds to; its channels do not wait for each other.
 */
public final class HouseholdSigner implements ChannelSigner, PublicSide.Source {

    /**
     * Whom the signer signs for.
     *
     * @param role consumer or producer
     * @param utility the utility's node key: terms and rulings of nobody else count
     * @param payout where the household's coins go, and nowhere else
     * @param feeRate what it is ready to pay at most for room in a block
     */
    public record Owner(Party role, PublicKey utility, Bytes payout, FeeRate feeRate) {
        public Owner {
            if (role == Party.UTILITY) {
                throw new IllegalArgumentException("the utility is no household");
            }
        }
    }

    private final Owner owner;
    private final Bytes seed;
    private final Map<KeyId, OwnKeys> keys = new ConcurrentHashMap<>();
    private final Records<HouseholdMark> records;

    /**
     * A signer with what {@code marks} remembers.
     *
     * @param owner whom it signs for
     * @param seed 32 bytes that nobody else can guess
     * @param marks its own records
     */
    public HouseholdSigner(Owner owner, Bytes seed, SignerMarks marks) {
        this.owner = owner;
        this.seed = seed;
        this.records = new Records<>(marks, HouseholdMark::encode, HouseholdMark::decode);
    }

    @Override
    public PublicSide of(KeyId keyId) {
        return keys(keyId);
    }

    private OwnKeys keys(KeyId keyId) {
        return keys.computeIfAbsent(keyId, id -> new OwnKeys(ChannelSecrets.derive(seed, owner.role(), id)));
    }

    /**
     * How far it has gone in the channel of that key id; nothing when it never signed there.
     *
     * @throws IOException if its record cannot be read
     */
    public Optional<HouseholdStanding> standing(KeyId keyId) throws IOException {
        return records.of(keyId)
                .map(mark ->
                        new HouseholdStanding(mark.own().number(), mark.signed().number(), mark.end()));
    }

    @Override
    public <R> Outcome<R, SigningRefusal> sign(SigningOrder<R> order) throws IOException {
        KeyId keyId = order.deed().terms().identity().household(owner.role()).keyId();
        OwnKeys own = keys(keyId);
        return records.judged(
                keyId,
                held -> order.judgedBy(new HouseholdPolicy(owner, own, held)),
                recorded -> order.fulfil(own.secrets()));
    }
}
