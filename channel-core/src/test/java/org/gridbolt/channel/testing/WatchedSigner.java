package org.gridbolt.channel.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.pricing.Outcome;

/**
 * Keeps account, beside a signer, of everything that it ever released, and holds it to what must never happen, by a count of
 * its own: two live states of the peer more than the protocol needs, a revoked own version, an update after the end, two
 * spends under rulings.
 */
public final class WatchedSigner implements ChannelSigner {

    private final ChannelSigner signer;
    private final Runnable asked;
    private final Map<Long, CommitmentTx> signed = new HashMap<>();
    private final Set<Long> revokedByPeer = new HashSet<>();
    private final Map<Long, CommitmentTx> successors = new HashMap<>();
    private final Map<Long, CommitmentTx> published = new HashMap<>();
    private final Map<Outpoint, Sha256Hash> ruled = new HashMap<>();
    private final Set<Sha256Hash> waived = new HashSet<>();
    private final List<SigningRefusal> refusals = new ArrayList<>();
    private Optional<String> end = Optional.empty();

    /** Runs {@code asked} before each order. */
    public WatchedSigner(ChannelSigner signer, Runnable asked) {
        this.signer = signer;
        this.asked = asked;
    }

    public WatchedSigner(ChannelSigner signer) {
        this(signer, () -> {});
    }

    @Override
    public <R> Outcome<R, SigningRefusal> sign(SigningOrder<R> order) throws IOException {
        asked.run();
        Outcome<R, SigningRefusal> outcome = signer.sign(order);
        outcome.flaw().ifPresent(refusals::add);
        if (outcome.value().isPresent()) {
            order.judgedBy(new Account()).run();
        }
        return outcome;
    }

    /** What was refused. */
    public List<SigningRefusal> refusals() {
        return List.copyOf(refusals);
    }

    /** The peer's versions that were signed, by number. */
    public Map<Long, CommitmentTx> signed() {
        return Map.copyOf(signed);
    }

    /** The own versions that were signed to be published, by number. */
    public Map<Long, CommitmentTx> published() {
        return Map.copyOf(published);
    }

    /** The own numbers that were revoked. */
    public Set<Long> revoked() {
        return Set.copyOf(successors.keySet());
    }

    /** What ended the channel for the signer, if anything did. */
    public Optional<String> end() {
        return end;
    }

    /** What was released by an order that was followed. */
    private final class Account implements SigningOrder.Judge<Runnable> {

        @Override
        public Runnable onPeerVersion(SigningOrder.PeerVersion order) {
            return () -> {
                CommitmentTx version = order.version();
                long number = version.version().number().value();
                CommitmentTx before = signed.putIfAbsent(number, version);
                if (before != null) {
                    assertThat(version.digest())
                            .as("what is signed of state %d", number)
                            .isEqualTo(before.digest());
                    return;
                }
                assertThat(end).as("the end, when state %d is signed", number).isEmpty();
                learn(order, number - 2);
                assertThat(signed.keySet().stream().filter(older -> older <= number && !revokedByPeer.contains(older)))
                        .as("live states of the peer after state %d", number)
                        .isSubsetOf(number, number - 1);
            };
        }

        private void learn(SigningOrder.PeerVersion order, long number) {
            CommitmentTx older = signed.get(number);
            order.revoked()
                    .filter(secret -> older != null
                            && secret.publicKey().equals(older.version().point()))
                    .ifPresent(secret -> revokedByPeer.add(number));
        }

        @Override
        public Runnable onRevocation(SigningOrder.Revocation order) {
            return () -> {
                long number = order.number().value();
                if (successors.putIfAbsent(number, order.successor()) == null) {
                    assertThat(end)
                            .as("the end, when state %d is revoked", number)
                            .isEmpty();
                    assertThat(order.successor()
                                    .verify(
                                            order.peers(),
                                            order.successor().version().owner().peer()))
                            .as("the peer has signed the successor of state %d", number)
                            .isTrue();
                }
                assertThat(published).as("published own versions").doesNotContainKey(number);
            };
        }

        @Override
        public Runnable onOwnVersion(SigningOrder.OwnVersion order) {
            return () -> {
                long number = order.version().version().number().value();
                assertThat(successors).as("revoked own versions").doesNotContainKey(number);
                published.put(number, order.version());
                assertThat(published).as("published own versions").hasSize(1);
                end = end.or(() -> Optional.of("published"));
            };
        }

        @Override
        public Runnable onClose(SigningOrder.Close order) {
            return () -> end = end.or(() -> Optional.of("closed"));
        }

        @Override
        public Runnable onRuledWallet(SigningOrder.RuledWallet order) {
            return () -> {
                assertThat(waived)
                        .as("waived rulings")
                        .doesNotContain(order.spend().ruling());
                rule(order.deed().wallet().outpoint(), order.spend().txid());
            };
        }

        @Override
        public Runnable onRuledBalance(SigningOrder.RuledBalance order) {
            return () -> order.spend()
                    .spends()
                    .forEach(spend -> rule(spend.outpoint(), order.spend().txid()));
        }

        @Override
        public Runnable onRuledUnits(SigningOrder.RuledUnits order) {
            return () -> order.claim()
                    .spends()
                    .forEach(spend -> rule(spend.outpoint(), order.claim().txid()));
        }

        private void rule(Outpoint outpoint, Sha256Hash txid) {
            Sha256Hash first = ruled.putIfAbsent(outpoint, txid);
            assertThat(first == null ? txid : first)
                    .as("the one ruled spend of %s", outpoint)
                    .isEqualTo(txid);
            end = end.or(() -> Optional.of("ruled"));
        }

        @Override
        public Runnable onClaim(SigningOrder.Claim order) {
            return () -> {};
        }

        @Override
        public Runnable onJustice(SigningOrder.Justice order) {
            return () -> {};
        }

        @Override
        public Runnable onTowerJustice(SigningOrder.TowerJustice order) {
            return () -> {};
        }

        @Override
        public Runnable onWaiver(SigningOrder.Waiving order) {
            return () -> waived.add(order.ruling().ruling().hash());
        }
    }
}
