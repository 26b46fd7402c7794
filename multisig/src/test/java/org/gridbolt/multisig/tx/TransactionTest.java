package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionTest {

    /** The block reward of Bitcoin's first block. */
    private static final String GENESIS = "01000000010000000000000000000000000000000000000000000000000000000000000000"
            + "ffffffff4d04ffff001d0104455468652054696d65732030332f4a616e2f32303039204368616e63656c6c6f72206f6e20"
            + "6272696e6b206f66207365636f6e64206261696c6f757420666f722062616e6b73ffffffff0100f2052a01000000434104"
            + "678afdb0fe5548271967f1a67130b7105cd6a828e03909a67962e0ea1f61deb649f6bc3f4cef38c4f35504e51ec112de5c"
            + "384df7ba0b8d578a4c702b6bf11d5fac00000000";

    /** The unsigned transaction of BIP 143, "Native P2WPKH". */
    private static final String BIP_143 = "0100000002fff7f7881a8099afa6940d42d1e7f6362bec38171ea3edf433541db4e4ad969f"
            + "0000000000eeffffffef51e1b804cc89d182d279655c3aa89e815b1b309fe287d9b2b55d57b90ec68a0100000000ffffffff"
            + "02202cb206000000001976a9148280b37df378db99f66f85c95a783a76ac7a6d5988ac9093510d000000001976a9143bde42"
            + "dbee7e4dbe6a21b2d50ce2f0167faa815988ac11000000";

    @Test
    void a_coinbase_is_read() {
        Transaction genesis = Transaction.ofHex(GENESIS);
        assertThat(genesis.txid())
                .isEqualTo(Sha256Hash.wrap("4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"));
        assertThat(genesis.isCoinbase()).isTrue();
        assertThat(Transaction.ofHex(BIP_143).isCoinbase()).isFalse();
        assertThat(genesis.outputTotal()).isEqualTo(Coin.FIFTY_COINS);
        assertThat(genesis.weight()).isEqualTo(4 * 204);
        assertThat(genesis.toHex()).isEqualTo(GENESIS);
    }

    @Test
    void the_digest_is_that_of_bip_143() {
        Sha256Hash digest = SegwitDigest.of(
                Transaction.ofHex(BIP_143),
                1,
                Bytes.ofHex("76a9141d0f172a0ecb48aee1be1f2687d2963ae33f71a188ac"),
                Coin.valueOf(600_000_000));
        assertThat(digest)
                .isEqualTo(Sha256Hash.wrap("c37af31116d1b27caf68aae9e3ac82f1477929014d5b917657d0eb49478cb670"));
    }

    @Property(tries = 300)
    void reading_undoes_writing(@ForAll("transactions") Transaction transaction) {
        assertThat(Transaction.parse(transaction.serialize())).contains(transaction);
    }

    @Property(tries = 100)
    void bitcoin_kmp_reads_the_same(@ForAll("transactions") Transaction transaction) {
        var other = fr.acinq.bitcoin.Transaction.read(transaction.serialize().toArray());
        assertThat(other.txid.toString()).isEqualTo(transaction.txid().toString());
        assertThat(fr.acinq.bitcoin.Transaction.weight(other)).isEqualTo(transaction.weight());
        assertThat(4 * transaction.vsize() - transaction.weight()).isBetween(0, 3);
    }

    @Property(tries = 300)
    void a_shortened_or_lengthened_transaction_is_none(
            @ForAll("transactions") Transaction transaction, @ForAll @IntRange(max = 1000) int cut) {
        Bytes bytes = transaction.serialize();
        assertThat(Transaction.parse(bytes.slice(0, cut % bytes.size()))).isEmpty();
        assertThat(Transaction.parse(bytes.concat(Bytes.of((byte) 0)))).isEmpty();
    }

    @Property(tries = 1000)
    void garbage_is_no_transaction_or_one_that_is_written_as_it_was_read(@ForAll byte[] garbage) {
        Bytes bytes = Bytes.of(garbage);
        assertThat(Transaction.parse(bytes).map(Transaction::serialize).orElse(bytes))
                .isEqualTo(bytes);
    }

    @Property(tries = 500)
    void a_changed_byte_gives_no_transaction_or_another_one(
            @ForAll("transactions") Transaction transaction,
            @ForAll @IntRange(max = 1000) int at,
            @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bytes = transaction.serialize().toArray();
        bytes[at % bytes.length] ^= (byte) change;
        assertThat(Transaction.parse(Bytes.of(bytes)))
                .satisfiesAnyOf(
                        read -> assertThat(read).isEmpty(),
                        read -> assertThat(read.orElseThrow().serialize()).isEqualTo(Bytes.of(bytes)));
    }

    /** More coins than there can be; an index above 2^31; the format with witnesses, and none; an unknown flag. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0200000001%1$s00000000000000000001ffffffffffffff7f0000000000",
                "0200000001%1$s00000080000000000000" + "00000000",
                "02000000000101%1$s0000000000000000000000" + "00000000",
                "02000000000201%1$s0000000000000000000000" + "00000000",
                "0200000001%1$s00000000ff0000000000000000",
                "0200000001%1$s00000000fd01000000000000000000000000"
            })
    void what_no_transaction_says_is_refused(String form) {
        assertThat(Transaction.parse(Bytes.ofHex(String.format(form, "aa".repeat(32)))))
                .isEmpty();
    }

    @Test
    void each_input_has_a_witness_of_its_own() {
        Transaction transaction = Transaction.ofHex(BIP_143);
        assertThatThrownBy(() -> transaction.withWitnesses(List.of(List.of())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(transaction
                        .withWitnesses(List.of(List.of(), List.of(Bytes.EMPTY)))
                        .vsize())
                .isGreaterThan(transaction.vsize());
        assertThatThrownBy(() -> Transaction.ofHex("00")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_number_that_does_not_fit_is_refused() {
        assertThatThrownBy(() -> new Transaction(2, List.of(), List.of(), 1L << 32))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Transaction(2, List.of(), List.of(), -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TxInput.unsigned(Outpoint.NONE, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TxInput.unsigned(Outpoint.NONE, 1L << 32))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TxOutput(Coin.NEGATIVE_SATOSHI, Bytes.EMPTY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Consensus refuses it too; a sum of such outputs would overflow whoever adds them up. */
    @Test
    void outputs_of_more_coins_together_than_there_can_be_are_no_transaction() {
        TxOutput half = new TxOutput(Coin.valueOf(1_050_000_000_000_000L), Bytes.EMPTY);
        TxInput input = TxInput.unsigned(new Outpoint(Sha256Hash.of(new byte[1]), 0), 0);
        Transaction all = new Transaction(2, List.of(input), List.of(half, half), 0);
        TxOutput one = new TxOutput(Coin.SATOSHI, Bytes.EMPTY);
        Transaction more = new Transaction(2, List.of(input), List.of(half, half, one), 0);

        assertThat(Transaction.parse(all.serialize())).contains(all);
        assertThat(Transaction.parse(more.serialize())).isEmpty();
    }

    @Provide
    Arbitrary<Transaction> transactions() {
        Arbitrary<Bytes> bytes =
                Arbitraries.bytes().array(byte[].class).ofMaxSize(300).map(Bytes::of);
        Arbitrary<Long> numbers = Arbitraries.longs().between(0, TxInput.SEQUENCE_MAX);
        Arbitrary<Outpoint> outpoints = Combinators.combine(
                        Arbitraries.bytes().array(byte[].class).ofSize(32),
                        Arbitraries.integers().greaterOrEqual(0))
                .as((txid, index) -> new Outpoint(Sha256Hash.wrap(txid), index));
        Arbitrary<TxInput> inputs = Combinators.combine(
                        outpoints, bytes, numbers, bytes.list().ofMaxSize(4))
                .as(TxInput::new);
        Arbitrary<TxOutput> outputs = Combinators.combine(
                        Arbitraries.longs().between(0, 500_000_000_000_000L).map(Coin::valueOf), bytes)
                .as(TxOutput::new);
        return Combinators.combine(
                        Arbitraries.integers(),
                        inputs.list().ofMinSize(1).ofMaxSize(4),
                        outputs.list().ofMinSize(1).ofMaxSize(4),
                        numbers)
                .as(Transaction::new);
    }
}
