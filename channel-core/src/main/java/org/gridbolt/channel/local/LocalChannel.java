package org.gridbolt.channel.local;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.broadcast.Broadcaster.Trouble;
import org.gridbolt.channel.chain.ChainIdentity;
import org.gridbolt.channel.event.Command;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChannelId;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.MeterReading;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.pricing.Flaw;
import org.gridbolt.pricing.PlannedUnit;
import org.gridbolt.pricing.SlotTrade;
import org.gridbolt.pricing.TradePlan;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * A channel between a consumer and a producer with their utility, all three in this process, over a regtest chain whose blocks
 * are mined as the channel needs them; alone, or one of several of a {@link LocalGrid}. Nothing here runs by itself: each call returns when all three have nothing left to do.
 *
 * <pre>
 *   LocalChannel channel = LocalChannel.open(new EmbeddedNode(1), new LocalSetup(contributions, 1));
 *   channel.trade(plan, Plant.RELIABLE, TradeObserver.NONE);
 *   Settlement settlement = channel.closeTogether();
 * </pre>
 */
public final class LocalChannel {

    /** A dispute takes a few windows; nothing takes more blocks than this. */
    private static final int BLOCKS_MAX = 1_000;

    private final LocalGrid grid;
    private final LocalKeys keys;
    private final Three three;
    private Effort effort = Effort.NONE;

    LocalChannel(LocalGrid grid, LocalKeys keys, Three three) {
        this.grid = grid;
        this.keys = keys;
        this.three = three;
    }

    /** Funds three purses, opens a channel between them and mines until units can be offered. */
    public static LocalChannel open(RegtestNode node, LocalSetup setup) {
        return open(node, setup, LocalStores.IN_MEMORY);
    }

    /** Opens a channel as above; what the three have is kept in {@code stores}. */
    public static LocalChannel open(RegtestNode node, LocalSetup setup, LocalStores stores) {
        return LocalGrid.open(node, GridSetup.of(setup.seed()).with(setup.fees()), List.of(setup), stores)
                .channels()
                .get(0);
    }

    /** The utility's grid, of which this is a channel. */
    public LocalGrid grid() {
        return grid;
    }

    Three three() {
        return three;
    }

    LocalKeys keys() {
        return keys;
    }

    /** The chain it is on. */
    public ChainIdentity chain() {
        return three.chain();
    }

    /** The newest block. */
    public BlockHeight tip() {
        return three.tip();
    }

    /** The wallet. */
    public FundedWallet wallet() {
        return three.household(Party.CONSUMER).channel().orElseThrow().context().wallet();
    }

    /** Its name in contracts and in the fund's ledger. */
    public ChannelId id() {
        return three.household(Party.CONSUMER)
                .channel()
                .orElseThrow()
                .context()
                .ref()
                .channel();
    }

    /** The terms. */
    public Terms terms() {
        return three.household(Party.CONSUMER).channel().orElseThrow().context().terms();
    }

    /** Mines one block, and lets all three do what follows from it. */
    public void mineBlock() {
        three.mineBlock();
    }

    /**
     * Trades a day: each slot's units are priced, ticketed and offered before the slot, and flow as the plant delivers.
     *
     * <p>Trade stops early when the consumer's balance has run dry, when the producer's has fallen below its bond, and after a unit that the
     * plant did not deliver; where the policy is graded, only when the penalty ends the channel, and until then nothing is offered. A unit that
     * cannot be offered for another reason, as when no state may hold as many, lapses with the rest of its slot.
     *
     * @return why it stopped early, if it did
     */
    public Optional<TradeStop> trade(TradePlan plan, Plant plant, TradeObserver observer) {
        return grid.trade(List.of(new LocalGrid.Day(this, plan, plant, observer)))
                .get(0);
    }

    /** A day of trade about to begin; when it is over, {@link #dayIsOver} is to be told. */
    DayRun day(LocalGrid.Day day) {
        three.notices().observe(day.observer());
        effort = three.effort();
        return new DayRun(this, day.plan(), day.plant(), day.observer());
    }

    /** The day is over. */
    void dayIsOver() {
        effort = three.effort().since(effort);
    }

    /** What became of {@code unit} by now; one that is pending has lapsed unless the utility ruled on it. */
    public TradedUnit traded(PlannedUnit unit) {
        UnitNumber number = unit.number();
        Coin coins = three.utility()
                .ticket(number)
                .map(Ticket::amount)
                .orElseGet(() -> unit.cost().floorCoins());
        UnitOutcome outcome =
                three.notices().end(number).map(Notice.UnitEnded::outcome).orElseGet(() -> onChain(number));
        return new TradedUnit(unit, coins, outcome);
    }

    /** A unit that ended in no state: the utility ruled on it, its preimage took its coins, or it never was one. */
    private UnitOutcome onChain(UnitNumber unit) {
        return ruled(unit).orElseGet(() -> isTakenByPreimage(unit) ? UnitOutcome.SETTLED : UnitOutcome.LAPSED);
    }

    private boolean isTakenByPreimage(UnitNumber unit) {
        return three.utility().ticket(unit).map(Ticket::hash).stream()
                .anyMatch(hash -> transactions().stream()
                        .flatMap(mined -> mined.transaction().inputs().stream())
                        .flatMap(input -> input.witness().stream())
                        .anyMatch(item -> Sha256Hash.of(item.toArray()).equals(hash)));
    }

    private Optional<UnitOutcome> ruled(UnitNumber unit) {
        return ruling().stream()
                .flatMap(file -> file.ruling().content().verdicts().stream())
                .filter(verdict -> verdict.unit().equals(unit))
                .map(verdict -> switch (verdict.verdict()) {
                    case DELIVERED -> UnitOutcome.SETTLED;
                    case DEFAULT -> UnitOutcome.REPLACED;
                    case CANCELLED -> UnitOutcome.REFUNDED;
                })
                .findFirst();
    }

    /** Announces the slot's price and issues the tickets of its units; why the utility issues none, if it does not. */
    Optional<Flaw> issue(SlotTrade slot) {
        Optional<Flaw> withheld = three.utility().issue(slot, tip());
        three.work();
        return withheld;
    }

    /** Whether {@code unit} has ended in a state. */
    boolean hasEnded(UnitNumber unit) {
        return three.notices().end(unit).isPresent();
    }

    /** Whether the consumer updates the channel no more. */
    boolean isOver() {
        return three.household(Party.CONSUMER).isOver();
    }

    /** Lets the consumer offer a unit; why it does not, if it does not. */
    Optional<Flaw> offer(UnitNumber unit) {
        three.happen(Party.CONSUMER, new Command.Offer(unit));
        return three.notices().takeRefusal();
    }

    /** Lets the producer's meter tell what was fed in for a unit. */
    void read(PlannedUnit unit, WattHours injected) {
        ChannelRef channel = three.household(Party.PRODUCER)
                .channel()
                .orElseThrow()
                .context()
                .ref();
        MeterReading reading = new MeterReading(channel, unit.number(), injected, tip());
        three.happen(Party.PRODUCER, new Command.Measured(Signed.sign(reading, keys.key(Party.PRODUCER, "meter"))));
    }

    /** The household that has gone, if one has. */
    Optional<Party> missing() {
        return Stream.of(Party.CONSUMER, Party.PRODUCER)
                .filter(party -> !three.isThere(party))
                .findFirst();
    }

    /** Both close in agreement, the consumer paying the fee. */
    public Settlement closeTogether() {
        three.happen(Party.CONSUMER, new Command.CloseTogether());
        return settle();
    }

    /** Waits for the utility's ruling and for the penalty that carries it out. */
    public Settlement awaitRuling() {
        return settle();
    }

    /** Waits until the channel has reached its expiry, at which both households close it of their own accord. */
    public Settlement awaitExpiry() {
        return settle();
    }

    /** {@code party} publishes its newest state and takes what is its own. */
    public Settlement closeAlone(Party party) {
        three.happen(party, new Command.CloseAlone());
        return settle();
    }

    /** Settles the newest state with the utility, without the household that has gone, once that one had its notice. */
    public Settlement closeWithout(Party missing) {
        Party left = missing.peer();
        three.mineFor(terms().windows().notice());
        three.mineBlock();
        three.happen(left, new Command.CloseWithout());
        three.notices().takeRefusal().ifPresent(reason -> {
            throw new IllegalStateException(
                    "the " + left + " cannot ask to close without its peer: " + reason.message());
        });
        return settle();
    }

    /** Lets {@code party} go for good: it neither hears, nor says, nor does anything from now on. */
    public void leave(Party party) {
        three.leave(party);
    }

    /**
     * Waits for the utility's ruling, and when it is there the producer publishes its newest state, with a child that pays
     * {@code rate}: the penalty and the state race for one block.
     */
    public Settlement raceRuling(FeeRate rate) {
        mineUntil(() -> ruling().isPresent(), "to a ruling");
        LocalHousehold producer = three.household(Party.PRODUCER);
        Transaction newest = producer.newest();
        three.publish(Party.PRODUCER, new Publish(Purpose.COMMITMENT, newest, newest.anchor()), rate)
                .ifPresent(flaw -> {
                    throw new IllegalStateException("the producer cannot race: " + flaw.message());
                });
        return settle();
    }

    /**
     * Undoes the settlement by a reorganisation: the blocks from the one that spent the wallet on are replaced by empty ones,
     * and one more. Returns how many blocks were undone; what they had is to be mined again.
     */
    public BlockCount undoSettlement() {
        BlockHeight spent = transactions().stream()
                .filter(mined ->
                        mined.transaction().inputSpending(wallet().outpoint()).isPresent())
                .map(Mined::height)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the wallet is not spent yet"));
        BlockCount depth = new BlockCount(tip().value() - spent.value() + 1);
        three.reorganise(depth);
        return depth;
    }

    /** Mines until the settlement is whole again. */
    public Settlement settleAgain() {
        return settle();
    }

    /** The household publishes the revoked state in which it had most. */
    public Settlement publishRevoked(Party cheat) {
        three.publishRevoked(cheat);
        return settle();
    }

    private Settlement settle() {
        mineUntil(this::isSettled, "to settle");
        return settlement();
    }

    private boolean isSettled() {
        return settlement().open().isZero() && !three.broadcasts().isWaiting();
    }

    void mineUntil(BooleanSupplier done, String purpose) {
        for (int blocks = 0; !done.getAsBoolean(); blocks++) {
            if (blocks >= BLOCKS_MAX) {
                throw new IllegalStateException("the channel does not come " + purpose + ": " + three.notices());
            }
            mineBlock();
        }
    }

    /** What the transactions mined so far settle. */
    public Settlement settlement() {
        List<Transaction> confirmed =
                transactions().stream().map(Mined::transaction).toList();
        return Settlement.of(wallet(), confirmed);
    }

    /** What the channel has in the chain, in the order of the chain. */
    public List<Mined> transactions() {
        return three.broadcasts().mined();
    }

    /** What was wrong, block by block, with what the three offer to the chain; each says what to do. */
    public List<Trouble> troubles() {
        return three.broadcasts().troubles();
    }

    /** The output that a transaction of this channel spends. */
    public TxOutput spent(Outpoint outpoint) {
        return three.broadcasts().spent(outpoint);
    }

    /** Who alone can spend an output with this script, if one of the three can. */
    public Optional<Party> ownerOf(Bytes script) {
        return three.ownerOf(script, wallet().scripts());
    }

    /** What {@code party} had at stake in this channel. */
    public Stake stake(Party party) {
        return three.household(party).stake();
    }

    /** The utility's ruling, if it had to rule. */
    public Optional<RulingFile> ruling() {
        return three.utility().ruling();
    }

    /** What the protocol cost in the day that was traded last. */
    public Effort effort() {
        return effort;
    }
}
