package org.gridbolt.channel.local;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.channel.fund.FundIncome;
import org.gridbolt.channel.fund.FundKeeper;
import org.gridbolt.channel.fund.Treasury;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.fund.Forfeit;
import org.gridbolt.penalty.fund.FundLedger;
import org.gridbolt.penalty.fund.FundPage;
import org.gridbolt.penalty.fund.FundRule;
import org.gridbolt.penalty.fund.SlotIncome;
import org.gridbolt.pricing.Slot;

/**
 * The slot fund of the utility in this process. What its channels' rulings take, it receives with what carries them out; what the
 * ledger says that miners are owed, it pays them out of the same coins, by transactions on the chain.
 */
public final class LocalFund {

    private final FundRule rule;
    private final Chain view;
    private final List<LocalChannel> channels;
    private final Broadcasts broadcasts;
    private final Purse coins;
    private final Purse children;
    private final FundKeeper keeper;
    private final Set<Sha256Hash> received = new HashSet<>();

    /**
     * The fund over {@code channels}.
     *
     * @param coins the utility's, at the script to which its channels pay it
     * @param children what pays for a block to take a payout
     */
    LocalFund(
            RegtestNode node,
            GridSetup setup,
            FundRule rule,
            List<LocalChannel> channels,
            Purse coins,
            Purse children) {
        this.rule = rule;
        this.view = node.view();
        this.channels = channels;
        this.broadcasts = new Broadcasts(node.view(), setup.fees(), List.of(coins, children));
        this.coins = coins;
        this.children = children;
        this.keeper = new FundKeeper(
                view,
                ChainId.REGTEST,
                rule,
                Windows.DEFAULT.reorgDepth(),
                new LocalKeys(setup.seed(), setup.seed()).key(Party.UTILITY, "node"),
                new Income(),
                new Coffer());
    }

    /** The ledger, slot by slot, as far as it is closed. */
    public FundLedger ledger() {
        return keeper.ledger();
    }

    /** Its pages, each signed by the utility. */
    public List<Signed<FundPage>> published() {
        return keeper.published();
    }

    /** What pays miners, and the children of that, in the order of the chain. */
    public List<Mined> transactions() {
        return broadcasts.mined();
    }

    /** Whether everything until now is in the ledger and paid, but for what is too little to pay. */
    public boolean isSettled() {
        return keeper.isSettled() && !broadcasts.isWaiting();
    }

    /** Remembers what filled its purses. */
    void know(Transaction filled) {
        broadcasts.know(filled);
        coins.receive(filled);
        children.receive(filled);
    }

    /** One more block. */
    void onTip() {
        var ignored = view.poll();
        broadcasts.onBlocks();
        channels.forEach(channel -> channel.transactions().forEach(this::receive));
        keeper.onTip();
    }

    private void receive(Mined mined) {
        if (received.add(mined.transaction().txid())) {
            broadcasts.know(mined.transaction());
            coins.receive(mined.transaction());
        }
    }

    /** What the channels bring. */
    private final class Income implements FundIncome {

        @Override
        public SlotIncome of(Slot slot) {
            List<Forfeit> forfeits = channels.stream()
                    .flatMap(channel -> forfeit(channel, slot).stream())
                    .toList();
            Coin turnover = channels.stream()
                    .map(channel -> channel.three().utility().turnover(slot))
                    .reduce(Coin.ZERO, Coin::add);
            return new SlotIncome(forfeits, turnover);
        }

        /** A ruling counts in the slot in which the first transaction that carries it out was mined. */
        private Optional<Forfeit> forfeit(LocalChannel channel, Slot slot) {
            return channel.three()
                    .utility()
                    .taken()
                    .filter(forfeit -> forfeit.forfeited().isPositive())
                    .filter(forfeit -> channel.transactions().stream()
                            .filter(mined -> names(mined.transaction(), forfeit.ruling()))
                            .findFirst()
                            .flatMap(mined -> rule.slotAt(mined.height()))
                            .filter(slot::equals)
                            .isPresent());
        }

        private static boolean names(Transaction transaction, Sha256Hash ruling) {
            return transaction.outputs().stream()
                    .flatMap(output -> OpReturnScript.parse(output.script()).stream())
                    .anyMatch(note -> note.ruling().equals(ruling));
        }
    }

    /** What pays the miners. */
    private final class Coffer implements Treasury {

        @Override
        public Optional<Transaction> pay(List<TxOutput> payments) {
            Optional<Transaction> payout = coins.pay(payments);
            payout.ifPresent(transaction -> {
                var ignored =
                        broadcasts.publish(new Publish(Purpose.PAYOUT, transaction, transaction.anchor()), children);
            });
            return payout;
        }

        @Override
        public Optional<BlockHeight> minedAt(Sha256Hash txid) {
            return broadcasts.mined().stream()
                    .filter(mined -> mined.transaction().txid().equals(txid))
                    .map(Mined::height)
                    .findFirst();
        }
    }
}
