package org.gridbolt.channel.signer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signing.ChannelDeed;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.CloseTx;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.Household;
import org.gridbolt.penalty.contract.Identity;
import org.gridbolt.penalty.contract.PeerAbsence;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.ruling.Evidence;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.SideState;
import org.gridbolt.penalty.ruling.VerifiedRuling;
import org.gridbolt.pricing.Outcome;

/**
 * A channel seen from one household's signer: every order that a node, sane or not, could make of it. The peer's keys are
 * here too.
 */
final class SignedChannel {

    static final Allocation START = Allocation.of(200_000, 80_000, 0);
    static final FeeRate MOST = new FeeRate(100_000);
    static final PrivateKey UTILITY = Examples.key("utility node");

    final Party self;
    final Party peer;
    final ChannelSecrets own;
    final ChannelSecrets peers;
    final ChannelDeed deed;
    final InMemoryMarks marks = new InMemoryMarks();
    HouseholdSigner signer;

    SignedChannel(Party self) {
        this(self, "wallet");
    }

    SignedChannel(Party self, String funding) {
        this.self = self;
        this.peer = self.peer();
        this.own = secrets(self);
        this.peers = secrets(peer);
        this.deed = deed(funding, START, UTILITY);
        this.signer = signer();
    }

    private HouseholdSigner signer() {
        return new HouseholdSigner(
                new HouseholdSigner.Owner(self, UTILITY.publicKey(), payout(self), MOST), seed(self), marks);
    }

    /** Ends the signer's process and starts another one on what it stored. */
    void restart() {
        signer = signer();
    }

    static Bytes seed(Party party) {
        return Examples.bytes32(party + " seed");
    }

    static Bytes payout(Party party) {
        return Examples.script(party + " purse");
    }

    static KeyId keyId(Party party) {
        return new KeyId(Examples.bytes32(party + " key id").slice(0, KeyId.SIZE));
    }

    static ChannelSecrets secrets(Party party) {
        return ChannelSecrets.derive(seed(party), party, keyId(party));
    }

    ChannelDeed deed(String funding, Allocation contributions, PrivateKey utility) {
        Identity identity = new Identity(
                Examples.bytes32("nonce"),
                ChainId.REGTEST,
                household(Party.CONSUMER),
                household(Party.PRODUCER),
                utility.publicKey(),
                secrets(Party.UTILITY).publicKeys(),
                payout(Party.UTILITY));
        SlotSchedule schedule =
                SlotSchedule.of(new BlockHeight(150), new BlockCount(6), new BlockHeight(3_000), Windows.DEFAULT);
        Signed<Terms> terms = Signed.sign(Terms.defaults(identity, contributions, schedule), utility);
        ChannelKeyRing ring = new ChannelKeyRing(
                secrets(Party.CONSUMER).publicKeys(),
                secrets(Party.PRODUCER).publicKeys(),
                secrets(Party.UTILITY).publicKeys());
        Outpoint outpoint =
                new Outpoint(Sha256Hash.wrap(Examples.bytes32(funding).toArray()), 0);
        return new ChannelDeed(terms, new FundedWallet(terms.content().scripts(ring), outpoint, contributions.total()));
    }

    private static Household household(Party party) {
        return new Household(
                Examples.key(party + " node").publicKey(),
                Examples.key(party + " meter").publicKey(),
                keyId(party),
                payout(party));
    }

    /** A state in which the consumer has paid {@code paid} coins to the producer. */
    static Allocation paid(long paid) {
        return Allocation.of(200_000 - paid, 80_000 + paid, 0);
    }

    CommitmentTx version(Party owner, long number, Allocation balances, PendingUnit... units) {
        CommitmentNumber which = new CommitmentNumber(number);
        ChannelSecrets secrets = owner == self ? own : peers;
        return CommitmentTx.build(
                deed.wallet(),
                new CommitmentVersion(owner, which, secrets.shaChain().pointAt(which)),
                balances,
                List.of(units));
    }

    static PendingUnit unit(long coins) {
        return new PendingUnit(Coin.valueOf(coins), Sha256Hash.of(new byte[] {1}), new BlockHeight(400));
    }

    /** The secret by which the peer revokes a version; nothing before there is one. */
    Optional<PrivateKey> revealed(long number) {
        return number < 0 ? Optional.empty() : Optional.of(peers.shaChain().secretAt(new CommitmentNumber(number)));
    }

    /** The order to sign the peer's version of that number, of a node whose peer has revoked what it has to. */
    SigningOrder.PeerVersion signs(long number, Allocation balances) {
        return new SigningOrder.PeerVersion(deed, version(peer, number, balances), revealed(number - 2));
    }

    /** The order to revoke the own version before that one, which the peer has signed. */
    SigningOrder.Revocation revokesBefore(long number, Allocation balances) {
        CommitmentTx successor = version(self, number, balances);
        return new SigningOrder.Revocation(deed, successor, countersigned(successor));
    }

    SigningOrder.OwnVersion publishes(long number, Allocation balances) {
        CommitmentTx version = version(self, number, balances);
        return new SigningOrder.OwnVersion(deed, version, countersigned(version));
    }

    Signature countersigned(CommitmentTx version) {
        return version.sign(peers.walletKeyWith(self));
    }

    SigningOrder.Close closes(long newest, Allocation balances, Party closer, long fee) {
        CloseTx close = CloseTx.build(deed.wallet(), balances, closer, Coin.valueOf(fee), new BlockHeight(200))
                .orElseThrow();
        return new SigningOrder.Close(deed, close, revealed(newest - 1));
    }

    /** The division of the wallet by a ruling without the peer, on a receipt of that state that states {@code balances}. */
    SigningOrder.RuledWallet settlesAlone(long newest, Allocation balances) {
        PeerAbsence word = new PeerAbsence(deed.ref(), self, new BlockHeight(200), new BlockHeight(220));
        Evidence evidence = new Evidence(
                        deed.signedTerms(),
                        state(Party.CONSUMER, newest, balances),
                        state(Party.PRODUCER, newest, paid(10 * newest)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of())
                .without(Signed.sign(word, Examples.key(self + " node")));
        RulingFile file =
                RulingFile.issue(evidence, deed.wallet().outpoint(), 0, List.of(), Examples.bytes32("salt"), UTILITY);
        VerifiedRuling ruling = RulingVerifier.verify(file, UTILITY.publicKey()).orElseThrow();
        PenaltyTx division = PenaltyTx.build(deed.wallet(), self, ruling.onWallet(), ruling.hash());
        return new SigningOrder.RuledWallet(deed, division, file);
    }

    private SideState state(Party side, long number, Allocation balances) {
        StateReceipt receipt = new StateReceipt(
                deed.ref(),
                side,
                tip(side, number),
                tip(side.peer(), number),
                balances,
                PendingUnits.NONE.root(),
                Sha256Hash.ZERO_HASH);
        return new SideState(Signed.sign(receipt, Examples.key(side + " node")), List.of());
    }

    private VersionTip tip(Party owner, long number) {
        CommitmentNumber which = new CommitmentNumber(number);
        return new VersionTip(which, secrets(owner).shaChain().pointAt(which));
    }

    /** What comes of an order. */
    <R> Outcome<R, SigningRefusal> ask(SigningOrder<R> order) {
        try {
            return signer.sign(order);
        } catch (IOException notDurable) {
            throw new UncheckedIOException(notDurable);
        }
    }

    /** What comes of an order that is followed. */
    <R> R get(SigningOrder<R> order) {
        return ask(order).orElseThrow();
    }

    /** Both versions up to that number, each state paying ten coins more than the one before. */
    void advanceTo(long number) {
        for (long n = 0; n <= number; n++) {
            assertThat(ask(signs(n, paid(10 * n))).flaw()).isEmpty();
            if (n > 0) {
                assertThat(ask(revokesBefore(n, paid(10 * n))).flaw()).isEmpty();
            }
        }
    }
}
