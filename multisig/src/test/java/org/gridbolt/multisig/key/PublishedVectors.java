package org.gridbolt.multisig.key;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;

/** The files of published test vectors. They belong to this module, so that only its own classes find them. */
final class PublishedVectors {

    private PublishedVectors() {}

    static Stream<String> lines(String name) {
        try (InputStream file = PublishedVectors.class.getResourceAsStream("/vectors/" + name)) {
            return new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
