package org.gridbolt.channel.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.api.Test;

class StateCodecTest {

    private static final HouseholdRig PRODUCER = busyProducer();

    private static HouseholdRig busyProducer() {
        Neighbourhood street = Neighbourhood.withTickets(4, 250);
        street.offer(1);
        street.reveal(1);
        street.offer(2);
        street.reveal(2);
        return street.producer();
    }

    private final StateCodec codec = new StateCodec(PRODUCER.profile());

    @Test
    void decoding_gives_back_what_was_encoded() {
        ChannelState state = PRODUCER.state();

        assertThat(codec.decode(codec.encode(state)).value()).contains(state);
    }

    @Test
    void an_unknown_version_of_the_format_is_refused() {
        StoredChannel stored = codec.encode(PRODUCER.state());
        byte[] head = stored.head().toArray();
        head[0] = 0;

        assertThat(codec.decode(new StoredChannel(Bytes.of(head), stored.journal()))
                        .flaw())
                .isPresent();
    }

    @Test
    void a_journal_without_its_end_is_refused() {
        StoredChannel stored = codec.encode(PRODUCER.state());
        List<Bytes> entries = stored.journal().since(0);

        Journal cut = Journal.of(entries.subList(0, 1));

        assertThat(codec.decode(new StoredChannel(stored.head(), cut)).flaw()).isPresent();
    }

    @Test
    void the_head_does_not_hold_what_never_changes() {
        StoredChannel stored = codec.encode(PRODUCER.state());
        Bytes book = stored.journal().since(2).get(0);

        assertThat(stored.head().toHex()).doesNotContain(book.toHex());
        assertThat(PRODUCER.state()).isInstanceOf(Active.class);
    }

    @Test
    void a_reference_to_an_entry_of_another_kind_is_refused_and_never_throws() {
        StoredChannel stored = codec.encode(PRODUCER.state());
        for (int where = 0; where < stored.head().size(); where++) {
            for (byte change = 1; change <= 3; change++) {
                byte[] head = stored.head().toArray();
                head[where] ^= change;
                codec.decode(new StoredChannel(Bytes.of(head), stored.journal()))
                        .value()
                        .ifPresent(
                                state -> assertThat(codec.encode(state).head()).isEqualTo(Bytes.of(head)));
            }
        }
    }

    @Property(tries = 200)
    void damage_is_refused_or_gives_another_state_and_never_throws(
            @ForAll @IntRange(max = 100_000) int where, @ForAll byte change) {
        StoredChannel stored = codec.encode(PRODUCER.state());
        byte[] head = stored.head().toArray();
        head[where % head.length] ^= change;

        codec.decode(new StoredChannel(Bytes.of(head), stored.journal()))
                .value()
                .ifPresent(state -> assertThat(codec.encode(state).head()).isEqualTo(Bytes.of(head)));
    }
}
