package org.gridbolt.channel.torture;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.CommitmentTx;

/**
 * All that one signer ever released, held to what must never happen, by a count of its own: two live states of the peer more than the
 * protocol needs, a revoked own version, an update after the end, two spends under rulings. The judge gives what is to be run once
 * an order was followed.
 */
public final class SignerAccount implements SigningOrder.Judge<Runnable> {

    private final Consumer<String> complaint;
    private final Map<Long, CommitmentTx> signed = new HashMap<>();
    private final Set<Long> revokedByPeer = new HashSet<>();
    private final Map<Long, CommitmentTx> successors = new HashMap<>();
    private final Map<Long, CommitmentTx> published = new HashMap<>();
    private final Map<Outpoint, Sha256Hash> ruled = new HashMap<>();
    private final Set<Sha256Hash> waived = new HashSet<>();
    private Optional<String> end = Optional.empty();

    /** @param complaint hears what the signer does that it must not, in words that follow its name */
    public SignerAccount(Consumer<String> complaint) {
        this.complaint = complaint;
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

    private void end(String by) {
        end = end.or(() -> Optional.of(by));
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            complaint.accept(what);
        }
    }

    @Override
    public Runnable onPeerVersion(SigningOrder.PeerVersion order) {
        return () -> {
            CommitmentTx version = order.version();
            long number = version.version().number().value();
            CommitmentTx before = signed.putIfAbsent(number, version);
            if (before != null) {
                require(before.digest().equals(version.digest()), "signs two forms of state " + number);
                return;
            }
            require(end.isEmpty(), "signs state " + number + " after the end");
            learn(order, number - 2);
            require(
                    signed.keySet().stream()
                            .filter(older -> older <= number && !revokedByPeer.contains(older))
                            .allMatch(live -> live == number || live == number - 1),
                    "signs state " + number + " while an older one of the peer is live");
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
                require(end.isEmpty(), "revokes state " + number + " after the end");
                Party owner = order.successor().version().owner();
                require(
                        order.successor().verify(order.peers(), owner.peer()),
                        "revokes state " + number + " without its successor");
            }
            require(!published.containsKey(number), "revokes state " + number + ", which it published");
        };
    }

    @Override
    public Runnable onOwnVersion(SigningOrder.OwnVersion order) {
        return () -> {
            long number = order.version().version().number().value();
            require(!successors.containsKey(number), "publishes state " + number + ", which it revoked");
            published.put(number, order.version());
            require(published.size() == 1, "publishes two states");
            end("published");
        };
    }

    @Override
    public Runnable onClose(SigningOrder.Close order) {
        return () -> end("closed");
    }

    @Override
    public Runnable onRuledWallet(SigningOrder.RuledWallet order) {
        return () -> {
            require(!waived.contains(order.spend().ruling()), "signs a penalty that was waived");
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
        require(first == null || first.equals(txid), "signs two ruled spends of " + outpoint);
        end("ruled");
    }

    @Override
    public Runnable onWaiver(SigningOrder.Waiving order) {
        return () -> waived.add(order.ruling().ruling().hash());
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
}
