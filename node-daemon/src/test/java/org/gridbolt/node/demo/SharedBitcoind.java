package org.gridbolt.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.gridbolt.testing.Bitcoind;

/** The bitcoind that all tests of this JVM share, as an option of the demo. */
final class SharedBitcoind {

    private SharedBitcoind() {}

    static String option() {
        Bitcoind bitcoind = Bitcoind.shared();
        try {
            String credentials = Files.readString(bitcoind.cookie()).strip();
            return "--bitcoind-url " + bitcoind.url().toString().replace("//", "//" + credentials + "@");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
