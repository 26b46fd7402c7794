package org.gridbolt.pricing;

/** What is wrong with something that was handed in from outside: a value to show, never an exception. */
public interface Flaw {

    /** One line for a person: what is wrong, where, and what to do about it. */
    String message();
}
