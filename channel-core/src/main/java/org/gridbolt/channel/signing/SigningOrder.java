package org.gridbolt.channel.signing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.ClaimTx;
import org.gridbolt.multisig.tx.CloseTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.JusticeTx;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.ruling.RulingFile;

/**
 * Something that needs a key of a channel. An order carries everything by which a signer can judge it, and nothing in it is
 * believed: transactions are values that can only be built consistent, signatures and secrets are verified, and whether the
 * order has its turn is for the signer's own record to say.
 *
 * @param <R> what following it gives: a signature, a secret, or a whole transaction
 */
public sealed interface SigningOrder<R> {

    /** The channel. */
    ChannelDeed deed();

    /** Lets a judge decide, who has a method for each kind. */
    <T> T judgedBy(Judge<T> judge);

    /** What comes of the order; only a signer has the secrets, and only after it has judged and remembered. */
    R fulfil(ChannelSecrets secrets);

    /**
     * Who decides on orders: one method for each kind.
     *
     * @param <T> the decision
     */
    interface Judge<T> {

        /** On a version of the peer. */
        T onPeerVersion(PeerVersion order);

        /** On the revocation of an own version. */
        T onRevocation(Revocation order);

        /** On publishing an own version. */
        T onOwnVersion(OwnVersion order);

        /** On a cooperative close. */
        T onClose(Close order);

        /** On a ruled spend of the wallet. */
        T onRuledWallet(RuledWallet order);

        /** On a ruled spend of the producer's confirmed balance. */
        T onRuledBalance(RuledBalance order);

        /** On a ruled claim of defaulted units. */
        T onRuledUnits(RuledUnits order);

        /** On a claim. */
        T onClaim(Claim order);

        /** On a household's justice. */
        T onJustice(Justice order);

        /** On the watchtower's justice. */
        T onTowerJustice(TowerJustice order);

        /** On the waiver of a penalty. */
        T onWaiver(Waiving order);
    }

    /**
     * A signature on the peer's version of a state.
     *
     * @param deed the channel
     * @param version the version
     * @param revoked the secret of the peer's version two before it, which must be revoked by then; nothing before there is one
     */
    record PeerVersion(ChannelDeed deed, CommitmentTx version, Optional<PrivateKey> revoked)
            implements SigningOrder<Signature> {

        @Override
        public <T> T judgedBy(Judge<T> judge) {
            return judge.onPeerVersion(this);
        }

        @Override
        public Signature fulfil(ChannelSecrets secrets) {
            return version.sign(
                    deed.wallet().scripts().walletKey(secrets, version.version().owner()));
        }
    }

    /**
     * The secret that revokes an own version.
     *
     * <p>MUST 4.2: it leaves the signer here alone, and signs nothing.
     *
     * @param deed the channel
     * @param successor the own version after the one to be revoked
     * @param peers the peer's signature on the successor
     */
    record Revocation(ChannelDeed deed, CommitmentTx successor, Signature peers) implements SigningOrder<PrivateKey> {

        /** The version to be revoked. */
        public CommitmentNumber number() {
            return successor.version().number().previous();
        }

        @Override
        public <T> T judgedBy(Judge<T> judge) {
            return judge.onRevocation(this);
        }

        @Override
        public PrivateKey fulfil(ChannelSecrets secrets) {
            return secrets.shaChain().secretAt(number());
        }
    }

    /**
     * The own signature on an own version, with which it can be published.
     *
     * @param deed the channel
     * @param version the version
     * @param peers the peer's signature on it
     */
    record OwnVersion(ChannelDeed deed, CommitmentTx version, Signature peers) implements SigningOrder<Transaction> {

        @Override
        public <T> T judgedBy(Judge<T> judge) {
            return judge.onOwnVersion(this);
        }

        @Override
        public Transaction fulfil(ChannelSecrets secrets) {
            Party owner = version.version().owner();
            Signature own = version.sign(deed.wallet().scripts().walletKey(secrets, owner.peer()));
            return owner == Party.CONSUMER ? version.signed(own, peers) : version.signed(peers, own);
        }
    }

    /**
     * A signature on the cooperative close.
     *
     * @param deed the channel
     * @param close the close
     * @param revoked the secret of the peer's version before its newest, once there is one
     */
    record Close(ChannelDeed deed, CloseTx close, Optional<PrivateKey> revoked) implements SigningOrder<Signature> {

        @Override
        public <T> T judgedBy(Judge<T> judge) {
            return judge.onClose(this);
        }

        @Override
        public Signature fulfil(ChannelSecrets secrets) {
            return close.sign(
                    deed.wallet().scripts().walletKey(secrets, secrets.party().peer()));
        }
    }

    /**
     * A signature on the wallet divided by a ruling.
     *
     * @param deed the channel
     * @param spend the transaction
     * @param ruling the ruling with its evidence
     */
    record RuledWallet(ChannelDeed deed, PenaltyTx spend, RulingFile ruling) implements SigningOrder<Signature> {

        @Override
        public <T> T judgedBy(Judge<T> judge) {
            return judge.onRuledWallet(this);
        }

        @Override
        public Signature fulfil(ChannelSecrets secrets) {
            Party other = secrets.party() == Party.UTILITY ? spend.household() : Party.UTILITY;
            return spend.sign(deed.wallet().scripts().walletKey(secrets, other));
        }
    }

    /**
     * A signature on the producer's balance of a confirmed version, divided by a ruling.
     *
     * @param deed the channel
     * @param spend the transaction, of one input
     * @param version the version
     * @param ruling the ruling with its evidence
     */
    record RuledBalance(ChannelDeed deed, ClaimTx spend, CommitmentTx version, RulingFile ruling)
            implements SigningOrder<Signature> {

        @Override
        public <T> T judgedBy(Judge<T> judge) {
            return judge.onRuledBalance(this);
        }

        @Override
        public Signature fulfil(ChannelSecrets secrets) {
            return spend.sign(0, secrets.arbitrationKey());
        }
    }

    /**
     * The utility's claim of defaulted units of a confirmed version, divided by a ruling.
     *
     * @param deed the channel
     * @param claim the transaction
     * @param version the version
     * @param ruling the ruling with its evidence
     */
    record RuledUnits(ChannelDeed deed, ClaimTx claim, CommitmentTx version, RulingFile ruling)
            implements SigningOrder<Transaction> {

        @Override
        public <T> T judgedBy(Judge<T> judge) {
            return judge.onRuledUnits(this);
        }

        @Override
        public Transaction fulfil(ChannelSecrets secrets) {
            return claim.signed(List.of(secrets.unitKey()), Map.of());
        }
    }

    /**
     * A claim of outputs of a confirmed version: a household's own, or the utility's of a delivered unit for the producer.
     *
     * @param deed the channel
     * @param claim the transaction
     * @param preimages what its branches ask for, by hash
     * @param revoked the secret of a version that the peer has revoked, with which its owner's peer takes its balance at once
     */
    record Claim(ChannelDeed deed, ClaimTx claim, Map<Sha256Hash, Bytes> preimages, Optional<PrivateKey> revoked)
            implements SigningOrder<Transaction> {

        public Claim {
            preimages = Map.copyOf(preimages);
        }

        @Override
        public <T> T judgedBy(Judge<T> judge) {
            return judge.onClaim(this);
        }

        @Override
        public Transaction fulfil(ChannelSecrets secrets) {
            List<PrivateKey> keys = new ArrayList<>(List.of(secrets.balanceKey(), secrets.unitKey()));
            revoked.ifPresent(keys::add);
            return claim.signed(keys, preimages);
        }
    }

    /**
     * A household's justice against a version that the peer has revoked.
     *
     * @param deed the channel
     * @param justice the transaction
     * @param version the version
     * @param secret what the peer revealed
     */
    record Justice(ChannelDeed deed, JusticeTx justice, CommitmentTx version, PrivateKey secret)
            implements SigningOrder<Transaction> {

        @Override
        public <T> T judgedBy(Judge<T> judge) {
            return judge.onJustice(this);
        }

        @Override
        public Transaction fulfil(ChannelSecrets secrets) {
            return justice.signed(secret, secrets.justiceKey());
        }
    }

    /**
     * The watchtower's justice for a household, against a version that receipts of both sides have superseded.
     *
     * @param deed the channel
     * @param justice the transaction
     * @param version the version
     * @param secret what its owner revealed
     * @param owners a receipt of the owner
     * @param victims a receipt of the other household
     */
    record TowerJustice(
            ChannelDeed deed,
            JusticeTx justice,
            CommitmentTx version,
            PrivateKey secret,
            Signed<StateReceipt> owners,
            Signed<StateReceipt> victims)
            implements SigningOrder<Transaction> {

        @Override
        public <T> T judgedBy(Judge<T> judge) {
            return judge.onTowerJustice(this);
        }

        @Override
        public Transaction fulfil(ChannelSecrets secrets) {
            return justice.signed(secret, secrets.justiceKey());
        }
    }

    /**
     * The waiver of a ruling's penalty: nothing is signed with a key of the channel, but the signer has to know. From here it signs no
     * wallet for this ruling, and allows the next state to divide coins as the ruling says.
     *
     * @param deed the channel
     * @param ruling the ruling with its evidence
     * @param waiver the consumer's promise
     */
    record Waiving(ChannelDeed deed, RulingFile ruling, Signed<PenaltyWaived> waiver)
            implements SigningOrder<Signed<PenaltyWaived>> {
        @Override
        public <T> T judgedBy(Judge<T> judge) {
            return judge.onWaiver(this);
        }

        @Override
        public Signed<PenaltyWaived> fulfil(ChannelSecrets secrets) {
            return waiver;
        }
    }
}
