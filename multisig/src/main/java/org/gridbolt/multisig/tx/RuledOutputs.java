package org.gridbolt.multisig.tx;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.script.OpReturnScript;

/**
 * The outputs of whatever carries out a ruling: everybody's share to its registered script, an anchor, and the note with the
 * ruling's hash. A household's share below the dust limit goes to U; what is still too little goes to the anchor.
 */
final class RuledOutputs {

    private RuledOutputs() {}

    static List<TxOutput> of(ChannelScripts scripts, Allocation split, Sha256Hash ruling) {
        Allocation paid = withoutDust(split, scripts.dustLimit());
        List<TxOutput> outputs = new ArrayList<>();
        Stream.of(Party.values())
                .filter(party -> paid.of(party).isPositive())
                .forEach(party -> outputs.add(
                        new TxOutput(paid.of(party), scripts.payouts().of(party))));
        Coin trimmed = split.total().subtract(paid.total());
        outputs.add(new TxOutput(trimmed, AnchorScript.ANCHOR.scriptPubKey()));
        outputs.add(new TxOutput(Coin.ZERO, new OpReturnScript(ruling).scriptPubKey()));
        return OutputOrder.sorted(outputs);
    }

    private static Allocation withoutDust(Allocation split, Coin dustLimit) {
        Coin consumer = orNothing(split.consumer(), dustLimit);
        Coin producer = orNothing(split.producer(), dustLimit);
        Coin utility = split.total().subtract(consumer).subtract(producer);
        return new Allocation(consumer, producer, orNothing(utility, dustLimit));
    }

    private static Coin orNothing(Coin share, Coin dustLimit) {
        return share.isLessThan(dustLimit) ? Coin.ZERO : share;
    }
}
