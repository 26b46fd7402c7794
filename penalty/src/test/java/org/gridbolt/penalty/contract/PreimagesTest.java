package org.gridbolt.penalty.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.penalty.ChannelFixture.CHANNEL;
import static org.gridbolt.penalty.ChannelFixture.PREIMAGES;
import static org.gridbolt.penalty.ChannelFixture.bytes;
import static org.gridbolt.penalty.ChannelFixture.hash;
import static org.gridbolt.penalty.ChannelFixture.preimage;
import static org.gridbolt.penalty.ChannelFixture.ticket;

import java.util.HashSet;
import java.util.Set;
import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.api.Test;

class PreimagesTest {

    private static final TicketDraft DRAFT = ticket(1, 30_000).draft();

    @Test
    void a_ticket_is_revealed_by_its_preimage_alone() {
        Ticket ticket = ticket(1, 30_000);

        assertThat(ticket.isRevealedBy(preimage(ticket))).isTrue();
        assertThat(ticket.isRevealedBy(preimage(ticket(2, 30_000)))).isFalse();
        assertThat(ticket.isRevealedBy(Bytes.EMPTY)).isFalse();
    }

    @Test
    void two_channels_with_equal_tickets_have_different_hashes() {
        Set<Bytes> preimages = new HashSet<>();
        preimages.add(PREIMAGES.of(CHANNEL, 0, DRAFT));
        preimages.add(PREIMAGES.of(new ChannelRef(ChainId.MAINNET, CHANNEL.channel(), CHANNEL.termsHash()), 0, DRAFT));
        preimages.add(PREIMAGES.of(
                new ChannelRef(CHANNEL.chain(), new ChannelId(hash("another")), CHANNEL.termsHash()), 0, DRAFT));
        preimages.add(PREIMAGES.of(new ChannelRef(CHANNEL.chain(), CHANNEL.channel(), hash("other terms")), 0, DRAFT));

        assertThat(preimages).hasSize(4);
    }

    @Test
    void an_equal_ticket_in_another_book_has_another_hash() {
        assertThat(PREIMAGES.ticket(CHANNEL, 1, DRAFT).hash())
                .isNotEqualTo(PREIMAGES.ticket(CHANNEL, 0, DRAFT).hash());
    }

    @Test
    void another_utility_has_other_preimages_and_the_same_one_always_the_same() {
        assertThat(Preimages.under(bytes("another utility", 32)).of(CHANNEL, 0, DRAFT))
                .isNotEqualTo(PREIMAGES.of(CHANNEL, 0, DRAFT));
        assertThat(Preimages.under(bytes("the utility's preimages", 32)).of(CHANNEL, 0, DRAFT))
                .isEqualTo(PREIMAGES.of(CHANNEL, 0, DRAFT));
    }

    @Test
    void a_key_has_32_bytes_and_is_not_shown() {
        assertThatThrownBy(() -> Preimages.under(bytes("short", 31))).isInstanceOf(IllegalArgumentException.class);
        assertThat(PREIMAGES).hasToString("Preimages");
    }
}
