package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Slot;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;

/** Two channels with equal tickets. */
@OnBitcoind
class Scenario23Test {

    @Test
    void equal_tickets_of_two_channels_with_the_same_keys_have_different_hashes(Bitcoind bitcoind) {
        BlockHeight slotZero = StreetOnBitcoind.slotZero(bitcoind).plus(new BlockCount(40));
        StreetOnBitcoind<UtilityRig> one =
                StreetOnBitcoind.withUtility(bitcoind, slotZero).open();
        StreetOnBitcoind<UtilityRig> other =
                StreetOnBitcoind.withUtility(bitcoind, slotZero).open();
        one.moveToOffersOf(new Slot(0));

        other.moveToOffersOf(new Slot(0));
        List<Ticket> ofOne = one.utility().issue(new Slot(0), 2, 250);
        List<Ticket> ofOther = other.utility().issue(new Slot(0), 2, 250);

        assertThat(ofOne)
                .extracting(Ticket::draft)
                .isEqualTo(ofOther.stream().map(Ticket::draft).toList());
        assertThat(ofOne)
                .extracting(Ticket::hash)
                .doesNotHaveDuplicates()
                .doesNotContainAnyElementsOf(ofOther.stream().map(Ticket::hash).toList());
    }
}
