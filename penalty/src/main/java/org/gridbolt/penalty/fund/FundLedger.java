package org.gridbolt.penalty.fund;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.pricing.Slot;

/**
 * The fund's public ledger, from its first slot on: every coin in and out, together 0 at every page.
 *
 * <p>The coins themselves are the utility's, whom every ruling pays; the ledger says what it owes of them. So it does not make the
 * utility pay. It makes anybody able to see whether it does: forfeits stand on chain with the ruling's hash, shares follow from the
 * coinbases, and payments are transactions. A ruling carried out counts in the slot in which it was: by then the slots before are
 * closed.
 *
 * <p>MUST 6.4: each page names the one before.
 *
 * @param chain the chain of the blocks
 * @param rule how the fund is run
 * @param first its first slot
 * @param pages one for each slot from the first on
 */
public record FundLedger(ChainId chain, FundRule rule, Slot first, List<FundPage> pages) {

    public FundLedger {
        pages = List.copyOf(pages);
    }

    /** A fund whose first page will be of {@code slot}. */
    public static FundLedger open(ChainId chain, FundRule rule, Slot slot) {
        return new FundLedger(chain, rule, slot, List.of());
    }

    /** The slot of the next page. */
    public Slot next() {
        return last().map(page -> page.slot().next()).orElse(first);
    }

    private Optional<FundPage> last() {
        return pages.isEmpty() ? Optional.empty() : Optional.of(pages.get(pages.size() - 1));
    }

    /**
     * The page of the next slot.
     *
     * @param income what happened in it
     * @param blocks those of the slot after it
     * @param payments made since the page before
     */
    public FundPage draft(SlotIncome income, List<MinedBlock> blocks, List<FundPayment> payments) {
        return new FundPage(chain, rule, next(), left(), income, blocks, payments, previous());
    }

    private Coin left() {
        return last().map(FundPage::left).orElse(Coin.ZERO);
    }

    private Sha256Hash previous() {
        return last().map(FundPage::hash).orElse(Sha256Hash.ZERO_HASH);
    }

    /** The ledger with {@code page}, or why that does not continue it. */
    public Outcome<FundLedger, FundFlaw> with(FundPage page) {
        Optional<FundFlaw> flaw = place(page).or(() -> countedAgain(page)).or(() -> overpaid(page));
        return flaw.<Outcome<FundLedger, FundFlaw>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(new FundLedger(
                        chain,
                        rule,
                        first,
                        Stream.concat(pages.stream(), Stream.of(page)).toList())));
    }

    private Optional<FundFlaw> place(FundPage page) {
        if (!page.chain().equals(chain) || !page.rule().equals(rule)) {
            return Optional.of(new FundFlaw.OtherFund());
        }
        if (!page.slot().equals(next())) {
            return Optional.of(new FundFlaw.OutOfOrder(page.slot(), next()));
        }
        if (!page.previous().equals(previous())) {
            return Optional.of(new FundFlaw.OtherPrevious(page.previous()));
        }
        return page.carried().equals(left())
                ? Optional.empty()
                : Optional.of(new FundFlaw.OtherCarry(page.carried(), left()));
    }

    private Optional<FundFlaw> countedAgain(FundPage page) {
        return page.income().forfeits().stream()
                .map(Forfeit::ruling)
                .filter(ruling -> pages.stream()
                        .flatMap(earlier -> earlier.income().forfeits().stream())
                        .anyMatch(forfeit -> forfeit.ruling().equals(ruling)))
                .findFirst()
                .map(FundFlaw.CountedAgain::new);
    }

    private Optional<FundFlaw> overpaid(FundPage page) {
        Map<Miner, Coin> paid = new LinkedHashMap<>();
        page.payments().forEach(payment -> paid.merge(payment.miner(), payment.coins(), Coin::add));
        Map<Miner, Coin> owed = owed();
        return paid.entrySet().stream()
                .filter(payment -> payment.getValue().isGreaterThan(owed.getOrDefault(payment.getKey(), Coin.ZERO)))
                .findFirst()
                .map(payment -> new FundFlaw.Overpaid(
                        payment.getKey(), payment.getValue(), owed.getOrDefault(payment.getKey(), Coin.ZERO)));
    }

    /** Every coin that moved; together 0. */
    public List<FundEntry> entries() {
        return pages.stream().flatMap(page -> page.entries().stream()).toList();
    }

    /** What each account has gained or, when negative, given; in the order in which they first appear. */
    public Map<FundAccount, Coin> balances() {
        Map<FundAccount, Coin> balances = new LinkedHashMap<>();
        entries().forEach(entry -> balances.merge(entry.account(), entry.coins(), Coin::add));
        return balances;
    }

    /** What each miner is owed, as far as it is anything. */
    public Map<Miner, Coin> owed() {
        Map<Miner, Coin> owed = new LinkedHashMap<>();
        balances().forEach((account, coins) -> {
            if (account instanceof FundAccount.Owed miner && coins.isPositive()) {
                owed.put(miner.miner(), coins);
            }
        });
        return owed;
    }

    /** The outputs that pay what is owed, as far as it is worth one; the rest stays owed until it is. */
    public List<TxOutput> payable() {
        List<TxOutput> outputs = new ArrayList<>();
        owed().forEach((miner, coins) -> {
            if (!coins.isLessThan(rule.leastPayment())) {
                outputs.add(new TxOutput(coins, miner.script()));
            }
        });
        return outputs;
    }
}
