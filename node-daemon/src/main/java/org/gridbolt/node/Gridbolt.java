package org.gridbolt.node;

import org.gridbolt.node.demo.DemoCommand;
import org.gridbolt.node.demo.FundCommand;
import org.gridbolt.node.reproduce.ReproduceCommand;
import org.gridbolt.node.ruling.VerifyRulingCommand;
import org.gridbolt.node.simulate.SimulateCommand;
import org.gridbolt.node.store.BackupCommand;
import org.gridbolt.node.store.RestoreCommand;
import org.gridbolt.node.terminal.Paragraph;
import org.gridbolt.node.torture.TortureCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The {@code gridbolt} command. */
@Command(
        name = "gridbolt",
        header = "Payment channels for energy.",
        description = {
            "",
            "A consumer, a producer and their utility share a 2-of-3 wallet on a Bitcoin chain and pay for"
                    + " energy unit by unit, off chain."
        },
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        versionProvider = Gridbolt.Version.class,
        subcommands = {
            DemoCommand.class,
            FundCommand.class,
            VerifyRulingCommand.class,
            TortureCommand.class,
            ReproduceCommand.class,
            SimulateCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            HelpCommand.class
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  gridbolt demo                            a day of energy, settled on a regtest chain",
            "  gridbolt demo --scenario default --out D a producer fails a unit and loses its bond",
            "  gridbolt verify-ruling D/ruling.bin      whether that ruling was right",
            "  gridbolt fund                            three defaults, and what miners get of them",
            "  gridbolt backup --store S --to FILE      a copy of a node's channels, also while it runs",
            "",
            "Exit codes: 0 all went well, 1 a bug, 2 input that cannot be used."
        })
public final class Gridbolt implements Runnable {

    @Spec
    CommandSpec spec = CommandSpec.create();

    /** Runs the command and exits with its code: 0 when all went well, 2 for input that cannot be used. */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The command line, ready to execute. */
    static CommandLine commandLine() {
        OneLineErrors errors = new OneLineErrors();
        return new CommandLine(new Gridbolt())
                .setUsageHelpWidth(Paragraph.COLUMNS_MAX)
                .setParameterExceptionHandler(errors)
                .setExecutionExceptionHandler(errors);
    }

    /** Without a command: the help. */
    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The version of the jar that runs. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Gridbolt.class.getPackage().getImplementationVersion();
            return new String[] {"gridbolt " + (version == null ? "(development)" : version)};
        }
    }
}
