package org.gridbolt.channel.torture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.pricing.Outcome;

/**
 * Keeps account of everything that an honest party's signer ever released, also over its restarts, by a count of its own: no two
 * live states, no revoked version, nothing after the end, one spend under a ruling.
 */
final class Account {

    private static final String NAME = "no two live signatures";

    private final Party party;
    private final Logbook record;
    private final Map<Long, Bytes> commitmentSignatures = new HashMap<>();
    private final Map<Long, CommitmentTx> signed = new HashMap<>();
    private final Set<Long> revokedByPeer = new HashSet<>();
    private final Map<Long, CommitmentTx> successors = new HashMap<>();
    private final Map<Long, CommitmentTx> published = new HashMap<>();
    private final Map<Outpoint, Sha256Hash> ruled = new HashMap<>();
    private final Set<Sha256Hash> waived = new HashSet<>();
    private boolean ended;

    Account(Party party, Logbook record) {
        this.party = party;
        this.record = record;
    }

    /** The same signer, under watch. */
    ChannelSigner watching(ChannelSigner signer) {
        return new ChannelSigner() {
            @Override
            public <R> Outcome<R, SigningRefusal> sign(SigningOrder<R> order) throws IOException {
                Outcome<R, SigningRefusal> outcome = signer.sign(order);
                outcome.flaw().ifPresent(refusal -> refused(order, refusal));
                outcome.value().ifPresent(released -> {
                    if (released instanceof Signature signature && order instanceof SigningOrder.PeerVersion) {
                        Bytes bytes = signature.bytes();
                        commitmentSignatures.put(
                                ByteBuffer.wrap(bytes.toArray()).getLong(), bytes);
                    }
                    order.judgedBy(new Entry()).run();
                });
                return outcome;
            }
        };
    }

    /** The signatures on versions of the peer, by their first eight bytes: only the peer may ever have them. */
    Map<Long, Bytes> commitmentSignatures() {
        return commitmentSignatures;
    }

    private void refused(SigningOrder<?> order, SigningRefusal refusal) {
        record.violation(
                "an honest node asks its signer for nothing that it refuses",
                party + ", " + order.getClass().getSimpleName() + ": " + refusal.message());
    }

    private void require(boolean holds, String what) {
        if (!holds) {
            record.violation(NAME, party + " " + what);
        }
    }

    /** What was released by an order that was followed. */
    private final class Entry implements SigningOrder.Judge<Runnable> {

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
                require(!ended, "signs state " + number + " after the end");
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
                    require(!ended, "revokes state " + number + " after the end");
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
                ended = true;
            };
        }

        @Override
        public Runnable onClose(SigningOrder.Close order) {
            return () -> ended = true;
        }

        @Override
        public Runnable onRuledWallet(SigningOrder.RuledWallet order) {
            return () -> {
                require(!waived.contains(order.ruling().ruling().hash()), "signs a penalty that was waived");
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
            ended = true;
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
}
