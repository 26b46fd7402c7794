package org.gridbolt.channel.signer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMarksTest {

    private static final KeyId ONE = new KeyId(Examples.bytes32("one").slice(0, KeyId.SIZE));
    private static final KeyId OTHER = new KeyId(Examples.bytes32("other").slice(0, KeyId.SIZE));

    @TempDir
    private Path directory;

    @Test
    void there_is_no_record_before_the_first() throws IOException {
        assertThat(new FileMarks(directory).load(ONE)).isEmpty();
    }

    @Test
    void the_newest_record_of_each_key_id_is_found_again_by_another_process() throws IOException {
        FileMarks marks = new FileMarks(directory);
        marks.save(ONE, Bytes.ofHex("0102"));
        marks.save(OTHER, Bytes.ofHex("03"));
        marks.save(ONE, Bytes.ofHex("04"));

        FileMarks again = new FileMarks(directory);

        assertThat(again.load(ONE)).contains(Bytes.ofHex("04"));
        assertThat(again.load(OTHER)).contains(Bytes.ofHex("03"));
    }

    @Test
    void what_a_crash_left_half_written_is_no_record() throws IOException {
        FileMarks marks = new FileMarks(directory);
        marks.save(ONE, Bytes.ofHex("01"));
        Files.write(directory.resolve(ONE.value().toHex() + ".new"), new byte[] {9});

        assertThat(new FileMarks(directory).load(ONE)).contains(Bytes.ofHex("01"));
        marks.save(ONE, Bytes.ofHex("02"));
        assertThat(marks.load(ONE)).contains(Bytes.ofHex("02"));
    }

    @Test
    void nothing_but_records_is_left_behind() throws IOException {
        FileMarks marks = new FileMarks(directory);
        marks.save(ONE, Bytes.ofHex("01"));

        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactly(directory.resolve(ONE.value().toHex() + ".mark"));
        }
    }
}
