package org.gridbolt.channel.signer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.pricing.Outcome;
import org.junit.jupiter.api.Test;

/** Many channels of one signer at the same time. */
class RecordsTest {

    private static final KeyId FIRST = keyId("first");
    private static final KeyId SECOND = keyId("second");
    private static final int ORDERS = 400;

    private static KeyId keyId(String name) {
        return new KeyId(Examples.bytes32(name).slice(0, KeyId.SIZE));
    }

    private static Records<UtilityMark> records(SignerMarks marks) {
        return new Records<>(marks, UtilityMark::encode, UtilityMark::decode);
    }

    /** Counts one order more in the deed of the record. */
    private static Outcome<UtilityMark, SigningRefusal> counted(Optional<UtilityMark> held) {
        long count =
                held.map(mark -> mark.deed().toBigInteger().longValueExact()).orElse(0L);
        return Outcome.of(UtilityMark.first(number(count + 1)));
    }

    private static Sha256Hash number(long number) {
        return Sha256Hash.wrap(String.format("%064x", number));
    }

    private static <T> List<T> together(List<Callable<T>> orders) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(orders.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> order : threads.invokeAll(orders, 60, TimeUnit.SECONDS)) {
                results.add(order.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /** The disk answers only once both wait for it: were there one lock, it never would. */
    @Test
    void the_records_of_two_channels_are_made_durable_at_the_same_time() throws Exception {
        CyclicBarrier disk = new CyclicBarrier(2);
        Records<UtilityMark> records = records(new SignerMarks() {
            @Override
            public Optional<Bytes> load(KeyId keyId) {
                return Optional.empty();
            }

            @Override
            public void save(KeyId keyId, Bytes mark) throws IOException {
                try {
                    int unused = disk.await(30, TimeUnit.SECONDS);
                } catch (Exception alone) {
                    throw new IOException(alone);
                }
            }
        });

        List<Boolean> followed = together(List.of(
                () -> records.judged(FIRST, RecordsTest::counted, next -> true).orElseThrow(),
                () -> records.judged(SECOND, RecordsTest::counted, next -> true).orElseThrow()));

        assertThat(followed).containsOnly(true);
    }

    @Test
    void each_order_of_a_channel_is_judged_by_the_record_that_the_one_before_it_left() throws Exception {
        InMemoryMarks marks = new InMemoryMarks();
        Records<UtilityMark> records = records(marks);
        Callable<List<Sha256Hash>> asking = () -> {
            List<Sha256Hash> released = new ArrayList<>();
            for (int i = 0; i < ORDERS; i++) {
                released.add(records.judged(FIRST, RecordsTest::counted, UtilityMark::deed)
                        .orElseThrow());
            }
            return released;
        };

        List<Sha256Hash> released = together(List.of(asking, asking, asking, asking)).stream()
                .flatMap(List::stream)
                .toList();

        assertThat(released).hasSize(4 * ORDERS).doesNotHaveDuplicates().contains(number(4 * ORDERS));
        assertThat(UtilityMark.decode(marks.load(FIRST).orElseThrow())
                        .orElseThrow()
                        .deed())
                .isEqualTo(number(4 * ORDERS));
    }

    @Test
    void what_is_not_durable_is_not_released_and_the_record_stays_what_it_was() throws IOException {
        InMemoryMarks disk = new InMemoryMarks();
        Records<UtilityMark> records = records(new SignerMarks() {
            @Override
            public Optional<Bytes> load(KeyId keyId) {
                return disk.load(keyId);
            }

            @Override
            public void save(KeyId keyId, Bytes mark) throws IOException {
                if (UtilityMark.decode(mark).orElseThrow().deed().equals(number(2))) {
                    throw new IOException("disk full");
                }
                disk.save(keyId, mark);
            }
        });
        List<Sha256Hash> released = new ArrayList<>();
        boolean first = records.judged(FIRST, RecordsTest::counted, next -> released.add(next.deed()))
                .orElseThrow();

        assertThatThrownBy(() -> records.judged(FIRST, RecordsTest::counted, next -> released.add(next.deed())))
                .isInstanceOf(IOException.class);

        assertThat(first).isTrue();
        assertThat(released).containsExactly(number(1));
        assertThat(records.of(FIRST).orElseThrow().deed()).isEqualTo(number(1));
    }
}
