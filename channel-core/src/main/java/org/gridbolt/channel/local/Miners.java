package org.gridbolt.channel.local;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;

/**
 * Who mines which block: the utility and two others, each about a third of them. Who it is follows from the seed and from the
 * block's place after slot 0 begins, and not from its height, so that a day has the same miners on every chain.
 *
 * @param seed of the utility
 * @param scripts where each is paid
 */
record Miners(long seed, List<Bytes> scripts) {

    static Miners of(long seed) {
        LocalKeys keys = new LocalKeys(seed, seed);
        return new Miners(
                seed,
                Stream.of("miner", "another miner", "a third miner")
                        .map(name -> keys.script(Party.UTILITY, name))
                        .toList());
    }

    /** Who mines the block that stands {@code place} blocks after the one with which slot 0 begins. */
    Bytes at(int place) {
        byte[] drawn = Sha256Hash.hash(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(seed)
                .putInt(place)
                .array());
        return scripts.get(Math.floorMod(ByteBuffer.wrap(drawn).getInt(), scripts.size()));
    }
}
