package org.gridbolt.multisig.script;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;

/** Finds the ways to spend a fragment, left to right, each as its needs in the order of the witness (BIP 379). */
final class SpendPaths implements Fragment.Handler<List<List<Need>>> {

    private static final Need FIRST = new Need.Fixed(Bytes.of((byte) 1));
    private static final Need SECOND = new Need.Fixed(Bytes.EMPTY);
    private static final SpendPaths INSTANCE = new SpendPaths();

    private SpendPaths() {}

    /** The paths of {@code fragment} with the names {@code branches}, one for each, left to right. */
    static List<SpendPath> of(Fragment fragment, Branch... branches) {
        List<List<Need>> paths = fragment.dispatch(INSTANCE);
        if (paths.size() != branches.length) {
            throw new IllegalArgumentException(branches.length + " names for " + paths.size() + " paths");
        }
        return IntStream.range(0, branches.length)
                .mapToObj(i -> new SpendPath(branches[i], paths.get(i)))
                .toList();
    }

    @Override
    public List<List<Need>> pk(Fragment.Pk fragment) {
        return List.of(List.of(new Need.SignatureOf(fragment.key())));
    }

    @Override
    public List<List<Need>> multi(Fragment.Multi fragment) {
        return List.of(List.of(new Need.SignaturesOf(fragment.threshold(), fragment.keys())));
    }

    /** One for each pair: the first key with each after it, then the second. */
    @Override
    public List<List<Need>> anyTwo(Fragment.AnyTwo fragment) {
        List<PublicKey> keys = fragment.keys();
        List<List<Need>> pairs = new ArrayList<>();
        for (int first = 0; first < keys.size(); first++) {
            for (int second = first + 1; second < keys.size(); second++) {
                List<PublicKey> pair = new Fragment.AnyTwo(List.of(keys.get(first), keys.get(second))).sorted();
                pairs.add(List.of(new Need.SignaturesOf(2, pair)));
            }
        }
        return pairs;
    }

    @Override
    public List<List<Need>> older(Fragment.Older fragment) {
        return List.of(List.of(new Need.Age(fragment.age())));
    }

    @Override
    public List<List<Need>> after(Fragment.After fragment) {
        return List.of(List.of(new Need.Height(fragment.height())));
    }

    @Override
    public List<List<Need>> sha256(Fragment.Sha256 fragment) {
        return List.of(List.of(new Need.PreimageOf(fragment.hash())));
    }

    @Override
    public List<List<Need>> orI(Fragment.OrI fragment) {
        Stream<List<Need>> first = fragment.first().dispatch(this).stream().map(path -> plus(path, List.of(FIRST)));
        Stream<List<Need>> second = fragment.second().dispatch(this).stream().map(path -> plus(path, List.of(SECOND)));
        return Stream.concat(first, second).toList();
    }

    /** What runs first takes the top of the stack, which is the end of the witness. */
    @Override
    public List<List<Need>> andV(Fragment.AndV fragment) {
        List<List<Need>> then = fragment.then().dispatch(this);
        return fragment.verified().dispatch(this).stream()
                .flatMap(top -> then.stream().map(below -> plus(below, top)))
                .toList();
    }

    private static List<Need> plus(List<Need> path, List<Need> more) {
        List<Need> longer = new ArrayList<>(path);
        longer.addAll(more);
        return longer;
    }
}
