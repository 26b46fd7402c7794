package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.RevokeAndAck;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.ScriptedUtility;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.RevokedSecrets;
import org.gridbolt.multisig.key.Secp256k1;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.VersionTip;
import org.junit.jupiter.api.Test;

/** Points and secrets: what a peer may send, and what follows when it sends something else. */
class RevocationTest {

    private final Neighbourhood street = Neighbourhood.withTickets(2, 250);

    /** The producer's answer to the first offer, held back before the consumer has it. */
    private RevokeAndAck revocation() {
        street.post().holdBack(letter -> letter.from() == Party.PRODUCER);
        street.offer(1);
        return street.post().held().stream()
                .map(letter -> letter.message())
                .filter(RevokeAndAck.class::isInstance)
                .map(RevokeAndAck.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private Transition consumerReceives(UnaryOperator<RevokeAndAck> change) {
        return street.consumer().wouldReceive(Party.PRODUCER, change.apply(revocation()));
    }

    private static RevokeAndAck withSecret(RevokeAndAck message, Bytes secret) {
        return new RevokeAndAck(message.revoked(), secret, message.nextPoint(), message.receipt());
    }

    private void assertNothingOverwritten(Transition step, Class<?> why) {
        assertThatStep(step)
                .leadsTo(ClosingLocal.class)
                .publishes(Purpose.COMMITMENT)
                .refuses(Refusal.ChannelFailed.class, why);
        Commitments kept = ((ClosingLocal) step.next()).channel().commitments();
        assertThat(kept.revoked()).isEqualTo(RevokedSecrets.EMPTY);
        assertThat(kept.own())
                .isEqualTo(street.consumer().channel().commitments().own());
    }

    /** Scenario 20: a secret outside the chain. */
    @Test
    void a_secret_of_another_point_overwrites_nothing_and_the_own_version_is_published() {
        Transition step = consumerReceives(message -> withSecret(message, Examples.bytes32("another secret")));

        assertNothingOverwritten(step, CommitmentFlaw.BadSecret.class);
    }

    @Test
    void a_secret_of_zero_overwrites_nothing_and_the_own_version_is_published() {
        Transition step = consumerReceives(message -> withSecret(message, Bytes.of(new byte[32])));

        assertNothingOverwritten(step, CommitmentFlaw.BadSecret.class);
    }

    @Test
    void a_secret_above_the_order_overwrites_nothing_and_the_own_version_is_published() {
        byte[] ones = new byte[32];
        Arrays.fill(ones, (byte) 0xff);

        Transition step = consumerReceives(message -> withSecret(message, Bytes.of(ones)));

        assertNothingOverwritten(step, CommitmentFlaw.BadSecret.class);
    }

    @Test
    void a_receipt_of_other_coins_ends_the_channel_but_its_secret_is_kept() {
        Transition step = consumerReceives(message -> {
            StateReceipt stated = message.receipt().content();
            StateReceipt other = new StateReceipt(
                    stated.channel(),
                    stated.side(),
                    stated.own(),
                    stated.peer(),
                    Allocation.of(0, 280_000, 0),
                    stated.pendingRoot(),
                    stated.previous());
            return new RevokeAndAck(
                    message.revoked(),
                    message.secret(),
                    message.nextPoint(),
                    Signed.sign(other, street.producer().profile().nodeKey()));
        });

        assertThatStep(step)
                .leadsTo(ClosingLocal.class)
                .refuses(Refusal.ChannelFailed.class, CommitmentFlaw.BadReceipt.class);
        Commitments kept = ((ClosingLocal) step.next()).channel().commitments();
        assertThat(kept.revoked().isRevoked(CommitmentNumber.ZERO)).isTrue();
    }

    @Test
    void a_receipt_that_the_peer_did_not_sign_ends_the_channel() {
        Transition step = consumerReceives(message -> new RevokeAndAck(
                message.revoked(),
                message.secret(),
                message.nextPoint(),
                Signed.sign(message.receipt().content(), ScriptedUtility.NODE)));

        assertThatStep(step).refuses(Refusal.ChannelFailed.class, CommitmentFlaw.BadReceipt.class);
    }

    @Test
    void a_revocation_without_a_signature_before_it_changes_nothing_and_ends_the_connection() {
        RevokeAndAck message = revocation();
        street.post().release();
        street.deliver();

        assertThatStep(street.consumer().wouldReceive(Party.PRODUCER, message))
                .refuses(Refusal.Disconnected.class, CommitmentFlaw.NothingToRevoke.class)
                .changesNothing(street.consumer().state());
    }

    @Test
    void a_signature_on_another_version_ends_the_channel_and_reveals_no_secret() {
        street.post().holdBack(letter -> letter.message() instanceof CommitmentSigned);
        street.offer(1);
        CommitmentSigned message =
                (CommitmentSigned) street.post().held().get(0).message();
        CommitmentSigned forged = new CommitmentSigned(
                message.number(),
                message.included(),
                Secp256k1.active().sign(Sha256Hash.ZERO_HASH, PrivateKey.of(Examples.bytes32("forger"))));

        assertThatStep(street.producer().wouldReceive(Party.CONSUMER, forged))
                .refuses(Refusal.ChannelFailed.class, CommitmentFlaw.BadSignature.class)
                .sendsNo(Party.CONSUMER, RevokeAndAck.class)
                .publishes(Purpose.COMMITMENT);
    }

    @Test
    void a_signature_that_includes_updates_never_sent_is_refused() {
        street.post().holdBack(letter -> letter.message() instanceof CommitmentSigned);
        street.offer(1);
        CommitmentSigned message =
                (CommitmentSigned) street.post().held().get(0).message();

        assertThatStep(street.producer()
                        .wouldReceive(Party.CONSUMER, new CommitmentSigned(message.number(), 7, message.signature())))
                .refuses(Refusal.ChannelFailed.class, CommitmentFlaw.WrongUpdates.class)
                .sendsNo(Party.CONSUMER, RevokeAndAck.class);
    }

    /** After the last number there is none: an exception would take every event along that came with the message. */
    @Test
    void a_receipt_that_names_the_last_number_of_all_ends_the_channel_and_stops_nobody() {
        Transition step = consumerReceives(message -> {
            StateReceipt stated = message.receipt().content();
            CommitmentNumber last = new CommitmentNumber((1L << 47) - 1);
            StateReceipt other = new StateReceipt(
                    stated.channel(),
                    stated.side(),
                    stated.own(),
                    new VersionTip(last, stated.peer().point()),
                    stated.balances(),
                    stated.pendingRoot(),
                    stated.previous());
            return new RevokeAndAck(
                    message.revoked(),
                    message.secret(),
                    message.nextPoint(),
                    Signed.sign(other, street.producer().profile().nodeKey()));
        });

        assertThatStep(step)
                .leadsTo(ClosingLocal.class)
                .refuses(Refusal.ChannelFailed.class, CommitmentFlaw.BadReceipt.class);
    }
}
