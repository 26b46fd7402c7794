package org.gridbolt.channel.torture;

/** The end of a process, wherever it was. Thrown through everything, as a process knows nothing of its end. */
final class PowerCut extends RuntimeException {

    private static final long serialVersionUID = 1;

    PowerCut() {
        super("the process ended", null, false, false);
    }
}
