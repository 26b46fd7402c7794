package org.gridbolt.multisig.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A machine without the native library, played by a class loader that hides it. */
class MissingLibraryTest {

    /** Loads this package anew, everything else as usual, and nothing of the bindings. */
    private static final class HidingLoader extends ClassLoader {

        private HidingLoader() {
            super(MissingLibraryTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("fr.acinq.")) {
                throw new ClassNotFoundException(name);
            }
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            return name.startsWith(MissingLibraryTest.class.getPackageName())
                    ? define(name)
                    : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            String path = "/" + name.replace('.', '/') + ".class";
            try (InputStream file = MissingLibraryTest.class.getResourceAsStream(path)) {
                if (file == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] code = file.readAllBytes();
                return defineClass(name, code, 0, code.length);
            } catch (IOException unreadable) {
                throw new ClassNotFoundException(name, unreadable);
            }
        }
    }

    /** The name of the implementation that {@code setting} gives there. */
    private static Object chosen(@Nullable String setting) throws Throwable {
        Class<?> choice = new HidingLoader().loadClass(Secp256k1Choice.class.getName());
        var named = choice.getDeclaredMethod("named", String.class);
        named.setAccessible(true);
        try {
            Object curve = named.invoke(null, setting);
            var name = curve.getClass().getMethod("name");
            name.setAccessible(true);
            return name.invoke(curve);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }

    @Test
    void bouncy_castle_takes_over() throws Throwable {
        assertThat(chosen(null)).isEqualTo("BouncyCastle");
    }

    @Test
    void asking_for_the_native_library_says_that_it_does_not_load_and_why() {
        assertThatThrownBy(() -> chosen("native"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("libsecp256k1 does not load on this machine")
                .hasRootCauseInstanceOf(ClassNotFoundException.class);
    }
}
