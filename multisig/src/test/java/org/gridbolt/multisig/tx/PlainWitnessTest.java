package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;
import static org.gridbolt.multisig.tx.ExampleChannel.allocation;
import static org.gridbolt.multisig.tx.ExampleChannel.coins;

import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.SigVersion;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.script.Branch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the witness of a wallet of the form PLAIN tells, whose form is the same for all pairs. */
class PlainWitnessTest {

    private static final Sha256Hash RULING = ExampleChannel.hash("ruling");
    private static final ExampleChannel PLAIN = ExampleChannel.plain(3);

    private static Transaction version(FundedWallet wallet) {
        return CommitmentTx.build(
                        wallet,
                        PLAIN.version(CONSUMER, 6),
                        allocation(239_000, 40_000, 20_000),
                        ExampleChannel.units(1, 1000, 1))
                .unsigned();
    }

    /** Whoever mines may include what no node relays: other types of signature, and the other S. */
    @ParameterizedTest
    @CsvSource({"1", "2", "3", "129", "130", "131", "0", "4"})
    void signers_are_known_whatever_their_signatures_cover(int type) {
        FundedWallet wallet = PLAIN.wallet(300_000);
        Transaction unsigned = PenaltyTx.build(wallet, PRODUCER, allocation(1, 2, 299_997), RULING)
                .unsigned();
        Sha256Hash digest = SegwitDigest.of(unsigned, 0, wallet.scripts().walletScript(), wallet.value(), type);
        Bytes producers = mined(PLAIN.scripts.walletKey(PLAIN.producer, UTILITY), digest, type);
        Bytes utilitys = mined(PLAIN.scripts.walletKey(PLAIN.utility, PRODUCER), digest, type);
        Bytes script = wallet.scripts().walletScript();

        for (List<Bytes> pair : List.of(List.of(producers, utilitys), List.of(utilitys, producers))) {
            Transaction mined = unsigned.withWitnesses(List.of(List.of(Bytes.EMPTY, pair.get(0), pair.get(1), script)));
            assertThat(WalletSpend.recognise(wallet, mined).orElseThrow().pair())
                    .isEqualTo(Branch.PRODUCER_AND_UTILITY);
        }
        Transaction alone = unsigned.withWitnesses(List.of(List.of(Bytes.EMPTY, utilitys, utilitys, script)));
        assertThat(WalletSpend.recognise(wallet, alone)).isEmpty();
    }

    private static Bytes mined(PrivateKey key, Sha256Hash digest, int type) {
        Bytes relayed = Secp256k1.active().sign(digest, key).derWithSigHashAll();
        return relayed.slice(0, relayed.size() - 1).concat(Bytes.of((byte) type));
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "129", "130", "131", "0", "4", "255"})
    void a_digest_of_any_type_is_bitcoin_kmps(int type) {
        FundedWallet wallet = PLAIN.wallet(300_000);
        Transaction spending = version(wallet);
        Bytes script = wallet.scripts().walletScript();
        byte[] theirs = fr.acinq.bitcoin.Transaction.hashForSigning(
                fr.acinq.bitcoin.Transaction.read(spending.serialize().toArray()),
                0,
                script.toArray(),
                type,
                new Satoshi(wallet.value().value),
                SigVersion.SIGVERSION_WITNESS_V0);

        assertThat(SegwitDigest.of(spending, 0, script, wallet.value(), type)).isEqualTo(Sha256Hash.wrap(theirs));
    }

    @Test
    void each_party_has_one_key_in_the_wallet_and_it_is_its_own() {
        List<PublicKey> keys = Stream.of(Party.values())
                .map(party -> PLAIN.scripts.wallet().key(party, party == CONSUMER ? UTILITY : CONSUMER))
                .toList();

        assertThat(keys).doesNotHaveDuplicates().allMatch(PLAIN.ring::contains);
        assertThat(AnyTwoWitness.parse(List.of(Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, PLAIN.scripts.walletScript()))
                        .orElseThrow()
                        .keys())
                .containsExactlyInAnyOrderElementsOf(keys)
                .isSortedAccordingTo(Comparator.comparing(PublicKey::bytes));
    }

    @Test
    void a_script_of_another_form_is_not_read_as_plain() {
        Bytes script = PLAIN.scripts.walletScript();
        byte[] unsorted = script.toArray();
        System.arraycopy(script.slice(36, 69).toArray(), 0, unsorted, 2, 33);
        System.arraycopy(script.slice(2, 35).toArray(), 0, unsorted, 36, 33);
        for (Bytes other : List.of(
                Bytes.of(unsorted),
                ExampleChannel.withWindow(3).scripts.walletScript(),
                Bytes.of((byte) 0x51).concat(script.slice(1, script.size())))) {
            assertThat(AnyTwoWitness.parse(List.of(Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY, other)))
                    .isEmpty();
        }
        Coin value = coins(1);
        assertThat(AnyTwoWitness.parse(List.of(Bytes.EMPTY, script))).isEmpty();
        assertThat(AnyTwoWitness.parse(List.of(Bytes.EMPTY, Bytes.of((byte) 1), Bytes.EMPTY, script))
                        .orElseThrow()
                        .signers(version(PLAIN.wallet(300_000)), 0, value))
                .isEmpty();
    }
}
