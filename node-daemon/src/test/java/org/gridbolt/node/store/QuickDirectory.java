package org.gridbolt.node.store;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** In memory, where the system has such a place: what these tests hold does not hang on a disk, and their files are many. */
final class QuickDirectory implements TempDirFactory {

    private static final Path MEMORY = Path.of("/dev/shm");

    QuickDirectory() {}

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws Exception {
        return Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "gridbolt")
                : Files.createTempDirectory("gridbolt");
    }
}
