package org.gridbolt.penalty.justice;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * Rebuilds a published commitment from the chain. Nobody has kept what an old state held: the amounts stand in the outputs,
 * and which output is what follows from the scripts, which keys, point, window and the utility's own tickets give.
 *
 * <p>The result is only given out when it has the transaction's id. So whatever was guessed is proved: a balance too small for
 * an output leaves no trace but its part of the anchor, which any division among the missing balances explains alike.
 */
public final class CommitmentReader {

    private final FundedWallet wallet;
    private final CommitmentVersion version;
    private final Transaction published;

    /** A reader of {@code published}, which says that it is {@code version} of the state of {@code wallet}. */
    public CommitmentReader(FundedWallet wallet, CommitmentVersion version, Transaction published) {
        this.wallet = wallet;
        this.version = version;
        this.published = published;
    }

    /** The commitment, or nothing when it holds something that these units do not explain. */
    public Optional<CommitmentTx> read(Collection<PendingUnit> issued) {
        List<PendingUnit> units = pending(issued);
        Coin inUnits = units.stream().map(PendingUnit::amount).reduce(Coin.ZERO, Coin::add);
        Allocation balances = balances();
        if (!balances.total().add(inUnits).equals(wallet.value())) {
            return Optional.empty();
        }
        CommitmentTx rebuilt = CommitmentTx.build(wallet, version, balances, units);
        return rebuilt.txid().equals(published.txid()) ? Optional.of(rebuilt) : Optional.empty();
    }

    /** The units among {@code issued} that an output holds, each once; each hash stands in one ticket only. */
    private List<PendingUnit> pending(Collection<PendingUnit> issued) {
        List<PendingUnit> found = new ArrayList<>();
        for (PendingUnit unit : new LinkedHashSet<>(issued)) {
            boolean sameAmount = published.outputs().stream()
                    .anyMatch(output -> output.value().equals(unit.amount()));
            if (sameAmount && holds(unit)) {
                found.add(unit);
            }
        }
        return found;
    }

    private boolean holds(PendingUnit unit) {
        return valueOf(wallet.scripts().unit(unit, version).scriptPubKey())
                .filter(unit.amount()::equals)
                .isPresent();
    }

    private Allocation balances() {
        Allocation balances = Allocation.ZERO;
        List<Party> missing = new ArrayList<>();
        for (Party holder : Party.values()) {
            Optional<Coin> value =
                    valueOf(wallet.scripts().balance(holder, version).scriptPubKey());
            value.ifPresentOrElse(found -> {}, () -> missing.add(holder));
            balances = balances.with(holder, value.orElse(Coin.ZERO));
        }
        return withTrimmed(balances, missing);
    }

    /** The anchor's coins to the balances without an output, each below the dust limit. */
    private Allocation withTrimmed(Allocation balances, List<Party> missing) {
        Coin most = wallet.scripts().dustLimit().subtract(Coin.SATOSHI);
        Coin left = valueOf(AnchorScript.ANCHOR.scriptPubKey()).orElse(Coin.ZERO);
        Allocation whole = balances;
        for (Party holder : missing) {
            Coin part = left.isLessThan(most) ? left : most;
            whole = whole.with(holder, part);
            left = left.subtract(part);
        }
        return whole;
    }

    private Optional<Coin> valueOf(Bytes script) {
        return published.outputs().stream()
                .filter(output -> output.script().equals(script))
                .map(TxOutput::value)
                .findFirst();
    }
}
