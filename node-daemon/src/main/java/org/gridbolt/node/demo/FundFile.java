package org.gridbolt.node.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gridbolt.channel.local.LocalFund;
import org.gridbolt.penalty.fund.FundText;

/** The fund's ledger as a file of comma-separated values. */
final class FundFile {

    /** What it is called. */
    static final String NAME = "fund.csv";

    private FundFile() {}

    static void save(Path folder, LocalFund fund) throws IOException {
        String values = String.join("\n", new FundText(fund.ledger()).commaSeparated()) + "\n";
        Files.writeString(folder.resolve(NAME), values, StandardCharsets.UTF_8);
    }
}
