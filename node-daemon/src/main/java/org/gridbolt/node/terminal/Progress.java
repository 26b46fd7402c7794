package org.gridbolt.node.terminal;

import java.io.PrintWriter;

/**
 * How far the work has come, on stderr: one line that changes in place on a terminal, elsewhere only the lines worth
 * keeping.
 */
public final class Progress {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean live;

    /**
     * Progress written to {@code err}.
     *
     * @param live whether that is a terminal, on which a line can be replaced
     */
    public Progress(PrintWriter err, boolean live) {
        this.err = err;
        this.live = live;
    }

    /**
     * Progress to {@code err}, live when the launcher says that stderr is a terminal (which the JVM cannot tell).
     */
    public static Progress to(PrintWriter err) {
        return new Progress(err, "1".equals(System.getenv("GRIDBOLT_STDERR_IS_TERMINAL")));
    }

    /** Replaces the moving line of a terminal; does nothing elsewhere. */
    public void moving(String line) {
        if (live) {
            err.print(CLEAR_LINE + line);
            err.flush();
        }
    }

    /** Writes a line that stays. */
    public void kept(String line) {
        clear();
        err.println(line);
        err.flush();
    }

    /** Removes the moving line, if there is one. */
    public void clear() {
        if (live) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }
}
