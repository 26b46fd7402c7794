package org.gridbolt.multisig.key;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which implementation of the curve is in use. Reads its setting once, so that the hot path pays nothing for it. */
final class Secp256k1Choice {

    /** The system property that names the implementation. */
    static final String SETTING = "gridbolt.secp256k1";

    private static final Supplier<Secp256k1> ACTIVE = choose(System.getProperty(SETTING));

    private Secp256k1Choice() {}

    static Secp256k1 active() {
        return ACTIVE.get();
    }

    /** A wrong setting is thrown at each use and not while this class loads: there it would end as another error. */
    static Supplier<Secp256k1> choose(@Nullable String setting) {
        try {
            Secp256k1 chosen = named(setting);
            return () -> chosen;
        } catch (IllegalArgumentException | IllegalStateException unusable) {
            return () -> {
                throw unusable;
            };
        }
    }

    /** The implementation that {@code setting} names; null leaves it to the machine. */
    static Secp256k1 named(@Nullable String setting) {
        if (setting == null) {
            return Secp256k1.nativeLibrary().orElseGet(Secp256k1::portable);
        }
        return switch (setting) {
            case "native" -> NativeSecp256k1.required();
            case "portable" -> Secp256k1.portable();
            default ->
                throw new IllegalArgumentException(
                        SETTING + " is \"" + setting + "\"; it takes \"native\" or \"portable\"");
        };
    }
}
