package org.gridbolt.channel.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.ByteRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.tx.FeeRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileMarksTest {

    private static final KeyId ONE = new KeyId(Examples.bytes32("one").slice(0, KeyId.SIZE));
    private static final KeyId OTHER = new KeyId(Examples.bytes32("other").slice(0, KeyId.SIZE));

    @TempDir
    private Path directory;

    private Path fileOfOne() {
        return directory.resolve(ONE.value().toHex() + ".mark");
    }

    @Test
    void there_is_no_record_before_the_first() throws IOException {
        try (FileMarks marks = FileMarks.open(directory)) {
            assertThat(marks.load(ONE)).isEmpty();
        }
    }

    @Test
    void the_newest_record_of_each_key_id_is_found_again_by_the_next_process() throws IOException {
        try (FileMarks marks = FileMarks.open(directory)) {
            marks.save(ONE, Bytes.ofHex("0102"));
            marks.save(OTHER, Bytes.ofHex("03"));
            marks.save(ONE, Bytes.ofHex("04"));
        }
        try (FileMarks again = FileMarks.open(directory)) {
            assertThat(again.load(ONE)).contains(Bytes.ofHex("04"));
            assertThat(again.load(OTHER)).contains(Bytes.ofHex("03"));
        }
    }

    @Test
    void what_a_crash_left_half_written_is_no_record() throws IOException {
        try (FileMarks marks = FileMarks.open(directory)) {
            marks.save(ONE, Bytes.ofHex("01"));
        }
        Files.write(directory.resolve(ONE.value().toHex() + ".new"), new byte[] {9});

        try (FileMarks marks = FileMarks.open(directory)) {
            assertThat(marks.load(ONE)).contains(Bytes.ofHex("01"));
            marks.save(ONE, Bytes.ofHex("02"));
            assertThat(marks.load(ONE)).contains(Bytes.ofHex("02"));
        }
    }

    @Test
    void nothing_but_records_and_the_lock_is_left_behind() throws IOException {
        try (FileMarks marks = FileMarks.open(directory)) {
            marks.save(ONE, Bytes.ofHex("01"));
        }
        try (Stream<Path> files = Files.list(directory)) {
            assertThat(files).containsExactlyInAnyOrder(fileOfOne(), directory.resolve("lock"));
        }
    }

    // One alone.

    @Test
    void nobody_else_in_this_process_opens_the_records_until_they_are_closed() throws IOException {
        FileMarks marks = FileMarks.open(directory);

        assertThatThrownBy(() -> FileMarks.open(directory)).isInstanceOf(MarksInUse.class);
        assertThatThrownBy(() -> FileMarks.open(directory.resolve("."))).isInstanceOf(MarksInUse.class);
        assertThat(askAnotherProcess()).isEqualTo(MarksInUse.class.getSimpleName());

        marks.close();
        marks.close();
        assertThatThrownBy(() -> marks.load(ONE)).isInstanceOf(ClosedChannelException.class);
        assertThatThrownBy(() -> marks.save(ONE, Bytes.ofHex("01"))).isInstanceOf(ClosedChannelException.class);
        FileMarks.open(directory).close();
    }

    @Test
    void a_process_that_holds_the_records_keeps_others_out_and_leaves_no_lock_behind_when_it_is_killed()
            throws IOException, InterruptedException {
        Process holder = start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("open");
            assertThatThrownBy(() -> FileMarks.open(directory)).isInstanceOf(MarksInUse.class);
        } finally {
            holder.destroyForcibly();
        }
        assertThat(holder.waitFor(1, TimeUnit.MINUTES)).isTrue();

        try (FileMarks marks = FileMarks.open(directory)) {
            assertThat(marks.load(ONE)).isEmpty();
        }
    }

    private String askAnotherProcess() throws IOException {
        Process other = start();
        try {
            return other.inputReader().readLine();
        } finally {
            other.destroyForcibly();
        }
    }

    private Process start() throws IOException {
        String path = Stream.of(FileMarks.class, MarksHolder.class, Bytes.class, Sha256Hash.class)
                .map(FileMarksTest::placeOf)
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(java.toString(), "-cp", path, MarksHolder.class.getName(), directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static String placeOf(Class<?> type) {
        try {
            return Path.of(Objects.requireNonNull(type.getProtectionDomain().getCodeSource())
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException impossible) {
            throw new AssertionError(impossible);
        }
    }

    // Durable.

    /** A disk that fails at the nth step, before or after it was done. */
    private static final class FailingDisk implements Disk {

        private final List<String> steps = new ArrayList<>();
        private final int failing;
        private final boolean done;

        FailingDisk(int failing, boolean done) {
            this.failing = failing;
            this.done = done;
        }

        private interface Step {
            void take() throws IOException;
        }

        private void take(String name, Step step) throws IOException {
            steps.add(name);
            boolean fails = steps.size() == failing;
            if (!fails || done) {
                step.take();
            }
            if (fails) {
                throw new IOException("no power");
            }
        }

        @Override
        public void write(Path file, Bytes content) throws IOException {
            take("write " + file.getFileName(), () -> Disk.REAL.write(file, content));
        }

        @Override
        public void rename(Path from, Path to) throws IOException {
            take("rename to " + to.getFileName(), () -> Disk.REAL.rename(from, to));
        }

        @Override
        public void force(Path forced) throws IOException {
            take("force directory", () -> Disk.REAL.force(forced));
        }
    }

    @Test
    void a_record_is_written_and_forced_before_it_takes_its_place_and_the_place_is_forced_last() throws IOException {
        FailingDisk disk = new FailingDisk(0, false);
        try (FileMarks marks = FileMarks.open(directory, disk)) {
            marks.save(ONE, Bytes.ofHex("01"));
        }

        assertThat(disk.steps)
                .containsExactly(
                        "write " + ONE.value().toHex() + ".new",
                        "rename to " + ONE.value().toHex() + ".mark",
                        "force directory");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void a_disk_that_fails_at_any_step_leaves_the_old_record_or_the_new_one_and_says_so(int step) throws IOException {
        for (boolean done : List.of(false, true)) {
            try (FileMarks marks = FileMarks.open(directory)) {
                marks.save(ONE, Bytes.ofHex("01"));
            }
            try (FileMarks marks = FileMarks.open(directory, new FailingDisk(step, done))) {
                assertThatThrownBy(() -> marks.save(ONE, Bytes.ofHex("0202"))).hasMessage("no power");
            }
            boolean inPlace = step == 3 || (step == 2 && done);
            try (FileMarks marks = FileMarks.open(directory)) {
                assertThat(marks.load(ONE)).contains(Bytes.ofHex(inPlace ? "0202" : "01"));
            }
        }
    }

    // Readable, or not signed by.

    private void assertUnreadable(byte[] file, MarkUnreadable.Cause why) throws IOException {
        Files.write(fileOfOne(), file);
        try (FileMarks marks = FileMarks.open(directory)) {
            assertThatThrownBy(() -> marks.load(ONE))
                    .isInstanceOfSatisfying(
                            MarkUnreadable.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(why));
        }
    }

    @Test
    void a_record_that_is_cut_short_or_grew_is_refused_wherever_it_is_cut() throws IOException {
        byte[] whole = MarkFile.encode(Bytes.ofHex("01020304")).toArray();
        for (int length = 0; length < whole.length; length++) {
            assertUnreadable(Arrays.copyOf(whole, length), MarkUnreadable.Cause.DAMAGED);
        }
        assertUnreadable(Arrays.copyOf(whole, whole.length + 1), MarkUnreadable.Cause.DAMAGED);
        assertUnreadable(new byte[MarkFile.SIZE_MAX + 1], MarkUnreadable.Cause.DAMAGED);
    }

    @Test
    void a_record_of_a_newer_form_is_refused_as_that() throws IOException {
        byte[] newer = MarkFile.encode(Bytes.ofHex("01")).toArray();
        newer[6] = 2;

        assertUnreadable(newer, MarkUnreadable.Cause.NEWER);
    }

    @Property
    void a_record_with_one_wrong_byte_is_never_read(
            @ForAll @Size(max = 64) List<@ByteRange(min = Byte.MIN_VALUE) Byte> content,
            @ForAll @IntRange(max = 1000) int place,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] mark = new byte[content.size()];
        for (int i = 0; i < mark.length; i++) {
            mark[i] = content.get(i);
        }
        byte[] file = MarkFile.encode(Bytes.of(mark)).toArray();
        file[place % file.length] ^= (byte) change;

        assertThatThrownBy(() -> MarkFile.decode(Bytes.of(file), "of a test")).isInstanceOf(MarkUnreadable.class);
    }

    /** A household's signer on a record that is whole and not its own. */
    @Test
    void nothing_is_signed_by_a_record_that_cannot_be_read() throws IOException {
        Neighbourhood street = Neighbourhood.withTickets(1, 250);
        SigningOrder.OwnVersion order = new SigningOrder.OwnVersion(
                street.consumer().channel().context().deed(),
                street.consumer().channel().ownVersion(),
                street.consumer().channel().commitments().own().signature());
        KeyId keyId = order.deed().terms().identity().household(Party.CONSUMER).keyId();
        try (FileMarks marks = FileMarks.open(directory)) {
            marks.save(keyId, Bytes.ofHex("0203"));
            HouseholdSigner signer = new HouseholdSigner(
                    new HouseholdSigner.Owner(
                            Party.CONSUMER,
                            PrivateKey.of(Examples.bytes32("anybody")).publicKey(),
                            Bytes.EMPTY,
                            FeeRate.RELAY),
                    Examples.bytes32("CONSUMER seed"),
                    marks);

            assertThatThrownBy(() -> signer.sign(order))
                    .isInstanceOfSatisfying(
                            MarkUnreadable.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(MarkUnreadable.Cause.OTHER_SIGNER));
        }
    }
}
