package org.gridbolt.multisig.key;

import java.nio.ByteBuffer;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;

/**
 * The private side of one party in one channel: its static keys and the chain of its per-commitment secrets.
 *
 * <p>Everything comes from the party's seed, so that a backup of the seed and the signed terms recovers it, and is fresh
 * for each {@link KeyId} and each role. The path is hardened throughout (BIP 32), so that no key, revealed or not, says
 * anything about another: {@code m / 9735' / party' / k0' / ... / k7' / use'}, where {@code party} is the code of
 * the letter A, B or U, {@code k0} to {@code k7} are the key id in groups of 16 bits, and {@code use} counts wallet first and second, arbitration, balance, justice, unit and shachain from 0.
 *
 * <p>MUST 4.5: all keys and the seed of the chain are fresh for each channel and role.
 */
public final class ChannelSecrets {

    /** The length of a seed in bytes. */
    public static final int SEED_SIZE = 32;

    private static final int PURPOSE = 9735;

    /** What a key is for, with its place in the path, which never changes. */
    private enum Use {
        WALLET_FIRST(0),
        WALLET_SECOND(1),
        ARBITRATION(2),
        BALANCE(3),
        JUSTICE(4),
        UNIT(5),
        SHA_CHAIN(6);

        private final int index;

        Use(int index) {
            this.index = index;
        }
    }

    private final Map<Use, PrivateKey> keys;
    private final PartyKeys publicKeys;
    private final ShaChain shaChain;

    private ChannelSecrets(Party party, Map<Use, PrivateKey> keys) {
        this.keys = keys;
        this.publicKeys = new PartyKeys(
                party,
                publicKey(Use.WALLET_FIRST),
                publicKey(Use.WALLET_SECOND),
                publicKey(Use.ARBITRATION),
                publicKey(Use.BALANCE),
                publicKey(Use.JUSTICE),
                publicKey(Use.UNIT));
        this.shaChain = new ShaChain(key(Use.SHA_CHAIN).bytes());
    }

    /**
     * The secrets of {@code party} in the channel of {@code keyId}, which must be used once only: with it, old secrets
     * that the peer knows would come back.
     *
     * @param seed 32 bytes that nobody else can guess
     */
    public static ChannelSecrets derive(Bytes seed, Party party, KeyId keyId) {
        if (seed.size() != SEED_SIZE) {
            throw new IllegalArgumentException("a seed has 32 bytes, not " + seed.size());
        }
        HardenedKey parties = HardenedKey.master(seed).child(PURPOSE);
        HardenedKey channel = channelNode(parties.child(party.letter()), keyId);
        Map<Use, PrivateKey> keys = new EnumMap<>(Use.class);
        for (Use use : Use.values()) {
            keys.put(use, channel.child(use.index).key());
        }
        return new ChannelSecrets(party, keys);
    }

    private static HardenedKey channelNode(HardenedKey parent, KeyId keyId) {
        ByteBuffer groups = ByteBuffer.wrap(keyId.value().toArray());
        HardenedKey node = parent;
        while (groups.hasRemaining()) {
            node = node.child(Short.toUnsignedInt(groups.getShort()));
        }
        return node;
    }

    private PrivateKey key(Use use) {
        return Objects.requireNonNull(keys.get(use));
    }

    private PublicKey publicKey(Use use) {
        return key(use).publicKey();
    }

    /** Whose secrets these are. */
    public Party party() {
        return publicKeys.party();
    }

    /** The public side of the static keys; computed once. */
    public PartyKeys publicKeys() {
        return publicKeys;
    }

    /** The per-commitment secrets of this party's own versions. */
    public ShaChain shaChain() {
        return shaChain;
    }

    /** The key of the wallet's branch that this party shares with {@code other}. */
    public PrivateKey walletKeyWith(Party other) {
        return key(WalletPair.isFirst(party(), other) ? Use.WALLET_FIRST : Use.WALLET_SECOND);
    }

    /** The key of a wallet in which each party has one. */
    public PrivateKey walletKey() {
        return key(Use.WALLET_FIRST);
    }

    /** The key that takes, together with the third party's, the producer's balance after a default. */
    public PrivateKey arbitrationKey() {
        return key(Use.ARBITRATION);
    }

    /** The key of this party's own balance. */
    public PrivateKey balanceKey() {
        return key(Use.BALANCE);
    }

    /** The key that punishes a revoked state. It never leaves its signer. MUST 4.6. */
    public PrivateKey justiceKey() {
        return key(Use.JUSTICE);
    }

    /** The key of this party's branch of a pending unit. */
    public PrivateKey unitKey() {
        return key(Use.UNIT);
    }

    /** The public keys: nothing of the secrets. */
    @Override
    public String toString() {
        return "ChannelSecrets of " + publicKeys;
    }
}
