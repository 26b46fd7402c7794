package org.gridbolt.multisig.tx;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.internal.TaprootDigest;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.script.Satisfaction;

/**
 * Makes and judges the witnesses of funding inputs: P2WPKH, and P2TR by its key.
 *
 * <p>MUST 3.4: only signatures with SIGHASH_ALL or DEFAULT are taken.
 */
final class FundingWitness {

    private static final int SCHNORR_SIZE = 64;

    private FundingWitness() {}

    static boolean isSpendable(Bytes script) {
        return NativeScript.isKeyHash(script) || NativeScript.isTaproot(script);
    }

    static List<Bytes> sign(FundingTx funding, int input, PrivateKey key) {
        KeyHashScript script = new KeyHashScript(key.publicKey());
        if (!script.scriptPubKey().equals(spent(funding, input).script())) {
            throw new IllegalArgumentException("not the key of input " + input);
        }
        Sha256Hash digest = digest(funding, input, script);
        Satisfaction signature =
                Satisfaction.of(Map.of(script.key(), Secp256k1.active().sign(digest, key)));
        return script.witness(Branch.OWNER, signature).orElseThrow();
    }

    private static Sha256Hash digest(FundingTx funding, int input, KeyHashScript script) {
        Coin value = spent(funding, input).value();
        return SegwitDigest.of(funding.unsigned(), input, script.scriptCode(), value);
    }

    private static TxOutput spent(FundingTx funding, int input) {
        return funding.inputs().get(input).spent();
    }

    static Optional<FundingFlaw> flawOf(FundingTx funding, int input, List<Bytes> witness) {
        return NativeScript.isTaproot(spent(funding, input).script())
                ? taprootFlaw(funding, input, witness)
                : keyHashFlaw(funding, input, witness);
    }

    private static Optional<FundingFlaw> keyHashFlaw(FundingTx funding, int input, List<Bytes> witness) {
        if (witness.size() != 2) {
            return bad(funding, input);
        }
        int type = DerSignature.sigHashType(witness.get(0));
        if (type != SegwitDigest.SIGHASH_ALL) {
            return otherSigHash(funding, input, type);
        }
        boolean spends = PublicKey.parse(witness.get(1))
                .map(KeyHashScript::new)
                .filter(script ->
                        script.scriptPubKey().equals(spent(funding, input).script()))
                .flatMap(script -> DerSignature.parse(witness.get(0))
                        .filter(made -> Secp256k1.active().verify(digest(funding, input, script), made, script.key())))
                .isPresent();
        return spends ? Optional.empty() : bad(funding, input);
    }

    /** A key path alone, without an annex: a script path says nothing that others could check. */
    private static Optional<FundingFlaw> taprootFlaw(FundingTx funding, int input, List<Bytes> witness) {
        if (witness.size() != 1
                || witness.get(0).size() < SCHNORR_SIZE
                || witness.get(0).size() > SCHNORR_SIZE + 1) {
            return bad(funding, input);
        }
        Bytes element = witness.get(0);
        int type = element.size() == SCHNORR_SIZE ? TaprootDigest.DEFAULT : DerSignature.sigHashType(element);
        boolean isDefaultByte = element.size() > SCHNORR_SIZE && type == TaprootDigest.DEFAULT;
        if ((type != TaprootDigest.DEFAULT && type != SegwitDigest.SIGHASH_ALL) || isDefaultByte) {
            return otherSigHash(funding, input, type);
        }
        Bytes outputKey = spent(funding, input).script().slice(2, 34);
        return SchnorrVerifier.verify(taprootDigest(funding, input, type), element.slice(0, SCHNORR_SIZE), outputKey)
                ? Optional.empty()
                : bad(funding, input);
    }

    private static Bytes taprootDigest(FundingTx funding, int input, int type) {
        List<Bytes> spent =
                funding.inputs().stream().map(each -> each.spent().serialize()).toList();
        return TaprootDigest.of(funding.unsigned().serialize(), spent, input, type);
    }

    private static Optional<FundingFlaw> bad(FundingTx funding, int input) {
        return Optional.of(
                new FundingFlaw.BadWitness(funding.inputs().get(input).outpoint()));
    }

    private static Optional<FundingFlaw> otherSigHash(FundingTx funding, int input, int type) {
        return Optional.of(
                new FundingFlaw.OtherSigHash(funding.inputs().get(input).outpoint(), type));
    }
}
