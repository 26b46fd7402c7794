package org.gridbolt.penalty.ruling;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.Fragment;

/**
 * A script known but for some of its keys, for who was not told the households' keys. It accepts exactly the scripts of its
 * form: somebody else's script that merely contains the same pieces would prove nothing of who signed.
 *
 * @param unknown how many keys are not known
 * @param placeholder any key
 * @param form the script with those keys, in the order in which they stand in it
 */
record ScriptForm(int unknown, PublicKey placeholder, Function<List<PublicKey>, Fragment> form) {

    /** The unknown keys of {@code script}; nothing when it is not of this form. */
    Optional<List<PublicKey>> keysOf(Bytes script) {
        List<PublicKey> keys = places().stream()
                .filter(place -> place + PublicKey.SIZE <= script.size())
                .map(place -> script.slice(place, place + PublicKey.SIZE))
                .flatMap(bytes -> PublicKey.parse(bytes).stream())
                .toList();
        return Optional.of(keys)
                .filter(found -> found.size() == unknown)
                .filter(found -> form.apply(found).script().equals(script));
    }

    /**
     * Where the unknown keys stand: keys are all of one size, so it is the same place in every script of this form. Found by two
     * placeholders, since whoever picks the known pieces could make some of them look like one.
     */
    private List<Integer> places() {
        PublicKey other = placeholder.negate();
        Bytes model = model(placeholder);
        Bytes otherModel = model(other);
        List<Integer> places = new ArrayList<>();
        for (int place = 0; place + PublicKey.SIZE <= model.size(); place++) {
            if (isAt(model, place, placeholder) && isAt(otherModel, place, other)) {
                places.add(place);
            }
        }
        return places;
    }

    private Bytes model(PublicKey key) {
        return form.apply(Collections.nCopies(unknown, key)).script();
    }

    private static boolean isAt(Bytes script, int place, PublicKey key) {
        return script.slice(place, place + PublicKey.SIZE).equals(key.bytes());
    }
}
