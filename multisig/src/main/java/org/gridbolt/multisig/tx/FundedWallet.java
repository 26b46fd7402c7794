package org.gridbolt.multisig.tx;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.WalletScript;

/**
 * The wallet of a channel on chain.
 *
 * @param scripts of the channel
 * @param outpoint where it is
 * @param value the coins in it (W)
 */
public record FundedWallet(ChannelScripts scripts, Outpoint outpoint, Coin value) {

    /** As an output to spend by the pair {@code first} and {@code second}. */
    Spend spend(Party first, Party second) {
        Branch branch = WalletScript.branchOf(first, second);
        return new Spend(outpoint, value, scripts.wallet(), branch);
    }

    /** The digest that both signers of a spend with this one input sign (BIP 143). */
    Sha256Hash digest(Transaction unsigned) {
        return SegwitDigest.of(unsigned, 0, scripts.walletScript(), value);
    }

    Transaction spending(int version, long sequence, List<TxOutput> outputs, long lockTime) {
        return new Transaction(version, List.of(TxInput.unsigned(outpoint, sequence)), outputs, lockTime);
    }

    /** The output itself. */
    public TxOutput output() {
        return new TxOutput(value, scriptPubKey());
    }

    /** Its output script. */
    public Bytes scriptPubKey() {
        return scripts.walletScriptPubKey();
    }
}
