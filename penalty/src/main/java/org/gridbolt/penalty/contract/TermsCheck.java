package org.gridbolt.penalty.contract;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.Payouts;

/**
 * The bounds of terms. Everything is computed wide, since the numbers are another's.
 *
 * <p>MUST 3.1: csv leaves time for a ruling, three of it fit a relative lock, and heights are none of seconds.
 */
final class TermsCheck {

    /** No wallet holds more coins than there will ever be. */
    private static final Coin COINS_MAX = Coin.COIN.multiply(21_000_000);

    private final Terms terms;
    private final Limits limits;

    private TermsCheck(Terms terms) {
        this.terms = terms;
        this.limits = terms.limits();
    }

    static Optional<TermsFlaw> firstFlaw(Terms terms) {
        TermsCheck check = new TermsCheck(terms);
        return Stream.<Supplier<Optional<TermsFlaw>>>of(
                        check::contributions,
                        check::dispute,
                        check::depths,
                        check::schedule,
                        check::counts,
                        check::reserves,
                        check::amounts,
                        check::keys,
                        check::payouts)
                .map(Supplier::get)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Each amount before their sum, so that the sum cannot overflow. */
    private Optional<TermsFlaw> contributions() {
        return first(Stream.of(
                        coins("A's contribution", terms.contributions().consumer(), Coin.ZERO, COINS_MAX),
                        coins("B's contribution", terms.contributions().producer(), Coin.ZERO, COINS_MAX),
                        coins("U's contribution", terms.contributions().utility(), Coin.ZERO, COINS_MAX)))
                .or(() -> coins("the wallet", terms.walletTotal(), Limits.DUST_LIMIT, COINS_MAX));
    }

    private Optional<TermsFlaw> dispute() {
        Windows windows = terms.windows();
        return first(Stream.of(
                        blocks("csv", windows.csv(), 1, Integer.MAX_VALUE),
                        blocks("horizon", windows.horizon(), 1, Windows.RELATIVE_LOCK_MAX),
                        blocks("reveal_grace", windows.revealGrace(), 0, Windows.RELATIVE_LOCK_MAX),
                        blocks("notice", windows.notice(), 0, Windows.RELATIVE_LOCK_MAX),
                        blocks("ruling_delay", windows.rulingDelay(), 0, Windows.RELATIVE_LOCK_MAX),
                        blocks("reaction", windows.reaction(), 1, Windows.RELATIVE_LOCK_MAX),
                        blocks("reorg_depth", windows.reorgDepth(), 0, Windows.RELATIVE_LOCK_MAX)))
                .or(this::window);
    }

    private Optional<TermsFlaw> window() {
        BlockCount csv = terms.windows().csv();
        BlockCount needed = terms.windows().csvNeeded();
        if (csv.value() > Windows.RELATIVE_LOCK_MAX / 3) {
            return Optional.of(new TermsFlaw.WindowTooLong(csv));
        }
        return csv.compareTo(needed) < 0 ? Optional.of(new TermsFlaw.WindowTooShort(csv, needed)) : Optional.empty();
    }

    private Optional<TermsFlaw> depths() {
        Depths depths = terms.depths();
        int reorg = terms.windows().reorgDepth().value();
        return first(Stream.of(
                blocks("min_depth", depths.minDepth(), 1, Windows.RELATIVE_LOCK_MAX),
                blocks("irrevocable_depth", depths.irrevocable(), Math.max(1, reorg), Windows.RELATIVE_LOCK_MAX),
                blocks(
                        "tower_delay",
                        depths.towerDelay(),
                        0,
                        terms.windows().csv().value() - 1)));
    }

    private Optional<TermsFlaw> schedule() {
        SlotSchedule schedule = terms.schedule();
        int heightMax = BlockHeight.LOCK_TIME_THRESHOLD - 1;
        int expiry = schedule.expiry().value();
        return first(Stream.of(
                blocks("the slot length", schedule.slotLength(), 1, heightMax),
                number("the expiry", expiry, schedule.slotZero().value() + 1, heightMax),
                blocks("the grace after the expiry", schedule.grace(), 0, heightMax - expiry)));
    }

    private Optional<TermsFlaw> counts() {
        return first(Stream.of(
                number("max_pending_units", limits.pendingUnitsMax(), 1, Limits.PENDING_UNITS_BOUND),
                number("max_unfolded", limits.unfoldedUnitsMax(), 1, Limits.PENDING_UNITS_BOUND)));
    }

    private Optional<TermsFlaw> reserves() {
        Coin wallet = terms.walletTotal();
        Coin needed = Limits.reserveNeeded(wallet, limits.dustLimit());
        return first(Stream.of(
                coins("the dust limit", limits.dustLimit(), Limits.DUST_LIMIT, Limits.DUST_LIMIT_MAX),
                coins("A's reserve", limits.consumerReserve(), needed, wallet),
                coins("B's reserve", limits.producerReserve(), needed, wallet)));
    }

    private Optional<TermsFlaw> amounts() {
        Coin wallet = terms.walletTotal();
        return first(Stream.of(
                coins(
                        "the bond",
                        limits.producerBond(),
                        Coin.ZERO,
                        terms.contributions().producer()),
                coins("the pending cap", limits.pendingCoinsMax(), limits.dustLimit(), wallet),
                coins("max_u", limits.utilityCoinsMax(), terms.contributions().utility(), wallet),
                coins("the grid fee", terms.clauses().gridFee(), Coin.ZERO, wallet)));
    }

    private Optional<TermsFlaw> keys() {
        Set<Bytes> seen = new HashSet<>();
        List<PublicKey> keys = terms.identity().allKeys();
        return keys.stream().filter(key -> !seen.add(key.xOnly())).findFirst().map(TermsFlaw.RepeatedKey::new);
    }

    private Optional<TermsFlaw> payouts() {
        return Stream.of(Party.values())
                .filter(party -> !Payouts.accepts(terms.identity().payoutScript(party)))
                .findFirst()
                .map(party ->
                        new TermsFlaw.UnpayableScript(party, terms.identity().payoutScript(party)));
    }

    private static Optional<TermsFlaw> blocks(String name, BlockCount value, int least, int most) {
        return number(name, value.value(), least, most);
    }

    private static Optional<TermsFlaw> number(String name, int value, int least, int most) {
        boolean fits = value >= least && value <= most;
        return fits ? Optional.empty() : Optional.of(new TermsFlaw.NumberOutOfRange(name, value, least, most));
    }

    private static Optional<TermsFlaw> coins(String name, Coin value, Coin least, Coin most) {
        boolean fits = !value.isLessThan(least) && !value.isGreaterThan(most);
        return fits ? Optional.empty() : Optional.of(new TermsFlaw.CoinsOutOfRange(name, value, least, most));
    }

    private static Optional<TermsFlaw> first(Stream<Optional<TermsFlaw>> flaws) {
        return flaws.flatMap(Optional::stream).findFirst();
    }
}
