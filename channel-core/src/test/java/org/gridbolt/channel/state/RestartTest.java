package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.Party;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that ended and is started again. */
class RestartTest {

    /** A peer that is gone asks for nothing, and a signer signs no ruling on a version that it has not heard of. */
    @ParameterizedTest
    @EnumSource(names = "UTILITY", mode = EnumSource.Mode.EXCLUDE)
    void the_signer_hears_of_the_newest_version_though_the_peer_is_gone(Party party) {
        int boundary = 0;
        long newest = 0;
        for (HouseholdRig household = ended(party, boundary);
                household.hasCrashed();
                household = ended(party, ++boundary)) {
            household.restart();

            newest = household.channel().commitments().own().number().value();
            if (newest > 0) {
                assertThat(household.signer().revoked())
                        .as("after boundary %s", boundary)
                        .contains(newest - 1);
            }
        }

        assertThat(newest).isEqualTo(1);
    }

    /** The process ends at that boundary of a unit's offer. */
    private static HouseholdRig ended(Party party, int boundary) {
        Neighbourhood street = Neighbourhood.withTickets(1, 250);
        HouseholdRig household = street.household(party);
        household.crashAfter(boundary);
        street.offer(1);
        return household;
    }
}
