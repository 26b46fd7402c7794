package org.gridbolt.multisig.key;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.gridbolt.multisig.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RevokedSecretsTest {

    private static final ShaChain CHAIN = new ShaChain(Examples.bytes32("peer"));
    private static final PrivateKey FOREIGN = Examples.privateKey("foreign");
    private static final int HEADER = 6;

    private static List<AppendixD.Storage> published() {
        return AppendixD.storages();
    }

    @ParameterizedTest
    @MethodSource("published")
    void the_published_sequences_are_accepted_up_to_the_first_incorrect_secret(AppendixD.Storage vector) {
        RevokedSecrets held = RevokedSecrets.EMPTY;
        for (AppendixD.Insertion insertion : vector.insertions()) {
            Optional<RevokedSecrets> after = held.insert(insertion.number(), insertion.secret());
            assertThat(after.isPresent()).as("%s", insertion.number()).isEqualTo(insertion.accepted());
            held = after.orElse(held);
        }
    }

    @Test
    void every_published_sequence_is_run() {
        assertThat(published()).hasSize(9);
    }

    /** All secrets of a chain before state {@code count}, put together from their definition. */
    private static RevokedSecrets holding(long count) {
        Bytes encoded = Bytes.EMPTY;
        for (int shift = (HEADER - 1) * 8; shift >= 0; shift -= 8) {
            encoded = encoded.concat(Bytes.of((byte) (count >>> shift)));
        }
        for (int entry = 0; count >>> entry != 0; entry++) {
            encoded = encoded.concat(Bytes.of(CHAIN.valueAt(newestIndex(count, entry))));
        }
        return RevokedSecrets.decode(encoded).orElseThrow();
    }

    /** The lowest of the first {@code count} indices that ends in exactly {@code zeros} zero bits. */
    private static long newestIndex(long count, int zeros) {
        long unit = 1L << zeros;
        long first = (1L << 48) - count;
        long multiple = (first + unit - 1) / unit * unit;
        return Long.numberOfTrailingZeros(multiple) == zeros ? multiple : multiple + unit;
    }

    @Test
    void every_secret_of_the_past_is_found_again_after_each_insertion() {
        RevokedSecrets held = RevokedSecrets.EMPTY;
        for (int n = 0; n < 70; n++) {
            CommitmentNumber number = new CommitmentNumber(n);
            assertThat(held.next()).isEqualTo(number);
            assertThat(held).isEqualTo(holding(n));
            assertThat(held.secretAt(number)).isEmpty();
            held = held.insert(number, CHAIN.secretAt(number)).orElseThrow();
            for (int past = 0; past <= n; past++) {
                CommitmentNumber old = new CommitmentNumber(past);
                assertThat(held.secretAt(old)).contains(CHAIN.secretAt(old));
            }
        }
    }

    @Property(tries = 200)
    void any_secret_is_found_in_a_store_of_any_length(
            @ForAll @LongRange(min = 1, max = 1L << 47) long count, @ForAll @LongRange(min = 0) long draw) {
        CommitmentNumber number = new CommitmentNumber(draw % count);
        assertThat(holding(count).secretAt(number)).contains(CHAIN.secretAt(number));
    }

    @Property(tries = 200)
    void a_store_of_any_length_takes_the_next_secret_and_no_other(
            @ForAll @LongRange(min = 0, max = (1L << 47) - 2) long count) {
        RevokedSecrets held = holding(count);
        CommitmentNumber next = held.next();
        assertThat(held.insert(next, CHAIN.secretAt(next))).contains(holding(count + 1));
        assertThat(held.insert(next.next(), CHAIN.secretAt(next.next()))).isEmpty();
        boolean hasChildren = count % 2 == 1;
        assertThat(held.insert(next, FOREIGN).isEmpty()).isEqualTo(hasChildren);
    }

    @Property(tries = 100)
    void a_store_has_at_most_49_entries(@ForAll @LongRange(min = 0, max = 1L << 47) long count) {
        assertThat((holding(count).encode().size() - HEADER) / PrivateKey.SIZE).isLessThanOrEqualTo(49);
    }

    @Property(tries = 100)
    void what_is_encoded_is_decoded_to_the_same(@ForAll @LongRange(min = 0, max = 1L << 47) long count) {
        RevokedSecrets held = holding(count);
        assertThat(RevokedSecrets.decode(held.encode())).contains(held);
        assertThat(held).hasSameHashCodeAs(holding(count));
    }

    @Property(tries = 100)
    void bytes_of_another_length_are_no_store(
            @ForAll @LongRange(min = 0, max = 1L << 47) long count, @ForAll @IntRange(min = 1, max = 40) int cut) {
        Bytes encoded = holding(count).encode();
        assertThat(RevokedSecrets.decode(encoded.slice(0, Math.max(0, encoded.size() - cut))))
                .isEmpty();
        assertThat(RevokedSecrets.decode(encoded.concat(Bytes.of(new byte[cut]))))
                .isEmpty();
    }

    @Test
    void an_entry_that_is_no_scalar_or_a_count_beyond_the_last_state_is_no_store() {
        assertThat(RevokedSecrets.decode(Bytes.ofHex("000000000001" + "00".repeat(32))))
                .isEmpty();
        assertThat(RevokedSecrets.decode(Bytes.ofHex("800000000001" + "01".repeat(48 * 32))))
                .isEmpty();
        assertThat(RevokedSecrets.decode(Bytes.ofHex("ffffffffffff" + "01".repeat(48 * 32))))
                .isEmpty();
    }

    @Test
    void two_stores_are_equal_that_hold_the_same_secrets() {
        assertThat(holding(3)).isEqualTo(holding(3)).isNotEqualTo(holding(4)).isNotEqualTo(holding(0));
    }

    @Test
    void a_refused_secret_leaves_the_store_as_it_was() {
        RevokedSecrets held = holding(3);
        Bytes before = held.encode();
        assertThat(held.insert(held.next(), FOREIGN)).isEmpty();
        assertThat(held.encode()).isEqualTo(before);
    }

    @Test
    void a_secret_is_never_inserted_twice() {
        CommitmentNumber last = new CommitmentNumber(2);
        assertThat(holding(3).insert(last, CHAIN.secretAt(last))).isEmpty();
    }

    @Test
    void its_text_shows_how_many_and_nothing_else() {
        assertThat(holding(1)).hasToString("RevokedSecrets of 1 state");
        assertThat(holding(2)).hasToString("RevokedSecrets of 2 states");
    }
}
