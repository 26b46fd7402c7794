package org.gridbolt.pricing.demand;

/**
 * The slots that a plan is made for.
 *
 * @param slots how many slots there are, 1 to {@link #SLOTS_MAX}, numbered from 0
 * @param slotMinutes how long each is, at least 1
 * @param cyclic whether the last slot is followed by the first, so that a window may pass midnight
 */
public record PlanDay(int slots, int slotMinutes, boolean cyclic) {

    /** The most slots of a plan: a day of minutes. */
    public static final int SLOTS_MAX = 1_440;

    /** A day of 24 hours after which the same day comes again. */
    public static final PlanDay HOURS = new PlanDay(24, 60, true);

    /** A day of 48 half hours after which the same day comes again. */
    public static final PlanDay HALF_HOURS = new PlanDay(48, 30, true);

    boolean has(int slot) {
        return slot >= 0 && slot < slots;
    }

    boolean isSound() {
        return slots >= 1 && slots <= SLOTS_MAX && slotMinutes >= 1;
    }
}
