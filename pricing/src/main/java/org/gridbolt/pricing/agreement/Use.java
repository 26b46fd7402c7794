package org.gridbolt.pricing.agreement;

/** What became of a unit of a plant's energy. */
public enum Use {
    /** The prosumer used it itself, and pays for it what the agreement says. */
    OWN_USE,
    /** It was sold to somebody else. */
    SURPLUS
}
