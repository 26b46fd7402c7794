package org.gridbolt.multisig.tx;

import static org.gridbolt.multisig.tx.ExampleChannel.allocation;
import static org.gridbolt.multisig.tx.ExampleChannel.coins;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.RevokedSecrets;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.testing.fuzz.Decoder;
import org.gridbolt.testing.fuzz.DecoderFuzz;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.provider.MethodSource;

/** Keys, signatures, transactions and what is recognised in them. */
class DecoderFuzzTest {

    private static final ExampleChannel ROLE_KEYS = ExampleChannel.withWindow(42);
    private static final ExampleChannel PLAIN = ExampleChannel.plain(42);
    private static final PrivateKey KEY = ExampleChannel.key("coin");
    private static final Signature SIGNATURE = Secp256k1.active().sign(ExampleChannel.hash("digest"), KEY);
    private static final Bytes RULING = new OpReturnScript(ExampleChannel.hash("ruling")).scriptPubKey();

    private static final DecoderFuzz FUZZ = new DecoderFuzz(decoders());

    private static Decoder canonical(String name, Function<Bytes, Optional<Bytes>> again, Bytes... seeds) {
        return Decoder.canonical(
                name,
                input -> again.apply(Bytes.of(input)),
                Bytes::toArray,
                Stream.of(seeds).map(Bytes::toArray).toList());
    }

    private static Decoder lenient(String name, Function<Bytes, Optional<?>> reading, Bytes... seeds) {
        return Decoder.lenient(
                name,
                input -> reading.apply(Bytes.of(input)).map(value -> true),
                Stream.of(seeds).map(Bytes::toArray).toList());
    }

    private static RevokedSecrets secrets(int count) {
        RevokedSecrets secrets = RevokedSecrets.EMPTY;
        for (int number = 0; number < count; number++) {
            secrets = secrets.insert(new CommitmentNumber(number), ROLE_KEYS.secretOf(Party.CONSUMER, number))
                    .orElseThrow();
        }
        return secrets;
    }

    private static CommitmentTx commitment(ExampleChannel channel) {
        return CommitmentTx.build(
                channel.wallet(300_000),
                channel.version(Party.CONSUMER, 3),
                allocation(199_000, 100_000, 0),
                ExampleChannel.units(1, 1_000, 500));
    }

    private static Transaction spend(ExampleChannel channel) {
        CommitmentTx version = commitment(channel);
        return version.signed(
                version.sign(walletKey(channel, Party.CONSUMER)), version.sign(walletKey(channel, Party.PRODUCER)));
    }

    private static PrivateKey walletKey(ExampleChannel channel, Party party) {
        return channel.scripts.template().keyOf(channel.secretsOf(party), party.peer());
    }

    private static Psbt psbt() {
        FundingInput input = FundingInput.of(
                new Transaction(
                        2,
                        List.of(TxInput.unsigned(new Outpoint(ExampleChannel.hash("earlier"), 0), 0)),
                        List.of(new TxOutput(coins(5000), new KeyHashScript(KEY.publicKey()).scriptPubKey())),
                        0),
                0);
        FundingTx funding = FundingTx.build(
                ROLE_KEYS.scripts,
                List.of(new FundingContribution(Party.CONSUMER, coins(4000), List.of(input), Optional.empty())));
        return new Psbt(
                funding.unsigned(),
                List.of(new Psbt.Input(
                        Optional.of(input.previous()),
                        Optional.of(1),
                        Optional.of(funding.witness(input.outpoint(), KEY)))));
    }

    private static Optional<WalletSpend> spendOf(ExampleChannel channel, Bytes bytes) {
        return Transaction.parse(bytes)
                .flatMap(transaction -> transaction.inputs().stream()
                        .findFirst()
                        .flatMap(input -> WalletSpend.recognise(
                                new FundedWallet(channel.scripts, input.outpoint(), coins(300_000)), transaction)));
    }

    private static Optional<AnyTwoWitness> witnessOf(Bytes bytes) {
        return Transaction.parse(bytes)
                .flatMap(transaction ->
                        AnyTwoWitness.parse(transaction.inputs().get(0).witness()));
    }

    private static List<Decoder> decoders() {
        Bytes unsigned = commitment(ROLE_KEYS).unsigned().serialize();
        Bytes signed = spend(ROLE_KEYS).serialize();
        Bytes plain = spend(PLAIN).serialize();
        return List.of(
                canonical(
                        "Transaction", bytes -> Transaction.parse(bytes).map(Transaction::serialize), unsigned, signed),
                lenient("Psbt", Psbt::parse, psbt().serialize()),
                lenient("WalletSpend", bytes -> spendOf(ROLE_KEYS, bytes), signed),
                lenient("WalletSpend.PLAIN", bytes -> spendOf(PLAIN, bytes), plain),
                lenient("AnyTwoWitness", DecoderFuzzTest::witnessOf, plain),
                canonical(
                        "OpReturnScript",
                        bytes -> OpReturnScript.parse(bytes).map(OpReturnScript::scriptPubKey),
                        RULING),
                canonical(
                        "DerSignature",
                        bytes -> DerSignature.parse(bytes).map(Signature::derWithSigHashAll),
                        SIGNATURE.derWithSigHashAll()),
                lenient("DerSignature.mined", DerSignature::parseMined, SIGNATURE.derWithSigHashAll()),
                canonical("Signature", bytes -> Signature.parse(bytes).map(Signature::bytes), SIGNATURE.bytes()),
                canonical(
                        "PublicKey",
                        bytes -> PublicKey.parse(bytes).map(PublicKey::bytes),
                        KEY.publicKey().bytes()),
                lenient("PrivateKey", PrivateKey::parse, ExampleChannel.bytes32("coin")),
                canonical(
                        "RevokedSecrets",
                        bytes -> RevokedSecrets.decode(bytes).map(RevokedSecrets::encode),
                        RevokedSecrets.EMPTY.encode(),
                        secrets(11).encode()));
    }

    @TestFactory
    Stream<DynamicTest> mutated_seeds_are_read_or_refused() {
        return FUZZ.tests(DecoderFuzz.SHORT);
    }

    @Tag("deep")
    @TestFactory
    Stream<DynamicTest> a_million_mutated_seeds_are_read_or_refused() {
        return FUZZ.tests(DecoderFuzz.LONG);
    }

    private static Stream<byte[]> seeds() {
        return FUZZ.seeds();
    }

    @Tag("jazzer")
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "1h")
    void what_jazzer_makes_is_read_or_refused(byte[] input) {
        FUZZ.hold(input);
    }
}
