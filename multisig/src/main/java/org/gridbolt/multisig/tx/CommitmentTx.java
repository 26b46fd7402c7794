package org.gridbolt.multisig.tx;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.SpendableScript;

/**
 * One side's version of a state: how the wallet is divided if that side publishes it now. It pays no fee; whoever wants it
 * confirmed spends its anchor.
 *
 * <p>Signatures over it never leave the two households.
 */
public final class CommitmentTx implements ChannelTx {

    private final FundedWallet wallet;
    private final CommitmentVersion version;
    private final Allocation balances;
    private final List<PendingUnit> units;
    private final List<CommitmentOutput> outputs;
    private final WalletTx spend;

    private CommitmentTx(FundedWallet wallet, CommitmentVersion version, Allocation balances, List<PendingUnit> units) {
        this.wallet = wallet;
        this.version = version;
        this.balances = balances;
        this.units = List.copyOf(units);
        CommitmentOutputs built = CommitmentOutputs.of(wallet.scripts(), version, balances, units);
        this.outputs = built.meanings();
        ObscuredNumber numbers = wallet.scripts().numbers();
        Transaction unsigned = wallet.spending(
                Transaction.TRUC,
                numbers.sequence(version.owner(), version.number()),
                built.outputs(),
                numbers.lockTime(version.owner(), version.number()));
        this.spend = WalletTx.of(wallet, Party.CONSUMER, Party.PRODUCER, unsigned);
    }

    /**
     * Builds a version; an {@link IllegalArgumentException} when balances and units are not together what the wallet holds,
     * or a unit is below the dust limit.
     */
    public static CommitmentTx build(
            FundedWallet wallet, CommitmentVersion version, Allocation balances, List<PendingUnit> units) {
        Coin total = units.stream().map(PendingUnit::amount).reduce(balances.total(), Coin::add);
        if (!total.equals(wallet.value())) {
            throw new IllegalArgumentException(total.value + " coins in a wallet of " + wallet.value().value);
        }
        return new CommitmentTx(wallet, version, balances, units);
    }

    /** The wallet it spends. */
    public FundedWallet wallet() {
        return wallet;
    }

    /** Whose version of which state it is. */
    public CommitmentVersion version() {
        return version;
    }

    /** The balances, also those too small for an output. */
    public Allocation balances() {
        return balances;
    }

    /** The pending units. */
    public List<PendingUnit> units() {
        return units;
    }

    /** The outputs with their meaning, in their order. */
    public List<CommitmentOutput> outputs() {
        return outputs;
    }

    @Override
    public Transaction unsigned() {
        return spend.unsigned();
    }

    /** What both sides sign. */
    public Sha256Hash digest() {
        return spend.digest();
    }

    /** Signs with the key that a household shares with its peer: A1 or B1. */
    public Signature sign(PrivateKey walletKey) {
        return spend.sign(walletKey);
    }

    /** Whether {@code signature} is {@code signer}'s. */
    public boolean verify(Signature signature, Party signer) {
        return spend.verify(signature, signer);
    }

    /** The transaction to publish, of the consumer's and the producer's signature. */
    public Transaction signed(Signature consumer, Signature producer) {
        return spend.signed(consumer, producer);
    }

    /** The output with the balance of {@code holder}, if that is not too small to have one. */
    public Optional<CommitmentOutput> balanceOf(Party holder) {
        return with(new CommitmentOutput.Balance(holder)).findFirst();
    }

    /** The output of {@code unit}, if it is pending here. */
    public Optional<CommitmentOutput> outputOf(PendingUnit unit) {
        return with(new CommitmentOutput.Unit(unit)).findFirst();
    }

    /** The anchor. */
    public CommitmentOutput anchor() {
        return with(new CommitmentOutput.Anchor()).findFirst().orElseThrow();
    }

    private Stream<CommitmentOutput> with(CommitmentOutput.Role role) {
        return outputs.stream().filter(output -> output.role().equals(role));
    }

    /** What the owner loses if this version is revoked: its balance and the pending units. */
    public List<CommitmentOutput> punishable() {
        return outputs.stream()
                .filter(output -> output.role() instanceof CommitmentOutput.Unit
                        || output.role().equals(new CommitmentOutput.Balance(version.owner())))
                .toList();
    }

    /** {@code output} of this version as one to spend by {@code branch}; an {@link IllegalArgumentException} for the anchor. */
    public Spend spend(CommitmentOutput output, Branch branch) {
        if (output.script() instanceof SpendableScript script) {
            return new Spend(unsigned().outpoint(output.index()), output.value(), script, branch);
        }
        throw new IllegalArgumentException("no key spends " + output);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CommitmentTx commitment
                && wallet.equals(commitment.wallet)
                && version.equals(commitment.version)
                && unsigned().equals(commitment.unsigned());
    }

    @Override
    public int hashCode() {
        return digest().hashCode();
    }

    @Override
    public String toString() {
        return "CommitmentTx[" + version.owner() + ", " + version.number() + ", " + txid() + "]";
    }
}
