package org.gridbolt.channel.action;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.ClosingProposed;
import org.gridbolt.channel.message.ClosingSigned;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.ForfeitSigned;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.message.PenaltySigned;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.message.WaiverGiven;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.penalty.contract.PenaltyWaived;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;

/**
 * A message that lacks what only the signer can give.
 *
 * @param <R> what it lacks
 */
public sealed interface MessageDraft<R> {

    /** What to ask the signer. */
    SigningOrder<R> order();

    /** The message with what the signer gave. */
    ChannelMessage completed(R released);

    /** What message it will be. */
    Class<? extends ChannelMessage> kind();

    /**
     * A signature on the peer's version 0.
     *
     * @param order what to sign
     * @param fundingTxid the funding's id
     */
    record Opening(SigningOrder.PeerVersion order, Sha256Hash fundingTxid) implements MessageDraft<Signature> {
        @Override
        public OpeningSigned completed(Signature own) {
            return new OpeningSigned(fundingTxid, own);
        }

        @Override
        public Class<OpeningSigned> kind() {
            return OpeningSigned.class;
        }
    }

    /**
     * A signature on the peer's next version.
     *
     * @param order what to sign
     * @param included how many of the peer's updates it contains
     */
    record Commitment(SigningOrder.PeerVersion order, int included) implements MessageDraft<Signature> {
        @Override
        public CommitmentSigned completed(Signature own) {
            return new CommitmentSigned(order.version().version().number(), included, own);
        }

        @Override
        public Class<CommitmentSigned> kind() {
            return CommitmentSigned.class;
        }
    }

    /**
     * The revocation of an own version.
     *
     * @param order what to reveal
     * @param nextPoint 33 bytes: the point of the version after the successor
     * @param receipt of the successor
     */
    record Revocation(SigningOrder.Revocation order, Bytes nextPoint, Signed<StateReceipt> receipt)
            implements MessageDraft<PrivateKey> {
        @Override
        public RevokeAndAck completed(PrivateKey secret) {
            return new RevokeAndAck(order.number(), secret.bytes(), nextPoint, receipt);
        }

        @Override
        public Class<RevokeAndAck> kind() {
            return RevokeAndAck.class;
        }
    }

    /**
     * The proposal of a cooperative close.
     *
     * @param order what to sign
     * @param lockTime the height from which it is final
     */
    record Proposal(SigningOrder.Close order, BlockHeight lockTime) implements MessageDraft<Signature> {
        @Override
        public ClosingProposed completed(Signature own) {
            return new ClosingProposed(order.close().fee(), lockTime, own);
        }

        @Override
        public Class<ClosingProposed> kind() {
            return ClosingProposed.class;
        }
    }

    /**
     * The answer to the proposal of a cooperative close.
     *
     * @param order what to sign
     */
    record Answer(SigningOrder.Close order) implements MessageDraft<Signature> {
        @Override
        public ClosingSigned completed(Signature own) {
            return new ClosingSigned(order.close().txid(), own);
        }

        @Override
        public Class<ClosingSigned> kind() {
            return ClosingSigned.class;
        }
    }

    /**
     * A household's signature on the wallet divided by a ruling.
     *
     * @param order what to sign
     */
    record Penalty(SigningOrder.RuledWallet order) implements MessageDraft<Signature> {
        @Override
        public PenaltySigned completed(Signature own) {
            return new PenaltySigned(order.spend().ruling(), order.spend().txid(), own);
        }

        @Override
        public Class<PenaltySigned> kind() {
            return PenaltySigned.class;
        }
    }

    /**
     * The consumer's signature on the producer's confirmed balance.
     *
     * @param order what to sign
     */
    record Forfeit(SigningOrder.RuledBalance order) implements MessageDraft<Signature> {
        @Override
        public ForfeitSigned completed(Signature own) {
            return new ForfeitSigned(
                    order.ruling().ruling().hash(),
                    order.spend().txid(),
                    order.version().version().point(),
                    own);
        }

        @Override
        public Class<ForfeitSigned> kind() {
            return ForfeitSigned.class;
        }
    }

    /**
     * The consumer's waiver of a penalty, by whoever says it: it leaves only once the signer keeps to it.
     *
     * @param order what the signer has to remember
     */
    record Waiver(SigningOrder.Waiving order) implements MessageDraft<Signed<PenaltyWaived>> {
        @Override
        public WaiverGiven completed(Signed<PenaltyWaived> remembered) {
            return new WaiverGiven(remembered);
        }

        @Override
        public Class<WaiverGiven> kind() {
            return WaiverGiven.class;
        }
    }
}
