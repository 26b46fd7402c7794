package org.gridbolt.channel.signer;

import java.util.HashMap;
import java.util.Map;
import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PublicKey;

/** The keys of one party in one channel. A few points are kept, since node and signer ask for the same ones in turn. */
final class OwnKeys implements PublicSide {

    private static final int POINTS_KEPT = 8;

    private final ChannelSecrets secrets;
    private final Map<CommitmentNumber, PublicKey> points = new HashMap<>();

    OwnKeys(ChannelSecrets secrets) {
        this.secrets = secrets;
    }

    ChannelSecrets secrets() {
        return secrets;
    }

    @Override
    public PartyKeys keys() {
        return secrets.publicKeys();
    }

    @Override
    public synchronized PublicKey pointAt(CommitmentNumber number) {
        if (points.size() >= POINTS_KEPT && !points.containsKey(number)) {
            points.keySet().removeIf(kept -> Math.abs(kept.value() - number.value()) >= POINTS_KEPT / 2);
            if (points.size() >= POINTS_KEPT) {
                points.clear();
            }
        }
        return points.computeIfAbsent(number, secrets.shaChain()::pointAt);
    }
}
