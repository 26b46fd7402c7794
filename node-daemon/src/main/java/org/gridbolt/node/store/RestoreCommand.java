package org.gridbolt.node.store;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.node.terminal.UnusableInput;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Puts the channels of a backup where a stopped node finds them. */
@Command(
        name = "restore",
        header = "Puts a backup of the channels where a stopped node finds them.",
        description = {
            "",
            "Checks all of the backup first and overwrites nothing: move an old channels.db away, and leave signer.db where it"
                    + " is. From then on the channels publish nothing of their own, for good, since the version that the backup"
                    + " calls the newest may be revoked: they wait for their peers to close.",
            ""
        },
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = "  gridbolt restore --from /mnt/backup/channels-monday.db --store node")
public final class RestoreCommand implements Callable<Integer> {

    @Spec
    CommandSpec spec = CommandSpec.create();

    @Option(names = "--from", paramLabel = "FILE", required = true, description = "What 'gridbolt backup' wrote.")
    Path file = Path.of("");

    @Option(
            names = "--store",
            paramLabel = "DIRECTORY",
            required = true,
            description = "Where the node keeps its channels. It is there, and no node runs on it.")
    Path store = Path.of("");

    @Option(
            names = "--node",
            paramLabel = "KEY",
            description =
                    "The node's public key, 66 hexadecimal digits: a backup of another node is refused. Default: the one"
                            + " in signer.db, if that is there.")
    @Nullable
    String node;

    @Override
    public Integer call() {
        Optional<PublicKey> key = Optional.ofNullable(node).map(RestoreCommand::parse);
        try {
            Backup restored = NodeStore.restore(file, store, key);
            PrintWriter out = spec.commandLine().getOut();
            out.println(restored.channels() + " channels of the node " + restored.node() + " are in " + store);
            out.println("They publish nothing of their own any more: start the node, and ask each peer to close.");
            out.flush();
            return 0;
        } catch (StoreUnusable unusable) {
            throw new UnusableInput(unusable.flaw().message());
        }
    }

    private static PublicKey parse(String hex) {
        boolean spelled = hex.matches("[0-9a-fA-F]{66}");
        return (spelled ? PublicKey.parse(Bytes.ofHex(hex)) : Optional.<PublicKey>empty())
                .orElseThrow(() -> new UnusableInput(
                        "--node", "'" + hex + "' is no public key", "give 66 hexadecimal digits, 02... or 03..."));
    }
}
