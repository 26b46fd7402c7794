package org.gridbolt.node.store;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.gridbolt.node.terminal.UnusableInput;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Copies the channels of a node that may be running. */
@Command(
        name = "backup",
        header = "Copies the channels of a node to one file, also while it runs.",
        description = {
            "",
            "The copy is of one moment. The signer's records are not in it: an old one is as dangerous as an old state."
                    + " Make it on another disk, and often.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = "  gridbolt backup --store node --to /mnt/backup/channels-monday.db")
public final class BackupCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--store",
            paramLabel = "DIRECTORY",
            required = true,
            description = "Where the node keeps its channels.")
    Path store = Path.of("");

    @Option(
            names = "--to",
            paramLabel = "FILE",
            required = true,
            description = "The file to write. One that is there is not overwritten.")
    Path file = Path.of("");

    @Override
    public Integer call() {
        try {
            Backup written = NodeStore.backup(store, file);
            PrintWriter out = spec.commandLine().getOut();
            out.println(written.channels() + " channels of the node " + written.node() + " are in " + file);
            out.flush();
            return 0;
        } catch (StoreUnusable unusable) {
            throw new UnusableInput(unusable.flaw().message());
        }
    }
}
