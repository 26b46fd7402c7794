package org.gridbolt.multisig.script;

import java.util.List;
import java.util.stream.Collectors;
import org.gridbolt.multisig.key.PublicKey;

/** Writes a fragment as Bitcoin Core's descriptors do. */
final class DescriptorText implements Fragment.Handler<String> {

    static final DescriptorText INSTANCE = new DescriptorText();

    private DescriptorText() {}

    @Override
    public String pk(Fragment.Pk fragment) {
        return "pk(" + fragment.key().bytes() + ")";
    }

    @Override
    public String multi(Fragment.Multi fragment) {
        return keys("multi(" + fragment.threshold() + ",", fragment.keys());
    }

    @Override
    public String anyTwo(Fragment.AnyTwo fragment) {
        return keys("sortedmulti(2,", fragment.keys());
    }

    private static String keys(String name, List<PublicKey> keys) {
        return keys.stream().map(key -> key.bytes().toHex()).collect(Collectors.joining(",", name, ")"));
    }

    @Override
    public String older(Fragment.Older fragment) {
        return "older(" + fragment.age().value() + ")";
    }

    @Override
    public String after(Fragment.After fragment) {
        return "after(" + fragment.height().value() + ")";
    }

    @Override
    public String sha256(Fragment.Sha256 fragment) {
        return "sha256(" + fragment.hash() + ")";
    }

    @Override
    public String orI(Fragment.OrI fragment) {
        return "or_i(" + fragment.first().dispatch(this) + ","
                + fragment.second().dispatch(this) + ")";
    }

    @Override
    public String andV(Fragment.AndV fragment) {
        return "and_v(v:" + fragment.verified().dispatch(this) + ","
                + fragment.then().dispatch(this) + ")";
    }
}
