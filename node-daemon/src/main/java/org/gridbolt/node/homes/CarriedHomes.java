package org.gridbolt.node.homes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.gridbolt.pricing.profile.LoadProfile;
import org.gridbolt.pricing.profile.ProfileReader;

/** The measured homes that the program carries: a year of 17 of them. Where they are from stands beside the file. */
public final class CarriedHomes {

    private static final String FILE = "fontana-2016-17.csv";

    private CarriedHomes() {}

    /** All hours of all homes. */
    public static LoadProfile profile() {
        try (InputStream content = CarriedHomes.class.getResourceAsStream(FILE)) {
            if (content == null) {
                throw new IllegalStateException("the jar lacks " + FILE);
            }
            return ProfileReader.read(FILE, content.readAllBytes()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
