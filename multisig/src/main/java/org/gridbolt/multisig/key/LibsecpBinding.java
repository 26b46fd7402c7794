package org.gridbolt.multisig.key;

import static java.lang.invoke.MethodType.methodType;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The calls into libsecp256k1, through the bindings of ACINQ (secp256k1-kmp). Loading this class loads the native library;
 * where that fails, this class does not load either, with a {@link LinkageError} that says why.
 *
 * <p>The bindings spread one package over several jars, which cannot stand on a module path together. So this class
 * names them by method handles and not by types: they may lie on the class path while this module does not. A constant
 * handle costs what a direct call costs.
 */
final class LibsecpBinding {

    private static final MethodType ONE_TO_ONE = methodType(byte[].class, byte[].class);
    private static final MethodType TWO_TO_ONE = methodType(byte[].class, byte[].class, byte[].class);
    private static final MethodType JUDGE = methodType(boolean.class, byte[].class, byte[].class, byte[].class);

    private static final MethodHandle SIGN;
    private static final MethodHandle VERIFY;
    private static final MethodHandle CREATE;
    private static final MethodHandle PARSE;

    static {
        try {
            Class<?> type = Class.forName("fr.acinq.secp256k1.Secp256k1");
            Object library = type.getMethod("get").invoke(null);
            MethodHandles.Lookup lookup = MethodHandles.publicLookup();
            SIGN = lookup.findVirtual(type, "sign", TWO_TO_ONE).bindTo(library);
            VERIFY = lookup.findVirtual(type, "verify", JUDGE).bindTo(library);
            CREATE = lookup.findVirtual(type, "pubkeyCreate", ONE_TO_ONE).bindTo(library);
            PARSE = lookup.findVirtual(type, "pubkeyParse", ONE_TO_ONE).bindTo(library);
        } catch (ReflectiveOperationException | RuntimeException failure) {
            throw new LinkageError("libsecp256k1 does not load on this machine", failure);
        }
    }

    private LibsecpBinding() {}

    /** Runs the initialiser above. */
    static void load() {}

    /** The compact signature with low S of a 32-byte digest. */
    static byte[] sign(byte[] digest, byte[] scalar) {
        try {
            return (byte[]) SIGN.invokeExact(digest, scalar);
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    /** Whether the compact signature is the digest's by the key of that valid point. */
    static boolean verify(byte[] compact, byte[] digest, byte[] point) {
        try {
            return (boolean) VERIFY.invokeExact(compact, digest, point);
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    /** k G as 04, x, y. */
    static byte[] create(byte[] scalar) {
        try {
            return (byte[]) CREATE.invokeExact(scalar);
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    /** The compressed point as 04, x, y; a {@link RuntimeException} when it is not on the curve. */
    static byte[] parse(byte[] compressed) {
        try {
            return (byte[]) PARSE.invokeExact(compressed);
        } catch (Throwable failure) {
            throw unexpected(failure);
        }
    }

    private static RuntimeException unexpected(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return new IllegalStateException("libsecp256k1 refuses its input", failure);
    }
}
