package org.gridbolt.multisig.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Signature;

/**
 * One way to spend an output.
 *
 * @param branch its name
 * @param needs what it asks, in the order of the witness
 */
public record SpendPath(Branch branch, List<Need> needs) {

    private static final int SIGNATURE_SIZE_MAX = 72;

    public SpendPath {
        needs = List.copyOf(needs);
    }

    /** The age of the output that it asks for; zero when it asks for none. */
    public BlockCount age() {
        return all(Need.Age.class)
                .map(Need.Age::blocks)
                .max(BlockCount::compareTo)
                .orElse(BlockCount.ZERO);
    }

    /** The height of the chain that it asks for, if it does. */
    public Optional<BlockHeight> height() {
        return all(Need.Height.class).map(Need.Height::height).max(BlockHeight::compareTo);
    }

    /** All keys that may sign on this path. */
    public List<PublicKey> signers() {
        return needs.stream().flatMap(SpendPath::signersOf).toList();
    }

    private static Stream<PublicKey> signersOf(Need need) {
        if (need instanceof Need.SignatureOf one) {
            return Stream.of(one.key());
        }
        return need instanceof Need.SignaturesOf many ? many.keys().stream() : Stream.empty();
    }

    private <N extends Need> Stream<N> all(Class<N> kind) {
        return needs.stream().filter(kind::isInstance).map(kind::cast);
    }

    /** The witness without the script, bottom of the stack first; nothing when a signature or preimage is missing. */
    public Optional<List<Bytes>> witness(Satisfaction satisfaction) {
        List<Bytes> witness = new ArrayList<>();
        for (Need need : needs) {
            Optional<List<Bytes>> elements = elements(need, satisfaction);
            if (elements.isEmpty()) {
                return Optional.empty();
            }
            witness.addAll(elements.get());
        }
        return Optional.of(List.copyOf(witness));
    }

    private static Optional<List<Bytes>> elements(Need need, Satisfaction have) {
        if (need instanceof Need.SignatureOf one) {
            return Optional.ofNullable(have.signatures().get(one.key()))
                    .map(signature -> List.of(signature.derWithSigHashAll()));
        }
        if (need instanceof Need.SignaturesOf many) {
            return signatures(many, have);
        }
        if (need instanceof Need.PreimageOf preimage) {
            return Optional.ofNullable(have.preimages().get(preimage.hash())).map(List::of);
        }
        return Optional.of(need instanceof Need.Fixed fixed ? List.of(fixed.element()) : List.of());
    }

    /** The empty element that CHECKMULTISIG swallows, and the first signatures in the order of the keys. */
    private static Optional<List<Bytes>> signatures(Need.SignaturesOf need, Satisfaction have) {
        List<Signature> made = need.keys().stream()
                .filter(have.signatures()::containsKey)
                .map(have.signatures()::get)
                .limit(need.threshold())
                .toList();
        if (made.size() < need.threshold()) {
            return Optional.empty();
        }
        return Optional.of(Stream.concat(Stream.of(Bytes.EMPTY), made.stream().map(Signature::derWithSigHashAll))
                .toList());
    }

    /** A witness of the largest size this path can have, without the script, to compute a fee with. */
    public List<Bytes> largestWitness() {
        return needs.stream().flatMap(SpendPath::largest).toList();
    }

    private static Stream<Bytes> largest(Need need) {
        if (need instanceof Need.SignatureOf) {
            return Stream.of(Bytes.of(new byte[SIGNATURE_SIZE_MAX]));
        }
        if (need instanceof Need.SignaturesOf many) {
            Stream<Bytes> signatures = Stream.generate(() -> Bytes.of(new byte[SIGNATURE_SIZE_MAX]))
                    .limit(many.threshold());
            return Stream.concat(Stream.of(Bytes.EMPTY), signatures);
        }
        if (need instanceof Need.PreimageOf) {
            return Stream.of(Bytes.of(new byte[Sha256Hash.LENGTH]));
        }
        return need instanceof Need.Fixed fixed ? Stream.of(fixed.element()) : Stream.empty();
    }
}
