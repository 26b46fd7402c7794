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
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.KeyHashScript;
import org.junit.jupiter.api.Test;

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
        Bytes written = funding.psbt().serialize();
        Bytes field = Bytes.of((byte) 34, (byte) 2)
                .concat(witness.get(1))
                .concat(Bytes.of((byte) witness.get(0).size()))
                .concat(witness.get(0));
        int endOfInput = written.size() - 2;
        Bytes partial = written.slice(0, endOfInput).concat(field).concat(written.slice(endOfInput, written.size()));
        Psbt read = Psbt.parse(partial).orElseThrow();
        assertThat(read.witnesses()).containsEntry(input.outpoint(), witness);
        assertThat(read.flawFor(funding)).isEmpty();
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
