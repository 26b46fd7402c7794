package org.gridbolt.penalty.justice;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.CommitmentOutput;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.JusticeTx;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.WalletSpend;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.pricing.Outcome;

/**
 * The utility's guard over both households of one channel, so that either may sleep: when a version is published that its
 * owner has revoked, everything that the owner has there goes to the other household.
 *
 * <h2>What it needs to know</h2>
 *
 * Both households hand in a receipt of each of their versions, signed, and the secret by which the other one revoked its
 * version before. A receipt says the points of both newest versions; a secret is taken only when it is the secret of the
 * point that was stated for its version and of the same chain as all before it. Anything else changes nothing. All
 * secrets together take the room of at most 49 (BOLT 3), however many versions there were.
 *
 * <h2>When it punishes</h2>
 *
 * A version is revoked when the record says so: its secret was handed in and accepted, its owner signed a receipt of a newer
 * version, and the peer signed one that knows this version at least. Knowing a secret from anywhere else revokes nothing.
 * The utility signs with its own justice key, so that what it takes is seen to be taken by it, and it pays the victim's
 * registered script and nothing else.
 *
 * <h2>How it finds the coins</h2>
 *
 * Nobody keeps what a revoked version held. Whose version and which state it is stands in the transaction, obscured; the
 * amounts stand in its outputs; and the scripts follow from the keys, the revealed secret, the window, and for pending units
 * from the tickets, which the utility has issued itself.
 *
 * <p>The victim goes first: the tower publishes only {@code tower_delay} blocks after the version confirmed, and only for
 * outputs that are still unspent. It is a value; whoever holds it stores each new one before relying on it.
 *
 * @param duty what it guards
 * @param record what the households have handed in
 * @param sighting the spend of the wallet, while one stands in the chain
 */
public record Watchtower(TowerDuty duty, RevocationRecord record, Optional<Sighting> sighting) {

    /** A watchtower that has heard nothing yet. */
    public static Watchtower over(TowerDuty duty) {
        return new Watchtower(duty, RevocationRecord.EMPTY, Optional.empty());
    }

    /** With a household's receipt, as it tells it itself; one that is held already changes nothing. */
    public Outcome<Watchtower, TowerFlaw> receive(Signed<StateReceipt> receipt) {
        return record.receipts(receipt.content().side()).holds(receipt)
                ? Outcome.of(this)
                : receive(receipt, RevocationRecord::receive);
    }

    /**
     * With a household's receipt, as its peer passes it on: what the household told otherwise gives way, since by this one it got the
     * peer's signature.
     */
    public Outcome<Watchtower, TowerFlaw> receivePassedOn(Signed<StateReceipt> receipt) {
        boolean known = record.receipts(receipt.content().side())
                .passedOn()
                .filter(receipt::equals)
                .isPresent();
        return known ? Outcome.of(this) : receive(receipt, RevocationRecord::receivePassedOn);
    }

    private Outcome<Watchtower, TowerFlaw> receive(
            Signed<StateReceipt> receipt,
            BiFunction<RevocationRecord, Signed<StateReceipt>, Outcome<RevocationRecord, TowerFlaw>> way) {
        StateReceipt content = receipt.content();
        if (!content.channel().equals(duty.channel())) {
            return Outcome.flawed(new TowerFlaw.OtherChannel());
        }
        if (!receipt.isSignedBy(duty.nodeKey(content.side()))) {
            return Outcome.flawed(new TowerFlaw.NotSigned(content.side()));
        }
        return way.apply(record, receipt).map(this::with);
    }

    /** Whether that receipt is the newest of its household. */
    public boolean holds(Signed<StateReceipt> receipt) {
        return record.receipt(receipt.content().side()).filter(receipt::equals).isPresent();
    }

    /**
     * With the secret of a version that its owner has revoked; one that is held already changes nothing.
     *
     * @param owner whose version it is
     * @param number which of its versions
     * @param secret what its peer was given: untrusted bytes
     */
    public Outcome<Watchtower, TowerFlaw> revoke(Party owner, CommitmentNumber number, Bytes secret) {
        boolean held = record.versions(owner)
                .secrets()
                .secretAt(number)
                .filter(known -> known.bytes().equals(secret))
                .isPresent();
        return held ? Outcome.of(this) : record.revoke(owner, number, secret).map(this::with);
    }

    private Watchtower with(RevocationRecord next) {
        return new Watchtower(duty, next, sighting);
    }

    /** The newest version of {@code owner} below which every version is guarded against, if there is one. */
    public Optional<CommitmentNumber> covered(Party owner) {
        return record.covered(owner);
    }

    /**
     * The wallet is spent in the chain. Told again, with more units or after more was handed in, it looks again.
     *
     * @param spender what spends it
     * @param height the block that holds the spender
     * @param issued the units of all tickets that the utility ever issued on this channel
     */
    public Watchtower spent(Transaction spender, BlockHeight height, Collection<PendingUnit> issued) {
        Optional<Sighting> same = sighting.filter(seen -> seen.spender().txid().equals(spender.txid()));
        Optional<PublicKey> told = same.flatMap(Sighting::point);
        SortedMap<Integer, BlockHeight> spent = same.map(Sighting::spent).orElse(Collections.emptySortedMap());
        return with(Optional.of(new Sighting(spender, height, units(spender, issued, told), spent, told)));
    }

    private List<PendingUnit> units(Transaction spender, Collection<PendingUnit> issued, Optional<PublicKey> told) {
        return state(spender)
                .flatMap(state -> rebuilt(state, spender, issued, told))
                .map(CommitmentTx::units)
                .orElse(List.of());
    }

    /**
     * A household tells the point of the version that spent the wallet, which nobody reported before it was published. It counts
     * only where the version can be rebuilt with it, so that a wrong one changes nothing.
     *
     * @param point what it tells: untrusted
     * @param issued the units of all tickets that the utility ever issued on this channel
     */
    public Watchtower told(PublicKey point, Collection<PendingUnit> issued) {
        return sighting.filter(seen -> find(seen) instanceof Finding.Unexplained)
                .flatMap(seen -> state(seen.spender())
                        .flatMap(state -> rebuilt(state, seen.spender(), issued, Optional.of(point)))
                        .map(found -> new Sighting(
                                seen.spender(), seen.height(), found.units(), seen.spent(), Optional.of(point))))
                .map(seen -> with(Optional.of(seen)))
                .orElse(this);
    }

    /** The spend of the wallet does not stand in the chain any more. */
    public Watchtower unspent() {
        return with(Optional.empty());
    }

    /** An output of the spender was spent in its turn, by whomever. */
    public Watchtower outputSpent(Outpoint outpoint, BlockHeight height) {
        return onOutput(outpoint, seen -> seen.withSpent(outpoint.index(), height));
    }

    /** The spend of an output of the spender does not stand in the chain any more. */
    public Watchtower outputUnspent(Outpoint outpoint) {
        return onOutput(outpoint, seen -> seen.withUnspent(outpoint.index()));
    }

    private Watchtower onOutput(Outpoint outpoint, UnaryOperator<Sighting> change) {
        return sighting.filter(seen -> seen.spender().txid().equals(outpoint.txid()))
                .map(change)
                .map(seen -> with(Optional.of(seen)))
                .orElse(this);
    }

    private Watchtower with(Optional<Sighting> next) {
        return new Watchtower(duty, record, next);
    }

    /** What to make of the spend of the wallet, by what is on record now. */
    public Optional<Finding> finding() {
        return sighting.map(this::find);
    }

    private Finding find(Sighting seen) {
        return WalletSpend.recognise(duty.wallet(), seen.spender())
                .map(spend -> find(seen, spend))
                .orElseGet(Finding.Impossible::new);
    }

    private Finding find(Sighting seen, WalletSpend spend) {
        if (spend.commitment().isEmpty()) {
            return new Finding.Settled(spend.pair(), spend.ruling());
        }
        WalletSpend.State state = spend.commitment().get();
        boolean revoked = record.isRevoked(state.owner(), state.number());
        return rebuilt(state, seen.spender(), seen.units(), seen.point())
                .<Finding>map(found -> revoked ? new Finding.Revoked(found) : new Finding.Standing(found))
                .orElseGet(() -> new Finding.Unexplained(state, revoked));
    }

    private Optional<WalletSpend.State> state(Transaction spender) {
        return WalletSpend.recognise(duty.wallet(), spender).flatMap(WalletSpend::commitment);
    }

    private Optional<CommitmentTx> rebuilt(
            WalletSpend.State state, Transaction spender, Collection<PendingUnit> units, Optional<PublicKey> told) {
        Optional<PublicKey> known = record.versions(state.owner()).point(state.number());
        return Stream.concat(known.stream(), told.stream())
                .map(point -> new CommitmentVersion(state.owner(), state.number(), point))
                .flatMap(version -> new CommitmentReader(duty.wallet(), version, spender).read(units).stream())
                .findFirst();
    }

    /** What the two households kept from the utility, if they closed together and their receipts say more. */
    public Optional<WithheldShare> withheld() {
        boolean together = finding()
                .filter(found ->
                        found instanceof Finding.Settled settled && settled.pair() == Branch.CONSUMER_AND_PRODUCER)
                .isPresent();
        return sighting.filter(seen -> together)
                .flatMap(seen -> record.receipt(Party.CONSUMER)
                        .flatMap(consumer -> record.receipt(Party.PRODUCER)
                                .map(producer -> new WithheldShare(consumer, producer, seen.spender()))))
                .filter(share -> share.isProved(duty));
    }

    /** The outputs whose spends the watchtower has to be told: those that it would take. */
    public List<Outpoint> watched() {
        return revoked().stream()
                .flatMap(version -> version.punishable().stream()
                        .map(output -> version.unsigned().outpoint(output.index())))
                .toList();
    }

    private Optional<CommitmentTx> revoked() {
        return finding().filter(Finding.Revoked.class::isInstance).map(found -> ((Finding.Revoked) found).commitment());
    }

    /**
     * The justice that is due at this tip, signed.
     *
     * @param tip the height of the newest block
     * @param rate what a virtual byte costs
     * @param justiceKey the utility's own
     */
    public Optional<Transaction> due(BlockHeight tip, FeeRate rate, PrivateKey justiceKey) {
        return due(tip, rate).map(found -> found.justice().signed(found.secret(), justiceKey));
    }

    /**
     * The justice that is due at this tip: what a revoked version still holds for its owner, to the victim. Nothing while the
     * victim has the first go, and when nothing is left. To be computed again at every tip, since what is left and what a
     * byte costs change.
     *
     * @param tip the height of the newest block
     * @param rate what a virtual byte costs
     */
    public Optional<DueJustice> due(BlockHeight tip, FeeRate rate) {
        return sighting.filter(seen -> Sighting.isOld(seen.height(), tip, duty.delay()))
                .flatMap(seen -> revoked().flatMap(version -> justice(seen, version, rate)));
    }

    private Optional<DueJustice> justice(Sighting seen, CommitmentTx version, FeeRate rate) {
        List<CommitmentOutput> left = seen.left(version.punishable());
        if (left.isEmpty()) {
            return Optional.empty();
        }
        Party owner = version.version().owner();
        PrivateKey secret = record.versions(owner)
                .secrets()
                .secretAt(version.version().number())
                .orElseThrow();
        return JusticeTx.build(version, left, duty.payout(owner.peer()), rate)
                .map(justice -> new DueJustice(
                        justice,
                        version,
                        secret,
                        record.receipt(owner).orElseThrow(),
                        record.receipt(owner.peer()).orElseThrow()));
    }

    /** Whether nothing can change any more: the spend is buried, and where it was a revoked version, all that it held too. */
    public boolean isOver(BlockHeight tip) {
        return sighting.filter(seen -> isOver(seen, tip)).isPresent();
    }

    private boolean isOver(Sighting seen, BlockHeight tip) {
        List<CommitmentOutput> held = revoked().map(CommitmentTx::punishable).orElse(List.of());
        return seen.left(held).isEmpty() && Sighting.isOld(seen.lastChange(held), tip, duty.irrevocable());
    }

    /** Writes all but the duty, which does not change. */
    public void writeTo(CanonicalWriter writer) {
        record.writeTo(writer);
        writer.flag(sighting.isPresent());
        sighting.ifPresent(seen -> seen.writeTo(writer));
    }

    /** Reads what {@link #writeTo} wrote. */
    public static Watchtower readFrom(CanonicalReader reader, TowerDuty duty) {
        RevocationRecord record = RevocationRecord.readFrom(reader);
        return new Watchtower(duty, record, reader.flag() ? Optional.of(Sighting.readFrom(reader)) : Optional.empty());
    }
}
