package org.gridbolt.penalty.fund;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;

/**
 * The ledger to read: as a table for people, and as comma-separated values for programs. Both have one line for each entry; in the
 * table an account's name is cut short, since what tells two of them apart is in the first characters.
 *
 * @param ledger the ledger
 */
public record FundText(FundLedger ledger) {

    private static final int NAME_SIZE = 24;
    private static final int COINS_SIZE = 12;
    private static final int SLOT_SIZE = 4;

    /** One line for each entry, then what each account has gained or given, then the sum, which is 0. */
    public List<String> table() {
        List<String> lines = new ArrayList<>();
        lines.add(line("slot", "account", "in", "out", "why"));
        ledger.entries().forEach(entry -> lines.add(line(entry)));
        lines.add("");
        ledger.balances().forEach((account, coins) -> lines.add(sum(account.name(), coins)));
        lines.add(sum("together", total()));
        return lines;
    }

    private Coin total() {
        return ledger.entries().stream().map(FundEntry::coins).reduce(Coin.ZERO, Coin::add);
    }

    private static String line(FundEntry entry) {
        String coins = Long.toString(Math.abs(entry.coins().value));
        boolean gained = entry.coins().isPositive();
        return line(
                Integer.toString(entry.slot().number()),
                entry.account().name(),
                gained ? coins : "",
                gained ? "" : coins,
                entry.reason());
    }

    private static String sum(String name, Coin coins) {
        return line("sum", name, Long.toString(coins.value), "", "").stripTrailing();
    }

    private static String line(String slot, String account, String in, String out, String why) {
        return right(slot, SLOT_SIZE) + "  " + left(account) + right(in, COINS_SIZE) + right(out, COINS_SIZE) + "  "
                + why;
    }

    private static String left(String text) {
        String cut = text.length() > NAME_SIZE ? text.substring(0, NAME_SIZE) : text;
        return cut + " ".repeat(NAME_SIZE - cut.length());
    }

    private static String right(String text, int size) {
        return " ".repeat(Math.max(0, size - text.length())) + text;
    }

    /** A header, and for each entry: the page, counted from 0, slot, account, coins with their sign, reason. */
    public List<String> commaSeparated() {
        return Stream.concat(
                        Stream.of("page,slot,account,coins,reason"),
                        IntStream.range(0, ledger.pages().size()).boxed().flatMap(this::values))
                .toList();
    }

    /** No name and no reason has a comma in it. */
    private Stream<String> values(int page) {
        return ledger.pages().get(page).entries().stream()
                .map(entry -> page + "," + entry.slot().number() + ","
                        + entry.account().name() + "," + entry.coins().value + "," + entry.reason());
    }
}
