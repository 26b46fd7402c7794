package org.gridbolt.channel.torture;

import java.util.List;

/** How a party behaves. */
enum Conduct {
    /** As its machine says. */
    HONEST,
    /** As its machine says, until it falls silent for good. */
    SILENT,
    /** As it pleases: with its own keys, everything that it ever saw, and messages that nobody should send. */
    ADVERSARY;

    /** All but the honest. */
    static final List<Conduct> ROGUES = List.of(SILENT, ADVERSARY, ADVERSARY);
}
