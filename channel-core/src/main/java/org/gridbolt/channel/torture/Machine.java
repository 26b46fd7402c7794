package org.gridbolt.channel.torture;

import java.io.IOException;
import java.util.Optional;
import org.gridbolt.channel.driver.ChannelDriver;
import org.gridbolt.channel.driver.UtilityDriver;
import org.gridbolt.channel.event.ChannelEvent;

/** A running driver, of a household or of the utility. */
interface Machine {

    /** Takes an event. */
    void handle(ChannelEvent event);

    /** Why it stopped, if it did. */
    Optional<IOException> failure();

    /** The name of its state. */
    String state();

    /** The kind of its state. */
    String place();

    /** A household's. */
    record Household(ChannelDriver driver) implements Machine {

        @Override
        public void handle(ChannelEvent event) {
            driver.handle(event);
        }

        @Override
        public Optional<IOException> failure() {
            return driver.failure();
        }

        @Override
        public String state() {
            return driver.state().name();
        }

        @Override
        public String place() {
            return driver.state().getClass().getSimpleName();
        }
    }

    /** The utility's. */
    record Utility(UtilityDriver driver) implements Machine {

        @Override
        public void handle(ChannelEvent event) {
            driver.handle(event);
        }

        @Override
        public Optional<IOException> failure() {
            return driver.failure();
        }

        @Override
        public String state() {
            return driver.state().name();
        }

        @Override
        public String place() {
            return driver.state().getClass().getSimpleName();
        }
    }
}
