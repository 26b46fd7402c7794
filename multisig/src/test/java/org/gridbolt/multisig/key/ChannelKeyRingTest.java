package org.gridbolt.multisig.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gridbolt.multisig.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelKeyRingTest {

    private static final ChannelKeyRing RING = Examples.ring();

    /** The keys of {@code party} with {@code key} in the place of its unit key. */
    private static PartyKeys withUnitKey(Party party, PublicKey key) {
        PartyKeys keys = RING.of(party);
        return new PartyKeys(
                party,
                keys.walletFirst(),
                keys.walletSecond(),
                keys.arbitration(),
                keys.balance(),
                keys.justice(),
                key);
    }

    @ParameterizedTest
    @CsvSource({
        "CONSUMER, PRODUCER, true",
        "CONSUMER, UTILITY, false",
        "PRODUCER, CONSUMER, true",
        "PRODUCER, UTILITY, false",
        "UTILITY, CONSUMER, true",
        "UTILITY, PRODUCER, false",
    })
    void wallet_keys_pair_with_the_others_in_the_order_A_B_U(Party party, Party other, boolean first) {
        PartyKeys keys = RING.of(party);
        assertThat(keys.walletWith(other)).isEqualTo(first ? keys.walletFirst() : keys.walletSecond());
    }

    @ParameterizedTest
    @EnumSource(Party.class)
    void nobody_shares_a_branch_with_itself(Party party) {
        PartyKeys keys = RING.of(party);
        assertThatThrownBy(() -> keys.walletWith(party)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_ring_holds_18_keys_and_their_negations() {
        assertThat(RING.all()).hasSize(18).doesNotHaveDuplicates();
        assertThat(RING.all()).allMatch(RING::contains).allMatch(key -> RING.contains(key.negate()));
        assertThat(RING.contains(Examples.publicKey("stranger"))).isFalse();
    }

    @Test
    void the_keys_of_one_party_do_not_stand_in_the_place_of_another() {
        assertThatThrownBy(() -> new ChannelKeyRing(RING.producer(), RING.consumer(), RING.utility()))
                .hasMessage("keys of PRODUCER in the place of CONSUMER");
        assertThatThrownBy(() -> new ChannelKeyRing(RING.consumer(), RING.utility(), RING.producer()))
                .hasMessage("keys of UTILITY in the place of PRODUCER");
        assertThatThrownBy(() -> new ChannelKeyRing(RING.consumer(), RING.producer(), RING.consumer()))
                .hasMessage("keys of CONSUMER in the place of UTILITY");
    }

    @Property(tries = 40)
    void a_key_that_stands_twice_is_found_also_as_its_negation(
            @ForAll @IntRange(min = 0, max = 16) int position, @ForAll boolean negated) {
        PublicKey taken = RING.all().get(position);
        PartyKeys utility = withUnitKey(Party.UTILITY, negated ? taken.negate() : taken);
        assertThat(ChannelKeyRing.repeatedKey(RING.consumer(), RING.producer(), utility))
                .contains(utility.unit());
        assertThatThrownBy(() -> new ChannelKeyRing(RING.consumer(), RING.producer(), utility))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(utility.unit().toString());
    }

    @Test
    void distinct_keys_repeat_none() {
        assertThat(ChannelKeyRing.repeatedKey(RING.consumer(), RING.producer(), RING.utility()))
                .isEmpty();
    }

    @Test
    void keys_stand_in_the_place_of_their_party() {
        assertThatThrownBy(() -> new ChannelKeyRing(RING.consumer(), RING.producer(), RING.consumer()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("keys of CONSUMER in the place of UTILITY");
    }
}
