package org.gridbolt.pricing.profile;

import org.gridbolt.pricing.Flaw;

/**
 * What is wrong with a profile, or with what was asked of it. Rows are lines of the file, counted from 1 with the header;
 * columns are called by their names.
 */
public sealed interface ProfileFlaw extends Flaw permits FileFlaw, RowFlaw, CellFlaw, DayFlaw {

    /** The name of the file. */
    String file();
}
