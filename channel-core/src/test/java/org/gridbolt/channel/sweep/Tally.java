package org.gridbolt.channel.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Limits;

/** What the runs of a sweep came to. */
final class Tally {

    private final SweptChannel channel;
    private final long started = System.nanoTime();
    private final List<String> losses = new ArrayList<>();
    private int runs;
    private int conserved;
    private Coin dearest = Coin.ZERO;
    private String dearestOf = "";
    private Coin mostLost = Coin.ZERO;

    Tally(SweptChannel channel) {
        this.channel = channel;
    }

    /** Counts the coins of a run: every one is somewhere, and each honest party has what it is due. */
    void judge(Attack attack, SweepRun run, WalletAccount account) {
        runs++;
        Coin wallet = channel.consumer().channel().commitments().own().ledger().wallet();
        assertThat(account.total()).as("conservation").isEqualTo(wallet);
        conserved++;
        for (Dues.Due due : new Dues(attack, channel).all()) {
            Coin paid = account.feesOf(run.payout(due.party()));
            if (paid.isGreaterThan(dearest)) {
                dearest = paid;
                dearestOf = attack.toString();
            }
            Coin ended = run.ended(due.party(), account);
            if (ended.isLessThan(due.coins())) {
                losses.add(attack + ": " + due.party() + " has " + ended.value + " of " + due.coins().value);
            }
        }
        if (attack.isUtilityHonest()) {
            requireBounded(run.ended(Party.UTILITY, account));
        }
    }

    /** The receipts of both households say what the utility's share is, and it loses no more of it than max_u and what may be pending. */
    private void requireBounded(Coin ended) {
        Limits limits = channel.consumer().channel().context().terms().limits();
        for (Party side : List.of(Party.CONSUMER, Party.PRODUCER)) {
            Coin proved = channel.proved(side);
            assertThat(proved).isEqualTo(channel.share(side, channel.past(side).lastKey()));
            Coin lost = proved.subtract(ended);
            mostLost = lost.isGreaterThan(mostLost) ? lost : mostLost;
            assertThat(lost).isLessThanOrEqualTo(limits.utilityCoinsMax().add(limits.pendingCoinsMax()));
        }
    }

    int runs() {
        return runs;
    }

    List<String> losses() {
        return losses;
    }

    /** The most that the claims of one party cost it in one run. */
    Coin dearest() {
        return dearest;
    }

    @Override
    public String toString() {
        return runs + " runs in "
                + Duration.ofNanos(System.nanoTime() - started).toSeconds() + " s, " + losses.size()
                + " losses, coins conserved in " + conserved + "; at the most the utility lacks " + mostLost.value
                + " coins of its newest share, and the claims of an honest party cost " + dearest.value + " of fees"
                + (dearestOf.isEmpty() ? "" : ": " + dearestOf);
    }
}
