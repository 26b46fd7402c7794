package org.gridbolt.node;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The {@code gridbolt} command. */
@Command(
        name = "gridbolt",
        description = "Payment channels for energy.",
        mixinStandardHelpOptions = true,
        versionProvider = Gridbolt.Version.class)
public final class Gridbolt {

    /** Runs the command and exits with its code: 0 when all went well, 2 for input that cannot be used. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Gridbolt()).execute(arguments));
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
