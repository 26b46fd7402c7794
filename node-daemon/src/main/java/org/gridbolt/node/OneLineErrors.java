package org.gridbolt.node;

import java.io.PrintWriter;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.gridbolt.node.terminal.UnusableInput;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Turns whatever ends a command into one line on stderr and an exit code: {@link UnusableInput#EXIT_CODE} for input that
 * cannot be used, {@link #BUG} for what should not happen.
 */
final class OneLineErrors implements IParameterExceptionHandler, IExecutionExceptionHandler {

    /** The exit code of a bug. */
    static final int BUG = 1;

    /** Set to anything, it makes a bug print its stack trace. */
    static final String TRACE_VARIABLE = "GRIDBOLT_TRACE";

    @Override
    public int handleParseException(ParameterException problem, String[] arguments) {
        CommandLine command = problem.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        return unusable(command.getErr(), problem.getMessage() + ": see '" + name + " --help'");
    }

    @Override
    public int handleExecutionException(Exception problem, CommandLine command, ParseResult parsed) {
        if (problem instanceof UnusableInput unusable) {
            return unusable(command.getErr(), unusable.line());
        }
        if (problem instanceof ChainUnavailable unavailable) {
            return unusable(command.getErr(), unavailable.flaw().line());
        }
        return bug(command.getErr(), problem);
    }

    private static int unusable(PrintWriter err, String message) {
        err.println("gridbolt: " + UnusableInput.oneLine(message));
        err.flush();
        return UnusableInput.EXIT_CODE;
    }

    private static int bug(PrintWriter err, Exception problem) {
        err.println("gridbolt: this is a bug: " + UnusableInput.oneLine(String.valueOf(problem))
                + ": please report it with what you did; " + TRACE_VARIABLE + "=1 prints the stack trace");
        if (System.getenv(TRACE_VARIABLE) != null) {
            problem.printStackTrace(err);
        }
        err.flush();
        return BUG;
    }
}
