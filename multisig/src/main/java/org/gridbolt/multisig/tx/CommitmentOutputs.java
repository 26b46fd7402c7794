package org.gridbolt.multisig.tx;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.script.OutputScript;
import org.gridbolt.multisig.script.SpendableScript;

/** Turns balances and pending units into the outputs of a commitment, in the order of BOLT 3. */
final class CommitmentOutputs {

    private static final CommitmentOutput.Role ANCHOR = new CommitmentOutput.Anchor();

    private final ChannelScripts scripts;
    private final CommitmentVersion version;
    private final List<Draft> drafts;

    private CommitmentOutputs(ChannelScripts scripts, CommitmentVersion version, int units) {
        this.scripts = scripts;
        this.version = version;
        this.drafts = new ArrayList<>(units + Party.values().length + 1);
    }

    static CommitmentOutputs of(
            ChannelScripts scripts, CommitmentVersion version, Allocation balances, List<PendingUnit> units) {
        CommitmentOutputs outputs = new CommitmentOutputs(scripts, version, units.size());
        Coin trimmed = outputs.balance(Party.CONSUMER, balances.consumer())
                .add(outputs.balance(Party.PRODUCER, balances.producer()))
                .add(outputs.balance(Party.UTILITY, balances.utility()));
        units.forEach(outputs::unit);
        outputs.add(trimmed, AnchorScript.ANCHOR, AnchorScript.ANCHOR.scriptPubKey(), ANCHOR);
        outputs.drafts.sort(Draft.ORDER);
        return outputs;
    }

    /** Adds the balance, or returns it when it is too small for an output. */
    private Coin balance(Party holder, Coin value) {
        if (value.isLessThan(scripts.dustLimit())) {
            return value;
        }
        SpendableScript script = scripts.balance(holder, version);
        add(value, script, scripts.scriptPubKeyOf(holder, script), new CommitmentOutput.Balance(holder));
        return Coin.ZERO;
    }

    private void unit(PendingUnit unit) {
        if (unit.amount().isLessThan(scripts.dustLimit())) {
            throw new IllegalArgumentException("a unit of " + unit.amount().value + " coins is below the dust limit");
        }
        SpendableScript script = scripts.unit(unit, version);
        add(unit.amount(), script, script.scriptPubKey(), new CommitmentOutput.Unit(unit));
    }

    private void add(Coin value, OutputScript script, Bytes scriptPubKey, CommitmentOutput.Role role) {
        drafts.add(new Draft(new TxOutput(value, scriptPubKey), script, role));
    }

    List<TxOutput> outputs() {
        return drafts.stream().map(Draft::output).toList();
    }

    List<CommitmentOutput> meanings() {
        List<CommitmentOutput> meanings = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            meanings.add(new CommitmentOutput(meanings.size(), draft.output().value(), draft.script(), draft.role()));
        }
        return List.copyOf(meanings);
    }

    /** An output that does not know its place yet. */
    private record Draft(TxOutput output, OutputScript script, CommitmentOutput.Role role) {
        private static final Comparator<Draft> ORDER = Comparator.comparing(Draft::output, OutputOrder.INSTANCE);
    }
}
