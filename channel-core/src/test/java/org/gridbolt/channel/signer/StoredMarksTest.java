package org.gridbolt.channel.signer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.state.Lives;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.StoredExamples;
import org.gridbolt.channel.testing.StoredExamples.Example;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.penalty.ruling.SignedSpends;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every record that a signer ever wrote stays readable. */
class StoredMarksTest {

    /** Of the examples: the forms 1 and 2, of before there were waivers, are in the first. */
    private static final int NEWEST = 2;

    @BeforeAll
    static void addMissing() throws IOException {
        if (!StoredExamples.isRewriting()) {
            return;
        }
        StoredExamples examples = StoredExamples.of("signer", NEWEST);
        for (HouseholdRig rig : Lives.households()) {
            rig.marks().load(rig.keyId()).ifPresent(mark -> examples.add("household-" + nameOf(mark), mark, List.of()));
        }
        Sha256Hash deed = Sha256Hash.of(new byte[] {1});
        UtilityMark first = UtilityMark.first(deed);
        Outpoint wallet = new Outpoint(Sha256Hash.of(new byte[] {2}), 1);
        SignedSpends spends = RulingProof.record(SignedSpends.NONE, List.of(wallet), Sha256Hash.of(new byte[] {3}))
                .orElseThrow();
        examples.add("utility-first", first.encode(), List.of());
        examples.add(
                "utility-ruled",
                first.under(Sha256Hash.of(new byte[] {4}), spends).encode(),
                List.of());
    }

    private static String nameOf(Bytes mark) {
        HouseholdMark decoded = HouseholdMark.decode(mark).orElseThrow();
        return decoded.end()
                .map(end -> end.replaceAll("(as )?[0-9a-f]{64}", "").strip().replace(' ', '-'))
                .orElse("open");
    }

    @Test
    void every_stored_example_reads_back_and_is_written_again_as_it_was() {
        Map<String, Example> all = StoredExamples.of("signer", NEWEST).all();

        assertThat(all.keySet())
                .filteredOn(name -> name.startsWith("household"))
                .hasSizeGreaterThan(2);
        all.forEach((name, example) ->
                assertThat(again(name, example.head())).as(name).isEqualTo(example.head()));
    }

    @Test
    void an_example_of_an_older_form_reads_as_the_same_record() {
        Map<String, Example> old = StoredExamples.of("signer", 1).all();

        assertThat(old).hasSizeGreaterThan(2);
        old.forEach((name, example) -> {
            Bytes again = again(name, example.head());
            assertThat(again).isNotEqualTo(example.head());
            assertThat(decoded(name, again)).as(name).isEqualTo(decoded(name, example.head()));
        });
    }

    private static Record decoded(String name, Bytes mark) {
        return name.startsWith("household")
                ? HouseholdMark.decode(mark).orElseThrow()
                : UtilityMark.decode(mark).orElseThrow();
    }

    private static Bytes again(String name, Bytes mark) {
        return decoded(name, mark) instanceof HouseholdMark household
                ? household.encode()
                : ((UtilityMark) decoded(name, mark)).encode();
    }
}
