package org.gridbolt.penalty.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.api.Test;

class TagTest {

    /** Computed with Python's hashlib by the definition in BIP 340, for the tag that it uses itself. */
    @Test
    void the_hash_is_that_of_bip_340() {
        Tag tag = Tag.of("BIP0340/challenge");

        assertThat(tag.hash(Bytes.EMPTY))
                .hasToString("c216d352f5818b7b4beacd4ae0a26fe888080823d2a598856661bcd54f1b3713");
        assertThat(tag.hash(Bytes.ofHex("010203")))
                .hasToString("e2750bfdf4e404c95a2898f5c2280f8ee7ed09e67c1ba675df7ce1b05358cc09");
    }

    @Test
    void the_same_fields_under_another_tag_have_another_hash() {
        Bytes fields = Bytes.ofHex("00");

        assertThat(Tag.of("gridbolt/terms/1").hash(fields))
                .isNotEqualTo(Tag.of("gridbolt/terms/2").hash(fields));
    }

    @Test
    void a_tag_is_its_name() {
        assertThat(Tag.of("a"))
                .isEqualTo(Tag.of("a"))
                .hasSameHashCodeAs(Tag.of("a"))
                .hasToString("a");
        assertThat(Tag.of("a")).isNotEqualTo(Tag.of("b")).isNotEqualTo("a");
        assertThat(Tag.of("a").name()).isEqualTo("a");
    }
}
