package org.gridbolt.channel.state;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.multisig.Bytes;

/** The preimages that a channel knows. */
final class Reveals {

    private Reveals() {}

    /** The channel with what the utility revealed, if it is the preimage of a unit that is not done. */
    static Channel learn(Channel channel, UnitDelivered message) {
        Optional<Unit> unit = channel.units()
                .find(message.unit())
                .filter(known -> known.ticket().isRevealedBy(message.preimage()));
        return unit.map(known -> channel.with(channel.units().with(known.revealed(message.preimage(), true))))
                .orElse(channel);
    }

    /** All of them, by their hashes. */
    static Map<Sha256Hash, Bytes> of(Channel channel) {
        Map<Sha256Hash, Bytes> preimages = new HashMap<>();
        for (Unit unit : channel.units().list()) {
            unit.preimage().ifPresent(preimage -> preimages.put(unit.ticket().hash(), preimage));
        }
        return preimages;
    }
}
