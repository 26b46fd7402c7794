package org.gridbolt.node.report;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What runs the chain. */
public enum ChainKind {
    /** A regtest chain inside this process. */
    EMBEDDED,
    /** A Bitcoin Core or Knots on regtest. */
    BITCOIND;

    /** As it is written on the command line and in the report. */
    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
