package org.gridbolt.node.reproduce;

/** How a figure of ours stands beside a printed one. */
public enum Verdict {
    /** The same, to the digits that are printed. */
    AGREES("agrees"),
    /** Within what the paper's own words leave open. */
    PLAUSIBLE("within reach"),
    /** Another amount, but the same thing is larger. */
    SAME_ORDER("same order"),
    /** Another one, and it is said why. */
    DIFFERS("differs"),
    /** What the paper says is too little, or contradicts itself. */
    CANNOT("cannot be reproduced"),
    /** The paper prints none. */
    OURS("ours alone");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** As a reader meets it. */
    public String words() {
        return words;
    }
}
