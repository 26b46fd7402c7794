package org.gridbolt.penalty.ruling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.penalty.ChannelFixture.UTILITY_NODE;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PublicKey;

class RulingFilePropertyTest {

    private static final PublicKey UTILITY = UTILITY_NODE.publicKey();
    private static final int MAGIC_SIZE = 18;
    private static final Bytes FILE = new RulingCase().file().encode();

    @Property(tries = 500)
    void any_bytes_are_refused_and_never_more_than_that(@ForAll byte[] content) {
        Bytes behindMagic = FILE.slice(0, MAGIC_SIZE).concat(Bytes.of(content));

        assertThat(RulingVerifier.verify(Bytes.of(content), UTILITY).flaw()).isPresent();
        assertThat(RulingVerifier.verify(behindMagic, UTILITY).flaw()).isPresent();
    }
}
