package org.gridbolt.penalty.policy;

/** The rule by which a producer pays for a default; part of the signed terms. */
public sealed interface PenaltyPolicy permits ForfeitAll, Graded {

    /** What the defaulted units of a state cost the producer. */
    Forfeiture judge(JudgedState state);

    /** How many of a channel's first defaults forfeit nothing. */
    int toleratedShortfalls();

    /** The consumer's share of the forfeit: its reason to sign a penalty. */
    PerMille consumerShare();
}
