package org.gridbolt.node.ruling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.node.Run;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.ChannelId;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.ruling.FraudFile;
import org.gridbolt.penalty.ruling.FraudProof;
import org.gridbolt.penalty.ruling.Ruling;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyFraudTest {

    private static final PrivateKey UTILITY = PrivateKey.of(bytes("the utility"));
    private static final UnitNumber UNIT = new UnitNumber(1);

    @TempDir
    Path folder = Path.of("");

    private static Bytes bytes(String text) {
        return Bytes.of(Sha256Hash.hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static Signed<Ruling> ruling(UnitVerdict verdict) {
        Sha256Hash hash = Sha256Hash.wrap(bytes("whatever").toArray());
        ChannelRef channel = new ChannelRef(ChainId.REGTEST, new ChannelId(hash), hash);
        Ruling ruling = new Ruling(channel, new Outpoint(hash, 0), hash, 0, List.of(verdict), hash, bytes("salt"));
        return Signed.sign(ruling, UTILITY);
    }

    private static FraudProof twoRulings() {
        return new FraudProof.ContradictoryRulings(
                ruling(UnitVerdict.cancelled(UNIT)), ruling(UnitVerdict.defaulted(UNIT, new WattHours(250))));
    }

    private String stored(Bytes content) throws IOException {
        return Files.write(folder.resolve("fraud.bin"), content.toArray()).toString();
    }

    private static String key(PrivateKey key) {
        return key.publicKey().bytes().toHex();
    }

    @Test
    void a_proof_that_convicts_ends_well_and_says_what_the_utility_did() throws IOException {
        Run run = Run.of("verify-ruling", stored(new FraudFile(twoRulings()).encode()), "--utility", key(UTILITY));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("convicts the utility").contains("contradictory rulings");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void another_utility_is_not_convicted() throws IOException {
        Run.of(
                        "verify-ruling",
                        stored(new FraudFile(twoRulings()).encode()),
                        "--utility",
                        key(PrivateKey.of(bytes("another"))))
                .assertUnusable("does not convict");
    }

    @Test
    void without_a_key_nobody_is_convicted() throws IOException {
        Run.of("verify-ruling", stored(new FraudFile(twoRulings()).encode())).assertUnusable("--utility KEY");
    }

    @Test
    void a_file_that_breaks_off_is_no_proof() throws IOException {
        Bytes whole = new FraudFile(twoRulings()).encode();

        Run.of("verify-ruling", stored(whole.slice(0, 100)), "--utility", key(UTILITY))
                .assertUnusable("fraud.bin");
    }
}
