package org.gridbolt.channel.chain;

/**
 * The chain cannot be asked. The world's fault and not a bug; an exception all the same, since any question may end so and
 * no rule of the protocol depends on it.
 */
public final class ChainUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient ChainFlaw flaw;

    public ChainUnavailable(ChainFlaw flaw) {
        super(flaw.line());
        this.flaw = flaw;
    }

    /** The same, on account of {@code cause}. */
    public ChainUnavailable(ChainFlaw flaw, Throwable cause) {
        super(flaw.line(), cause);
        this.flaw = flaw;
    }

    /** What is wrong. */
    public ChainFlaw flaw() {
        return flaw;
    }
}
