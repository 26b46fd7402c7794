package org.gridbolt.multisig.key;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;

/**
 * The static public keys of all three parties in one channel. All are distinct, and none is another's negation.
 *
 * <p>MUST 1.4: all keys are valid points with distinct x.
 *
 * @param consumer the keys of A
 * @param producer the keys of B
 * @param utility the keys of U
 */
public record ChannelKeyRing(PartyKeys consumer, PartyKeys producer, PartyKeys utility) {

    public ChannelKeyRing {
        require(consumer, Party.CONSUMER);
        require(producer, Party.PRODUCER);
        require(utility, Party.UTILITY);
        repeatedKey(consumer, producer, utility).ifPresent(key -> {
            throw new IllegalArgumentException("a key stands twice in one channel: " + key);
        });
    }

    private static void require(PartyKeys keys, Party party) {
        if (keys.party() != party) {
            throw new IllegalArgumentException("keys of " + keys.party() + " in the place of " + party);
        }
    }

    /** The first key that stands twice among those of the three, itself or as its negation: to refuse a peer's keys. */
    public static Optional<PublicKey> repeatedKey(PartyKeys consumer, PartyKeys producer, PartyKeys utility) {
        Map<Bytes, PublicKey> seen = new HashMap<>();
        return Stream.of(consumer, producer, utility)
                .flatMap(keys -> keys.all().stream())
                .filter(key -> seen.putIfAbsent(key.xOnly(), key) != null)
                .findFirst();
    }

    /** The keys of {@code party}. */
    public PartyKeys of(Party party) {
        return switch (party) {
            case CONSUMER -> consumer;
            case PRODUCER -> producer;
            case UTILITY -> utility;
        };
    }

    /** All 18 keys: A's, B's, U's. */
    public List<PublicKey> all() {
        List<PublicKey> all = new ArrayList<>(consumer.all());
        all.addAll(producer.all());
        all.addAll(utility.all());
        return List.copyOf(all);
    }

    /** Whether {@code key} or its negation is one of these. */
    public boolean contains(PublicKey key) {
        return contains(consumer, key) || contains(producer, key) || contains(utility, key);
    }

    private static boolean contains(PartyKeys keys, PublicKey key) {
        return key.hasSameX(keys.walletFirst())
                || key.hasSameX(keys.walletSecond())
                || key.hasSameX(keys.arbitration())
                || key.hasSameX(keys.balance())
                || key.hasSameX(keys.justice())
                || key.hasSameX(keys.unit());
    }
}
