package org.gridbolt.pricing.demand.paper;

import java.util.random.RandomGenerator;
import org.gridbolt.pricing.demand.PlanDay;
import org.gridbolt.pricing.demand.Window;

/** Readings of "starting slot and ending slot were generated randomly" (Tharun and Parvez 2021, section 5.E). */
public enum WindowReading {

    /** Two uniform slots, the earlier of which is the start. */
    TWO_SLOTS_IN_ORDER {
        @Override
        public Window draw(RandomGenerator random, PlanDay day) {
            int one = random.nextInt(day.slots());
            int other = random.nextInt(day.slots());
            return new Window(Math.min(one, other), Math.max(one, other));
        }
    },

    /** A uniform start, then an end that is uniform from the start to the last slot. */
    END_FROM_START_ON {
        @Override
        public Window draw(RandomGenerator random, PlanDay day) {
            int first = random.nextInt(day.slots());
            return new Window(first, first + random.nextInt(day.slots() - first));
        }
    },

    /** Two uniform slots as they come: when the end is before the start, the window passes midnight. Needs a cyclic day. */
    PAST_MIDNIGHT {
        @Override
        public Window draw(RandomGenerator random, PlanDay day) {
            int first = random.nextInt(day.slots());
            return new Window(first, random.nextInt(day.slots()));
        }
    };

    /** A window of that day. */
    public abstract Window draw(RandomGenerator random, PlanDay day);
}
