package org.gridbolt.channel.local;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.broadcast.FeePolicy;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.policy.PenaltyPolicy;

/**
 * What three parties in one process start from. Every key follows from the seed, so that a run can be repeated; real coins want
 * real randomness.
 *
 * @param contributions what each puts into the wallet
 * @param seed what all keys are derived from
 * @param clauses what the terms say besides times and amounts
 * @param fees what each of the three is ready to pay to have a transaction confirmed
 */
public record LocalSetup(Allocation contributions, long seed, Clauses clauses, FeePolicy fees) {

    /** The blocks of a slot. */
    public static final int BLOCKS_PER_SLOT = 6;

    /** With the usual clauses and fees. */
    public LocalSetup(Allocation contributions, long seed) {
        this(contributions, seed, Clauses.DEFAULT, FeePolicy.DEFAULT);
    }

    /** With another penalty policy. */
    public LocalSetup with(PenaltyPolicy policy) {
        return with(new Clauses(
                policy, clauses.deliveryTolerance(), clauses.gridFee(), clauses.fundingFee(), clauses.template()));
    }

    /** With another form of the wallet's script. */
    public LocalSetup with(WalletTemplate template) {
        return with(new Clauses(
                clauses.policy(), clauses.deliveryTolerance(), clauses.gridFee(), clauses.fundingFee(), template));
    }

    private LocalSetup with(Clauses next) {
        return new LocalSetup(contributions, seed, next, fees);
    }

    /** With another readiness to pay. */
    public LocalSetup with(FeePolicy next) {
        return new LocalSetup(contributions, seed, clauses, next);
    }

    /** 32 bytes for one purpose of one party. */
    Bytes secret(Party party, String purpose) {
        byte[] name = ("gridbolt local " + party + " " + purpose).getBytes(StandardCharsets.US_ASCII);
        ByteBuffer content =
                ByteBuffer.allocate(Long.BYTES + name.length).putLong(seed).put(name);
        return Bytes.of(Sha256Hash.hash(content.array()));
    }

    /** The key of {@code party} for one purpose. */
    PrivateKey key(Party party, String purpose) {
        return PrivateKey.of(secret(party, purpose));
    }

    /** Where {@code party} is paid when the channel ends. */
    Bytes payoutScript(Party party) {
        return new KeyHashScript(key(party, "payout").publicKey()).scriptPubKey();
    }

    /** The key id that {@code party} draws for the channel. */
    KeyId keyId(Party party) {
        return new KeyId(secret(party, "key id").slice(0, KeyId.SIZE));
    }
}
