package org.gridbolt.channel.state;

import java.util.List;
import org.gridbolt.channel.message.VersionTold;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.PendingUnit;

/**
 * What others say of a version, to a household that has forgotten it. A lie rebuilds no transaction.
 *
 * @param point the point of its owner
 * @param units that it may hold
 */
public record StatedVersion(PublicKey point, List<PendingUnit> units) {

    public StatedVersion {
        units = List.copyOf(units);
    }

    static StatedVersion of(VersionTold message) {
        return new StatedVersion(message.point(), message.units());
    }
}
