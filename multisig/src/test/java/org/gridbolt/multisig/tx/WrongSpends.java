package org.gridbolt.multisig.tx;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Need;
import org.gridbolt.multisig.script.SpendPath;
import org.gridbolt.multisig.script.WalletScript;
import org.gridbolt.multisig.script.WalletTemplate;

/** A right spend of one branch, and everything near it that is wrong. */
final class WrongSpends {

    private static final BigInteger N =
            new BigInteger("fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141", 16);
    private static final Bytes ONE = Bytes.of((byte) 1);
    private static final Coin FEE = Coin.valueOf(2000);

    private final ScriptCase subject;
    private final SpendPlan plan;
    private final Map<String, Transaction> wrong = new TreeMap<>();
    /** Every key of the channel, both sides' points, another state's, and one that has nothing to do with it. */
    private final List<PrivateKey> everyKey;

    private WrongSpends(ScriptCase subject, SpendPlan plan) {
        this.subject = subject;
        this.plan = plan;
        ExampleChannel channel = subject.channel();
        this.everyKey = Stream.concat(
                        channel.allSecrets().stream(),
                        Stream.of(
                                channel.secretOf(Party.CONSUMER, ScriptCase.NUMBER),
                                channel.secretOf(Party.PRODUCER, ScriptCase.NUMBER),
                                channel.secretOf(Party.CONSUMER, ScriptCase.NUMBER + 1),
                                channel.secretOf(Party.PRODUCER, ScriptCase.NUMBER + 1),
                                ExampleChannel.key("stranger")))
                .toList();
    }

    static WrongSpends of(ScriptCase subject, Spend spend) {
        TxOutput payment = new TxOutput(spend.value().subtract(FEE), ExampleChannel.payout(Party.CONSUMER));
        return new WrongSpends(subject, SpendPlan.of(Transaction.TRUC, List.of(spend), List.of(payment)));
    }

    /** The spend as it should be, with each choice of signers that the branch leaves. */
    List<Transaction> right() {
        SpendPath path = plan.spends().get(0).path();
        List<PublicKey> optional = path.needs().stream()
                .filter(need -> need instanceof Need.SignaturesOf many
                        && many.threshold() < many.keys().size())
                .flatMap(need -> ((Need.SignaturesOf) need).keys().stream())
                .toList();
        if (optional.isEmpty()) {
            return List.of(signedWithout(List.of()));
        }
        return optional.stream().map(key -> signedWithout(List.of(key))).toList();
    }

    private Transaction signedWithout(List<PublicKey> absent) {
        List<PrivateKey> keys = everyKey.stream()
                .filter(key -> !absent.contains(key.publicKey()))
                .toList();
        Bytes preimage = ExampleChannel.preimage(ScriptCase.UNIT);
        return plan.signed(keys, Map.of(Sha256Hash.of(preimage.toArray()), preimage));
    }

    /** What both judges must refuse, by what is wrong with it. */
    Map<String, Transaction> wrong() {
        List<Bytes> witness = right().get(0).inputs().get(0).witness();
        for (int i = 0; i < witness.size() - 1; i++) {
            element(witness, i);
        }
        orderOfSignatures(witness);
        shape(witness);
        otherBranches();
        locks();
        return wrong;
    }

    private void element(List<Bytes> witness, int at) {
        Bytes element = witness.get(at);
        if (element.size() > 64) {
            signature(witness, at);
        } else if (element.size() == 32) {
            preimage(witness, at);
        } else if (element.size() == 1 || !isDummy(witness, at)) {
            put("choice " + at + " reversed", witness, at, element.size() == 1 ? Bytes.EMPTY : ONE);
            put("choice " + at + " as two", witness, at, Bytes.of((byte) 2));
            put("choice " + at + " in two bytes", witness, at, Bytes.of((byte) element.size(), (byte) 0));
        } else {
            put("dummy not empty", witness, at, ONE);
            put("dummy zero byte", witness, at, Bytes.of((byte) 0));
        }
    }

    private static boolean isDummy(List<Bytes> witness, int at) {
        return at == 0 && witness.get(1).size() > 64 && witness.size() > 2;
    }

    private void signature(List<Bytes> witness, int at) {
        Bytes right = witness.get(at);
        put("signature " + at + " missing", witness, at, Bytes.EMPTY);
        put("signature " + at + " with high S", witness, at, highS(right));
        for (int type : new int[] {0, 2, 3, 4, 0x81, 0x82, 0x83}) {
            put("signature " + at + " called type " + type, witness, at, withType(right, type));
        }
        put("signature " + at + " in compact form", witness, at, compact(right).concat(ONE));
        put("signature " + at + " without its type", witness, at, right.slice(0, right.size() - 1));
        byte[] spoilt = right.toArray();
        spoilt[20] ^= 1;
        put("signature " + at + " with one bit changed", witness, at, Bytes.of(spoilt));
        for (PrivateKey key : everyKey) {
            if (!isRight(key.publicKey())) {
                put("signature " + at + " by " + key.publicKey(), witness, at, sign(key, plan.digest(0)));
            }
        }
        otherDigests(witness, at);
    }

    /** In a PLAIN wallet the third key is another right one. */
    private boolean isRight(PublicKey key) {
        Stream<SpendPath> paths = isPlain()
                ? subject.script().paths().stream()
                : plan.spends().stream().map(Spend::path);
        return paths.anyMatch(path -> path.signers().contains(key));
    }

    private boolean isPlain() {
        return subject.script() instanceof WalletScript wallet && wallet.template() == WalletTemplate.PLAIN;
    }

    private void otherDigests(List<Bytes> witness, int at) {
        Spend spend = plan.spends().get(0);
        Transaction unsigned = plan.unsigned();
        Bytes code = spend.script().scriptCode();
        Transaction elsewhere = new Transaction(
                unsigned.version(),
                unsigned.inputs(),
                List.of(new TxOutput(Coin.valueOf(5000), ExampleChannel.payout(Party.PRODUCER))),
                unsigned.lockTime());
        for (PublicKey signer : spend.path().signers()) {
            PrivateKey key = secretOf(signer);
            String by = "signature " + at + " by " + signer;
            put(
                    by + " of another value",
                    witness,
                    at,
                    sign(key, SegwitDigest.of(unsigned, 0, code, spend.value().add(Coin.SATOSHI))));
            put(by + " of other outputs", witness, at, sign(key, SegwitDigest.of(elsewhere, 0, code, spend.value())));
            put(
                    by + " of another script",
                    witness,
                    at,
                    sign(key, SegwitDigest.of(unsigned, 0, code.slice(1, code.size()), spend.value())));
        }
    }

    private PrivateKey secretOf(PublicKey key) {
        return everyKey.stream()
                .filter(secret -> secret.publicKey().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void preimage(List<Bytes> witness, int at) {
        Bytes right = witness.get(at);
        put("another preimage", witness, at, ExampleChannel.preimage(ScriptCase.UNIT + 1));
        put("the hash as preimage", witness, at, Bytes.of(Sha256Hash.hash(right.toArray())));
        put("no preimage", witness, at, Bytes.EMPTY);
        put("a preimage of 31 bytes", witness, at, right.slice(0, 31));
        put("a preimage of 33 bytes", witness, at, right.concat(ONE));
    }

    private void orderOfSignatures(List<Bytes> witness) {
        for (int i = 1; i < witness.size() - 2; i++) {
            if (witness.get(i).size() > 64 && witness.get(i + 1).size() > 64) {
                List<Bytes> swapped = new ArrayList<>(witness);
                swapped.set(i, witness.get(i + 1));
                swapped.set(i + 1, witness.get(i));
                put("signatures in the other order", swapped);
                put("the same signature twice", witness, i, witness.get(i + 1));
            }
        }
    }

    private void shape(List<Bytes> witness) {
        put("no witness", List.of());
        put("no script", witness.subList(0, witness.size() - 1));
        put("only the script", witness.subList(witness.size() - 1, witness.size()));
        put("the first element missing", witness.subList(1, witness.size()));
        List<Bytes> longer = new ArrayList<>(witness);
        longer.add(0, ONE);
        put("an element too many", longer);
        put("another script", witness, witness.size() - 1, Bytes.ofHex("51"));
    }

    /** Our signatures where another branch expects its own; all branches of a PLAIN wallet look the same. */
    private void otherBranches() {
        List<PublicKey> ours = plan.spends().get(0).path().signers();
        for (SpendPath other : subject.script().paths()) {
            if (other.branch() != subject.branch() && !isPlain()) {
                List<Bytes> witness = new ArrayList<>();
                other.needs().forEach(need -> witness.addAll(filled(need, ours)));
                witness.add(subject.script().lastElement());
                put("on the branch " + other.branch(), witness);
            }
        }
    }

    private List<Bytes> filled(Need need, List<PublicKey> ours) {
        if (need instanceof Need.SignatureOf) {
            return List.of(sign(secretOf(ours.get(0)), plan.digest(0)));
        }
        if (need instanceof Need.SignaturesOf many) {
            List<Bytes> elements = new ArrayList<>(List.of(Bytes.EMPTY));
            for (int i = 0; i < many.threshold(); i++) {
                elements.add(sign(secretOf(ours.get(i % ours.size())), plan.digest(0)));
            }
            return elements;
        }
        if (need instanceof Need.PreimageOf) {
            return List.of(ExampleChannel.preimage(ScriptCase.UNIT));
        }
        return need instanceof Need.Fixed fixed ? List.of(fixed.element()) : List.of();
    }

    /** Signed as it should be, but for locks that the branch does not open at. */
    private void locks() {
        SpendPath path = plan.spends().get(0).path();
        Transaction unsigned = plan.unsigned();
        int age = path.age().value();
        long lockTime = unsigned.lockTime();
        if (age > 0) {
            relock("a block too young", unsigned.version(), age - 1L, lockTime);
            relock("without age", unsigned.version(), 0, lockTime);
            relock("with an age in seconds", unsigned.version(), age | 1L << 22, lockTime);
            relock("with the age switched off", unsigned.version(), age | 1L << 31, lockTime);
            relock("in version 1", 1, age, lockTime);
        }
        if (path.height().isPresent()) {
            relock("a block too early", unsigned.version(), age, lockTime - 1);
            relock("without lock time", unsigned.version(), age, 0);
            relock("with a lock time in seconds", unsigned.version(), age, 500_000_000);
            relock("final", unsigned.version(), TxInput.SEQUENCE_MAX, lockTime);
        }
    }

    private void relock(String what, int version, long sequence, long lockTime) {
        Spend spend = plan.spends().get(0);
        Transaction relocked = new Transaction(
                version,
                List.of(TxInput.unsigned(spend.outpoint(), sequence)),
                plan.unsigned().outputs(),
                lockTime);
        Bytes preimage = ExampleChannel.preimage(ScriptCase.UNIT);
        wrong.put(
                what,
                new SpendPlan(plan.spends(), relocked)
                        .signed(everyKey, Map.of(Sha256Hash.of(preimage.toArray()), preimage)));
    }

    private void put(String what, List<Bytes> witness, int at, Bytes element) {
        List<Bytes> changed = new ArrayList<>(witness);
        changed.set(at, element);
        put(what, changed);
    }

    private void put(String what, List<Bytes> witness) {
        wrong.put(what, plan.unsigned().withWitnesses(List.of(witness)));
    }

    private static Bytes sign(PrivateKey key, Sha256Hash digest) {
        return Secp256k1.active().sign(digest, key).derWithSigHashAll();
    }

    private static Bytes withType(Bytes signature, int type) {
        return signature.slice(0, signature.size() - 1).concat(Bytes.of((byte) type));
    }

    private static Bytes compact(Bytes der) {
        return DerSignature.parse(der).orElseThrow().bytes();
    }

    /** The same signature with N - s for s: valid on the curve, refused by relay (BIP 146). */
    private static Bytes highS(Bytes der) {
        Bytes compact = compact(der);
        BigInteger s =
                N.subtract(new BigInteger(1, compact.slice(32, Signature.SIZE).toArray()));
        Bytes body = integer(new BigInteger(1, compact.slice(0, 32).toArray())).concat(integer(s));
        return Bytes.of((byte) 0x30, (byte) body.size()).concat(body).concat(ONE);
    }

    private static Bytes integer(BigInteger number) {
        byte[] content = number.toByteArray();
        return Bytes.of((byte) 2, (byte) content.length).concat(Bytes.of(content));
    }
}
