package org.gridbolt.channel.torture;

/** What must never happen has happened: the end of a trial. */
final class Violation extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String invariant;
    private final String what;

    Violation(String invariant, String what) {
        super(invariant + ": " + what);
        this.invariant = invariant;
        this.what = what;
    }

    /** A machine threw what it should have refused. */
    Violation(RuntimeException thrown) {
        super("nothing is thrown: " + thrown, thrown);
        this.invariant = "nothing is thrown";
        this.what = thrown.toString();
    }

    String invariant() {
        return invariant;
    }

    String what() {
        return what;
    }
}
