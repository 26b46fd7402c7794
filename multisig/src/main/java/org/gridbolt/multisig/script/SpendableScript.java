package org.gridbolt.multisig.script;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Network;
import org.bitcoinj.base.SegwitAddress;
import org.gridbolt.multisig.Bytes;

/** The script of an output that keys spend: BIP 143 applies to its inputs. */
public sealed interface SpendableScript extends OutputScript permits WitnessScript, KeyHashScript {

    /** What a signature of its input commits to in the place of the script (BIP 143). */
    Bytes scriptCode();

    /** The last element of a witness: the script, or the key, whose hash stands in the output. */
    Bytes lastElement();

    /** The ways to spend it. */
    List<SpendPath> paths();

    /** All are witness programs of version 0. */
    @Override
    default Optional<String> address(Network network) {
        Bytes script = scriptPubKey();
        byte[] program = script.slice(2, script.size()).toArray();
        return Optional.of(SegwitAddress.fromProgram(network, 0, program).toBech32());
    }

    /** The way named {@code branch}; an {@link IllegalArgumentException} when this script has none. */
    default SpendPath path(Branch branch) {
        return paths().stream()
                .filter(path -> path.branch() == branch)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no branch " + branch + " in " + descriptor()));
    }

    /** Whether one of the ways has the name {@code branch}. */
    default boolean hasPath(Branch branch) {
        return paths().stream().anyMatch(path -> path.branch() == branch);
    }

    /** The whole witness of {@code branch}; nothing when a signature or preimage is missing. */
    default Optional<List<Bytes>> witness(Branch branch, Satisfaction satisfaction) {
        return path(branch).witness(satisfaction).map(this::closed);
    }

    /** A witness of the largest size that {@code branch} can have, to compute a fee with. */
    default List<Bytes> largestWitness(Branch branch) {
        return closed(path(branch).largestWitness());
    }

    private List<Bytes> closed(List<Bytes> witness) {
        return Stream.concat(witness.stream(), Stream.of(lastElement())).toList();
    }
}
