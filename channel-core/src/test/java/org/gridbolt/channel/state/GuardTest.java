package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.message.RevealedSecret;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.ChannelId;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.ReceiptAck;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.VersionTip;
import org.junit.jupiter.api.Test;

/** A report is told until the utility has all that is in it. */
class GuardTest {

    private static final PrivateKey KEY = PrivateKey.of(Bytes.ofHex("11".repeat(32)));
    private static final ChannelRef CHANNEL =
            new ChannelRef(ChainId.REGTEST, new ChannelId(Sha256Hash.ZERO_HASH), Sha256Hash.ZERO_HASH);

    private static KnownReceipt receipt(Party side, long number) {
        VersionTip tip = new VersionTip(new CommitmentNumber(number), KEY.publicKey());
        return KnownReceipt.sign(
                new StateReceipt(
                        CHANNEL,
                        side,
                        tip,
                        tip,
                        Allocation.of(1, 2, 3),
                        PendingUnits.NONE.root(),
                        Sha256Hash.ZERO_HASH),
                KEY);
    }

    private static Guard.Report own(long number) {
        return new Guard.Report(
                Optional.of(receipt(CONSUMER, number)), List.of(), Optional.empty(), Optional.empty(), List.of());
    }

    private static Guard.Report peers(long number) {
        RevealedSecret secret = new RevealedSecret(new CommitmentNumber(number - 1), KEY.bytes());
        return new Guard.Report(
                Optional.empty(), List.of(), Optional.of(secret), Optional.of(receipt(PRODUCER, number)), List.of());
    }

    private static Guard acknowledged(long own, long peers) {
        Guard guard = Guard.START;
        for (long number = 1; number <= 3; number++) {
            guard = guard.plus(peers(number)).plus(own(number));
        }
        Receipts newest = new Receipts(receipt(CONSUMER, 3), Optional.of(receipt(PRODUCER, 3)));
        ReceiptAck ack = new ReceiptAck(
                CHANNEL, receipt(CONSUMER, own).hash(), receipt(PRODUCER, peers).hash());
        return guard.acknowledged(ack, newest, CONSUMER);
    }

    @Test
    void what_is_acknowledged_of_both_is_not_told_again() {
        assertThat(acknowledged(3, 3).unconfirmed()).isEmpty();
        assertThat(acknowledged(2, 2).unconfirmed()).containsExactly(peers(3), own(3));
    }

    /** The peer passed the own receipt on, and was faster: only this household can tell what the peer gave. */
    @Test
    void what_the_peer_gave_is_told_until_the_peers_receipt_is_acknowledged() {
        assertThat(acknowledged(2, 1).unconfirmed()).containsExactly(peers(2), peers(3), own(3));
        assertThat(acknowledged(3, 0).unconfirmed()).containsExactly(peers(1), peers(2), peers(3));
    }

    @Test
    void an_old_acknowledgement_forgets_nothing() {
        assertThat(acknowledged(0, 0).unconfirmed()).hasSize(6);
    }
}
