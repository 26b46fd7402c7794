package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.multisig.tx.ExampleChannel.coins;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.internal.ByteWriter;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.KeyHashScript;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PsbtTest {

    private static final ExampleChannel CHANNEL = ExampleChannel.withWindow(42);
    private static final PrivateKey KEY = ExampleChannel.key("coin");

    private final FundingInput input = FundingInput.of(
            new Transaction(
                    2,
                    List.of(TxInput.unsigned(new Outpoint(ExampleChannel.hash("earlier"), 0), 0)),
                    List.of(new TxOutput(coins(5000), new KeyHashScript(KEY.publicKey()).scriptPubKey())),
                    0),
            0);
    private final FundingTx funding = FundingTx.build(
            CHANNEL.scripts,
            List.of(new FundingContribution(Party.CONSUMER, coins(4000), List.of(input), Optional.empty())));

    private Psbt signed() {
        List<Bytes> witness = funding.witness(input.outpoint(), KEY);
        return new Psbt(
                funding.unsigned(),
                List.of(new Psbt.Input(Optional.of(input.previous()), Optional.of(1), Optional.of(witness))));
    }

    @Test
    void reading_undoes_writing() {
        assertThat(Psbt.parse(funding.psbt().serialize())).contains(funding.psbt());
        assertThat(Psbt.parse(signed().serialize())).contains(signed());
    }

    @Test
    void bitcoin_kmp_reads_the_same() {
        var read = fr.acinq.bitcoin.psbt.Psbt.read(funding.psbt().serialize().toArray());
        assertThat(read.getRight()).isNotNull();
        assertThat(read.getRight().global.tx.txid.toString())
                .isEqualTo(funding.txid().toString());
    }

    @Test
    void a_signature_that_is_not_finished_is_read_too() {
        List<Bytes> witness = funding.witness(input.outpoint(), KEY);
        Bytes partial = field(Bytes.of((byte) 2).concat(witness.get(1)), witness.get(0));
        Psbt read = Psbt.parse(inserted(funding.psbt(), partial)).orElseThrow();
        assertThat(read.witnesses()).containsEntry(input.outpoint(), witness);
        assertThat(read.flawFor(funding)).isEmpty();
    }

    /** Finishers should clear these fields, and not all do. */
    @ParameterizedTest
    @ValueSource(ints = {2, 6})
    void a_finished_input_may_keep_fields_from_before(int type) {
        Bytes kept = field(Bytes.of((byte) type).concat(KEY.publicKey().bytes()), Bytes.of(new byte[8]));
        assertThat(Psbt.parse(inserted(signed(), kept))).contains(signed());
    }

    @Test
    void a_signature_stands_without_the_coin_that_it_spends() {
        List<Bytes> witness = funding.witness(input.outpoint(), KEY);
        Psbt bare = new Psbt(
                funding.unsigned(), List.of(new Psbt.Input(Optional.empty(), Optional.empty(), Optional.empty())));
        Bytes partial = field(Bytes.of((byte) 2).concat(witness.get(1)), witness.get(0));
        assertThat(Psbt.parse(inserted(bare, partial)).orElseThrow().witnesses())
                .containsEntry(input.outpoint(), witness);
    }

    /** So many that a reader with a frame for each would have no stack left. */
    @Test
    void unknown_fields_may_be_many() {
        ByteWriter fields = new ByteWriter(0);
        for (int i = 0; i < 50_000; i++) {
            fields.bytes(field(Bytes.of(new ByteWriter(0).put(0xfc).int32(i).toArray()), Bytes.of((byte) 0)));
        }
        assertThat(Psbt.parse(inserted(signed(), fields.toBytes()))).contains(signed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"fdfc00", "feffffffff", "ff0000000001000000", "ffffffffffffffffff"})
    void a_length_that_is_too_long_or_written_too_long_is_refused(String length) {
        assertThat(Psbt.parse(PsbtWriter.MAGIC.concat(Bytes.ofHex(length)))).isEmpty();
        assertThat(Psbt.parse(inserted(signed(), Bytes.ofHex(length)))).isEmpty();
    }

    private static Bytes field(Bytes key, Bytes value) {
        return new ByteWriter(0).sized(key).sized(value).toBytes();
    }

    /** The bytes of {@code psbt} with {@code fields} more at the end of its only input, before one output without any. */
    private static Bytes inserted(Psbt psbt, Bytes fields) {
        Bytes written = psbt.serialize();
        int endOfInput = written.size() - 2;
        return written.slice(0, endOfInput).concat(fields).concat(written.slice(endOfInput, written.size()));
    }

    @Test
    void the_psbt_of_another_transaction_is_refused() {
        FundingTx other = FundingTx.build(
                CHANNEL.scripts,
                List.of(new FundingContribution(Party.CONSUMER, coins(4001), List.of(input), Optional.empty())));
        assertThat(signed().flawFor(other)).contains(new FundingFlaw.OtherPsbt(funding.txid()));
        assertThatThrownBy(() -> new Psbt(funding.unsigned(), List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Property(tries = 1000)
    void garbage_is_no_psbt(@ForAll byte[] garbage) {
        assertThat(Psbt.parse(Bytes.of(garbage))).isEmpty();
        assertThat(Psbt.parse(PsbtWriter.MAGIC.concat(Bytes.of(garbage)))).isEmpty();
    }

    /** Whatever comes back, it never throws, and never passes off another signature. */
    @Property(tries = 1000)
    void a_changed_byte_is_no_other_funding(
            @ForAll @IntRange(max = 2000) int at, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] bytes = signed().serialize().toArray();
        bytes[at % bytes.length] ^= (byte) change;
        Optional<Psbt> read = Psbt.parse(Bytes.of(bytes));
        assertThat(read.filter(psbt -> psbt.flawFor(funding).isEmpty())
                        .map(psbt -> psbt.witnesses().values()))
                .satisfiesAnyOf(
                        none -> assertThat(none).isEmpty(),
                        same -> assertThat(same.orElseThrow())
                                .isSubsetOf(List.of(funding.witness(input.outpoint(), KEY))));
    }

    @Property(tries = 300)
    void a_shortened_psbt_is_none(@ForAll @IntRange(max = 2000) int cut) {
        Bytes bytes = signed().serialize();
        assertThat(Psbt.parse(bytes.slice(0, cut % bytes.size()))).isEmpty();
    }
}
