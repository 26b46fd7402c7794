package org.gridbolt.channel.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.Chain;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.fund.FundLedger;
import org.gridbolt.penalty.fund.FundPage;
import org.gridbolt.penalty.fund.FundPayment;
import org.gridbolt.penalty.fund.FundRule;
import org.gridbolt.penalty.fund.MinedBlock;
import org.gridbolt.penalty.fund.Miner;
import org.gridbolt.penalty.fund.SlotIncome;
import org.gridbolt.pricing.Slot;

/**
 * Keeps a fund: when the blocks of the slot after it are buried, a slot gets its page, signed by the utility; then what miners are
 * owed is paid by one transaction, which the next page names once it is buried itself. One payout is under way at a time, so
 * nobody is paid twice.
 *
 * <p>It reads no clock: {@link #onTip} is called once for every block. It belongs to one thread.
 */
public final class FundKeeper {

    /** So many outputs are far from what a transaction of version 3 may weigh; who is left over comes next. */
    private static final int PAYMENTS_MAX = 100;

    private final Chain chain;
    private final BlockCount burial;
    private final PrivateKey nodeKey;
    private final FundIncome income;
    private final Treasury treasury;
    private final List<Signed<FundPage>> published = new ArrayList<>();
    private FundLedger ledger;
    private Optional<Payout> underWay = Optional.empty();

    /** What was sent to miners and stands in no page yet. */
    private record Payout(Sha256Hash txid, List<TxOutput> payments) {}

    /**
     * A new fund, from slot 0 on.
     *
     * @param chain the blocks, whose miners are paid
     * @param chainId which chain that is
     * @param rule how the fund is run
     * @param burial how many blocks on top of one, itself counted, no reorganisation is expected to undo
     * @param nodeKey the utility's, by which it signs the pages
     * @param income what the fund lives on
     * @param treasury what pays the miners
     */
    public FundKeeper(
            Chain chain,
            ChainId chainId,
            FundRule rule,
            BlockCount burial,
            PrivateKey nodeKey,
            FundIncome income,
            Treasury treasury) {
        this.chain = chain;
        this.burial = burial;
        this.nodeKey = nodeKey;
        this.income = income;
        this.treasury = treasury;
        this.ledger = FundLedger.open(chainId, rule, new Slot(0));
    }

    /** The ledger, as far as it is closed. */
    public FundLedger ledger() {
        return ledger;
    }

    /** Its pages, each signed by the utility: who has them has the ledger, and needs to trust nobody for it. */
    public List<Signed<FundPage>> published() {
        return List.copyOf(published);
    }

    /** One more block: closes the pages of slots that are due, and pays what miners are owed. */
    public void onTip() {
        while (isBuried(lastOf(ledger.next().next()))) {
            close();
        }
    }

    private boolean isBuried(BlockHeight height) {
        return chain.tip().height().value() - height.value() + 1 >= burial.value();
    }

    private BlockHeight lastOf(Slot slot) {
        return ledger.rule().start(slot.next()).minus(new BlockCount(1));
    }

    /** MUST 6.4: each page is signed, and the ledger refuses one that does not name the page before. */
    private void close() {
        Slot slot = ledger.next();
        List<FundPayment> paid = underWay.filter(payout ->
                        treasury.minedAt(payout.txid()).filter(this::isBuried).isPresent())
                .map(FundKeeper::payments)
                .orElse(List.of());
        FundPage page = ledger.draft(income.of(slot), blocks(slot.next()), paid);
        ledger = ledger.with(page).orElseThrow();
        published.add(Signed.sign(page, nodeKey));
        if (!paid.isEmpty()) {
            underWay = Optional.empty();
        }
        pay();
    }

    private static List<FundPayment> payments(Payout payout) {
        return payout.payments().stream()
                .map(output -> FundPayment.of(payout.txid(), output))
                .toList();
    }

    private List<MinedBlock> blocks(Slot slot) {
        return IntStream.rangeClosed(
                        ledger.rule().start(slot).value(), lastOf(slot).value())
                .mapToObj(BlockHeight::new)
                .flatMap(height -> miner(height).map(miner -> new MinedBlock(height, miner)).stream())
                .toList();
    }

    private Optional<Miner> miner(BlockHeight height) {
        Transaction coinbase = chain.coinbase(height)
                .orElseThrow(() -> new IllegalStateException("the chain is shorter than it was: " + height));
        return Miner.ofCoinbase(coinbase);
    }

    private void pay() {
        List<TxOutput> owed = ledger.payable().stream().limit(PAYMENTS_MAX).toList();
        if (underWay.isEmpty() && !owed.isEmpty()) {
            underWay = treasury.pay(owed).map(transaction -> new Payout(transaction.txid(), owed));
        }
    }

    /** Whether everything until now is on a page and paid, but for what is too little to pay. */
    public boolean isSettled() {
        return underWay.isEmpty() && ledger.payable().isEmpty() && nothingAwaits();
    }

    private boolean nothingAwaits() {
        return ledger.rule().slotAt(chain.tip().height()).stream()
                .flatMap(now -> IntStream.rangeClosed(ledger.next().number(), now.number())
                        .mapToObj(Slot::new))
                .allMatch(slot -> income.of(slot).equals(SlotIncome.NONE));
    }
}
