package org.gridbolt.node.store;

import java.io.IOException;

/** A store cannot be used, and why. */
public final class StoreUnusable extends IOException {

    private static final long serialVersionUID = 1;

    private final transient StoreFlaw flaw;

    /** Says why. */
    StoreUnusable(StoreFlaw flaw) {
        super(flaw.message());
        this.flaw = flaw;
    }

    /** Says why, and what caused it. */
    StoreUnusable(StoreFlaw flaw, Throwable cause) {
        super(flaw.message(), cause);
        this.flaw = flaw;
    }

    /** Why. */
    public StoreFlaw flaw() {
        return flaw;
    }
}
