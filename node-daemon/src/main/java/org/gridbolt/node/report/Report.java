package org.gridbolt.node.report;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * What a run came to: the content of {@code report.json}, field by field. Amounts are whole coins, energy is whole
 * watt-hours.
 *
 * @param scenario what happened
 * @param chain the chain it happened on
 * @param wallet the channel's wallet as it was funded
 * @param price the coefficients of the price
 * @param units every unit planned for the day, in order
 * @param totals sums over the settled units
 * @param settlement how the wallet was paid out
 * @param transactions all that the channel put on chain, in order
 * @param fund the utility's slot fund at the end of the run
 */
@JsonPropertyOrder({"scenario", "chain", "wallet", "price", "units", "totals", "settlement", "transactions", "fund"})
public record Report(
        Scenario scenario,
        OnChain chain,
        Wallet wallet,
        Coefficients price,
        List<Unit> units,
        Totals totals,
        Settlement settlement,
        List<Transaction> transactions,
        Fund fund) {

    public Report {
        units = List.copyOf(units);
        transactions = List.copyOf(transactions);
    }

    /** The first unit with this outcome. */
    public Optional<Unit> firstOf(UnitOutcome outcome) {
        return units.stream().filter(unit -> unit.outcome() == outcome).findFirst();
    }

    /** How many units have this outcome. */
    public int count(UnitOutcome outcome) {
        return Math.toIntExact(
                units.stream().filter(unit -> unit.outcome() == outcome).count());
    }

    /** The height of the block that has {@code transaction}. */
    public int blockOf(Transaction transaction) {
        return chain.height() - transaction.confirmations() + 1;
    }

    /**
     * The chain at the end of the run.
     *
     * @param kind what runs it
     * @param version its name and version
     * @param height the height of its newest block
     */
    public record OnChain(ChainKind kind, String version, int height) {}

    /**
     * The 2-of-3 wallet.
     *
     * @param outpoint the output that holds it, {@code txid:index}
     * @param total all coins in it
     * @param consumer what the consumer put in
     * @param producer what the producer put in
     * @param utility what the utility put in
     * @param template the form of its script
     * @param descriptor its script as a descriptor
     */
    public record Wallet(
            String outpoint,
            long total,
            long consumer,
            long producer,
            long utility,
            String template,
            String descriptor) {}

    /**
     * The coefficients of p = a D^2 + b D + c, in coins per kWh with D in kWh.
     *
     * @param a of the square of demand
     * @param b of demand
     * @param c the price without demand
     */
    public record Coefficients(BigDecimal a, BigDecimal b, BigDecimal c) {}

    /**
     * One unit of energy.
     *
     * @param unit its number, from 1
     * @param slot the slot of the day it is delivered in, from 0
     * @param wh its energy
     * @param demandWh the demand D of its slot
     * @param price coins per kWh in its slot, a decimal
     * @param coins what it costs
     * @param outcome what became of it
     */
    public record Unit(int unit, int slot, long wh, long demandWh, String price, long coins, UnitOutcome outcome) {}

    /**
     * Sums over the settled units.
     *
     * @param wh energy
     * @param coins what was paid
     * @param exactCoins what it costs without any rounding, a reduced fraction {@code n/d}
     */
    public record Totals(long wh, long coins, String exactCoins) {}

    /**
     * What each ends with of the wallet's coins.
     *
     * @param kind how it was paid out
     * @param txid the transaction that did it
     * @param consumer the consumer's part
     * @param producer the producer's part
     * @param utility the utility's part
     * @param fees what of the wallet went to miners; the fees of children paid from elsewhere are not in it
     */
    public record Settlement(SettlementKind kind, String txid, long consumer, long producer, long utility, long fees) {}

    /**
     * A mined transaction.
     *
     * @param purpose what it is for
     * @param txid its id
     * @param hex the transaction, serialised with its witnesses
     * @param vsize its virtual size in bytes
     * @param fee what it paid to miners
     * @param confirmations how many blocks confirm it, its own included
     */
    public record Transaction(
            TransactionPurpose purpose, String txid, String hex, int vsize, long fee, int confirmations) {}

    /**
     * The slot fund of the utility, and its ledger.
     *
     * @param turnoverShare what the utility pays of a slot's turnover when nothing was forfeited in it, per mille
     * @param forfeited what rulings brought in
     * @param turnover what the utility brought in
     * @param paid what payouts in the ledger paid to miners
     * @param owed what miners are owed, being too little to pay
     * @param entries every coin in and out, together 0
     * @param payouts what paid miners, and the children of that, in order
     */
    @JsonPropertyOrder({"turnoverShare", "forfeited", "turnover", "paid", "owed", "entries", "payouts"})
    public record Fund(
            int turnoverShare,
            long forfeited,
            long turnover,
            long paid,
            long owed,
            List<FundEntry> entries,
            List<Transaction> payouts) {

        public Fund {
            entries = List.copyOf(entries);
            payouts = List.copyOf(payouts);
            if (entries.stream().mapToLong(FundEntry::coins).sum() != 0) {
                throw new IllegalArgumentException("a ledger that does not sum to zero: " + entries);
            }
        }
    }

    /**
     * An entry of the fund's ledger.
     *
     * @param slot whose page has it
     * @param account who: a word for the kind, and what tells it from others of the kind
     * @param coins gained, or given when negative
     * @param reason why
     */
    public record FundEntry(int slot, String account, long coins, String reason) {}
}
