package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.channel.testing.Town;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.api.Test;

class UtilityCodecTest {

    private final UtilityRig utility = Town.withChannel().utility();

    @Test
    void a_damaged_entry_of_the_history_is_refused() {
        StoredUtility stored = utility.codec().encode(utility.state());
        List<Bytes> entries = stored.journal().since(0);
        assertThat(entries).isNotEmpty();
        assertThat(utility.codec().decode(stored).value()).contains(utility.state());

        for (int at = 0; at < entries.size(); at++) {
            List<Bytes> damaged = new ArrayList<>(entries);
            damaged.set(at, Bytes.of((byte) 0xff));

            assertThat(utility.codec()
                            .decode(new StoredUtility(stored.head(), Journal.of(damaged)))
                            .value())
                    .isEmpty();
        }
    }
}
