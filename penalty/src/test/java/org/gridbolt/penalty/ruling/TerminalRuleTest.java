package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.penalty.ChannelFixture.WALLET;
import static org.gridbolt.penalty.ChannelFixture.hash;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.junit.jupiter.api.Test;

class TerminalRuleTest {

    private static final Ruling RULING = new RulingCase().file().ruling().content();

    @Test
    void a_mark_for_a_penalty_allows_that_penalty_and_nothing_else() {
        TerminalMark mark = TerminalMark.penalty(RULING);

        assertThat(mark.allows(TerminalMark.penalty(RULING))).isTrue();
        assertThat(mark.allows(TerminalMark.cooperativeClose())).isFalse();
        assertThat(mark.allows(new TerminalMark(TerminalMark.Ground.PENALTY, hash("another ruling"))))
                .isFalse();
        assertThat(mark.carriedOut()).contains(RULING.hash());
        assertThat(TerminalMark.cooperativeClose().carriedOut()).isEmpty();
    }

    @Test
    void a_mark_is_read_back_as_it_was_stored() {
        TerminalMark penalty = TerminalMark.penalty(RULING);
        TerminalMark close = TerminalMark.cooperativeClose();

        assertThat(TerminalMark.decode(penalty.encode()).value()).contains(penalty);
        assertThat(TerminalMark.decode(close.encode()).value()).contains(close);
        assertThat(TerminalMark.decode(Bytes.ofHex("01" + "00".repeat(32))).flaw())
                .isPresent();
        assertThat(TerminalMark.decode(Bytes.ofHex("02" + "00".repeat(32))).flaw())
                .isPresent();
    }

    @Test
    void a_penalty_has_a_ruling_and_a_cooperative_close_has_none() {
        assertThatThrownBy(() -> new TerminalMark(TerminalMark.Ground.PENALTY, Sha256Hash.ZERO_HASH))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TerminalMark(TerminalMark.Ground.COOPERATIVE_CLOSE, RULING.hash()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_utility_signs_one_spend_of_each_output_and_that_one_as_often_as_asked() {
        SignedSpends once = SignedSpends.NONE.with(WALLET, hash("penalty")).orElseThrow();

        assertThat(once.with(WALLET, hash("penalty"))).contains(once);
        assertThat(once.with(WALLET, hash("another"))).isEmpty();
        assertThat(once.with(new Outpoint(hash("commitment"), 2), hash("claim")))
                .isPresent();
    }

    @Test
    void the_record_is_read_back_as_it_was_stored() {
        SignedSpends spends = SignedSpends.NONE
                .with(WALLET, hash("penalty"))
                .flatMap(first -> first.with(new Outpoint(hash("commitment"), 2), hash("claim")))
                .orElseThrow();
        Bytes entry = spends.encode().slice(4, 72);

        assertThat(SignedSpends.decode(spends.encode()).value()).contains(spends);
        assertThat(SignedSpends.decode(spends.encode()).value().map(SignedSpends::encode))
                .contains(spends.encode());
        assertThat(SignedSpends.decode(Bytes.ofHex("00000002").concat(entry).concat(entry))
                        .flaw())
                .isPresent();
    }

    /** A record that could be written and not read again would be lost with all that must not be signed twice. */
    @Test
    void nothing_is_signed_for_that_the_record_has_no_room_for() {
        SignedSpends full = SignedSpends.NONE;
        for (int index = 0; index < 256; index++) {
            full = full.with(new Outpoint(hash("commitment"), index), hash("claim"))
                    .orElseThrow();
        }

        assertThat(SignedSpends.decode(full.encode()).value()).contains(full);
        assertThat(full.with(WALLET, hash("penalty"))).isEmpty();
        assertThat(full.with(new Outpoint(hash("commitment"), 0), hash("claim")))
                .contains(full);
    }
}
