package org.gridbolt.multisig.tx;

import java.util.Objects;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.BalanceScript;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.script.SpendableScript;
import org.gridbolt.multisig.script.UnitScript;
import org.gridbolt.multisig.script.WalletScript;
import org.gridbolt.multisig.script.WalletTemplate;

/**
 * Everything about a channel's scripts that no update changes. What a commitment needs of it on every update is computed once,
 * which is why this is no record.
 */
public final class ChannelScripts {

    private final ChannelKeyRing keys;
    private final WalletTemplate template;
    private final BlockCount csv;
    private final Coin dustLimit;
    private final Payouts payouts;

    private final Bytes walletScript;
    private final Bytes walletScriptPubKey;
    private final Bytes consumerKeyHash;
    private final Bytes utilityKeyHash;
    private final ObscuredNumber numbers;

    /**
     * The scripts of one channel.
     *
     * @param keys of all three
     * @param template of the wallet
     * @param csv the dispute window, 1 to 21845 blocks: BIP 68 masks the higher bits of three windows off
     * @param dustLimit balances below it go to the anchor; more than 0
     * @param payouts where the three are paid
     */
    public ChannelScripts(
            ChannelKeyRing keys, WalletTemplate template, BlockCount csv, Coin dustLimit, Payouts payouts) {
        requireWindow(csv);
        this.keys = keys;
        this.template = template;
        this.csv = csv;
        this.dustLimit = dustLimit;
        this.payouts = payouts;
        WalletScript wallet = wallet();
        this.walletScript = wallet.witnessScript();
        this.walletScriptPubKey = wallet.scriptPubKey();
        this.consumerKeyHash = new KeyHashScript(keys.consumer().balance()).scriptPubKey();
        this.utilityKeyHash = new KeyHashScript(keys.utility().balance()).scriptPubKey();
        this.numbers = ObscuredNumber.between(
                keys.consumer().balance(), keys.producer().balance());
    }

    private static void requireWindow(BlockCount csv) {
        if (csv.value() < 1 || csv.times(3).value() > 65535) {
            throw new IllegalArgumentException("no dispute window: " + csv);
        }
    }

    /** The keys of all three. */
    public ChannelKeyRing keys() {
        return keys;
    }

    /** The form of the wallet's script. */
    public WalletTemplate template() {
        return template;
    }

    /** The dispute window. */
    public BlockCount csv() {
        return csv;
    }

    /** The least value of an output. */
    public Coin dustLimit() {
        return dustLimit;
    }

    /** Where the three are paid. */
    public Payouts payouts() {
        return payouts;
    }

    /** The wallet. */
    public WalletScript wallet() {
        return new WalletScript(template, keys);
    }

    /** The balance of {@code holder} on a version. */
    public SpendableScript balance(Party holder, CommitmentVersion version) {
        return isAtOnce(holder, version.owner())
                ? new KeyHashScript(keys.of(holder).balance())
                : new BalanceScript(holder, version.owner(), version.point(), keys, csv);
    }

    /** A pending unit on a version. */
    public UnitScript unit(PendingUnit unit, CommitmentVersion version) {
        return new UnitScript(version.owner(), version.point(), keys, csv, unit.hash(), unit.claimableFrom());
    }

    private static boolean isAtOnce(Party holder, Party owner) {
        return holder == Party.UTILITY || (holder == Party.CONSUMER && owner == Party.PRODUCER);
    }

    /** The output script of {@code balance}: that of a key hash is computed once. */
    Bytes scriptPubKeyOf(Party holder, SpendableScript balance) {
        if (balance instanceof KeyHashScript) {
            return holder == Party.UTILITY ? utilityKeyHash : consumerKeyHash;
        }
        return balance.scriptPubKey();
    }

    Bytes walletScript() {
        return walletScript;
    }

    Bytes walletScriptPubKey() {
        return walletScriptPubKey;
    }

    ObscuredNumber numbers() {
        return numbers;
    }

    /** The key with which {@code signer} signs commitments and the cooperative close: the one it shares with its peer. */
    public PublicKey walletKey(Party signer) {
        return wallet().key(signer, signer.peer());
    }

    /** The key with which the owner of {@code secrets} spends the wallet together with {@code other}. */
    public PrivateKey walletKey(ChannelSecrets secrets, Party other) {
        return template.keyOf(secrets, other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ChannelScripts scripts
                && keys.equals(scripts.keys)
                && template == scripts.template
                && csv.equals(scripts.csv)
                && dustLimit.equals(scripts.dustLimit)
                && payouts.equals(scripts.payouts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(keys, template, csv, dustLimit, payouts);
    }

    @Override
    public String toString() {
        return "ChannelScripts[" + wallet().descriptor() + "]";
    }
}
