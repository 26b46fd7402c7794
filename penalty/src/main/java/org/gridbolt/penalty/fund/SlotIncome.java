package org.gridbolt.penalty.fund;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;

/**
 * What happened in one slot that the fund lives on.
 *
 * @param forfeits by the rulings that were carried out in it, each once
 * @param turnover C: the coins of all units that settled in it, at least 0
 */
public record SlotIncome(List<Forfeit> forfeits, Coin turnover) {

    /** A slot without trade. */
    public static final SlotIncome NONE = new SlotIncome(List.of(), Coin.ZERO);

    private static final int FORFEITS_MAX = 100_000;

    public SlotIncome {
        forfeits = List.copyOf(forfeits);
        Set<Sha256Hash> seen = new HashSet<>();
        if (turnover.isNegative() || !forfeits.stream().allMatch(forfeit -> seen.add(forfeit.ruling()))) {
            throw new IllegalArgumentException("a turnover of " + turnover.value + ", or a ruling twice: " + forfeits);
        }
    }

    /** The sum of CP - K. */
    Coin forfeited() {
        return forfeits.stream().map(Forfeit::pool).reduce(Coin.ZERO, Coin::add);
    }

    void writeTo(CanonicalWriter writer) {
        writer.list(forfeits, (out, forfeit) -> forfeit.writeTo(out)).coins(turnover);
    }

    static SlotIncome readFrom(CanonicalReader reader) {
        return new SlotIncome(reader.list(FORFEITS_MAX, Forfeit::readFrom), reader.coins());
    }
}
