package org.gridbolt.node.terminal;

/**
 * Input that cannot be used, told in one line: what is wrong, where, and what to do about it.
 *
 * <p>Not a bug: the command ends with {@link #EXIT_CODE} and this line, without a stack trace.
 */
public final class UnusableInput extends RuntimeException {

    /** The exit code of a command whose input cannot be used. */
    public static final int EXIT_CODE = 2;

    private static final long serialVersionUID = 1L;

    private final String line;

    /**
     * A complaint that reads {@code where: what: remedy}.
     *
     * @param where the file, option or address that holds it
     * @param what what is wrong with it
     * @param remedy what to do about it
     */
    public UnusableInput(String where, String what, String remedy) {
        this(where + ": " + what + ": " + remedy);
    }

    /** A complaint that says all of it in {@code line}. */
    public UnusableInput(String line) {
        super(oneLine(line), null, false, false);
        this.line = oneLine(line);
    }

    /** The complaint. */
    public String line() {
        return line;
    }

    /** The text with every run of white space, line breaks included, as one space. */
    public static String oneLine(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
}
