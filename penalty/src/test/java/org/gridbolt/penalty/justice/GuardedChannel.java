package org.gridbolt.penalty.justice;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ChannelScripts;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.CommitmentVersion;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.Payouts;
import org.gridbolt.multisig.tx.PendingUnit;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.Household;
import org.gridbolt.penalty.contract.Identity;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.penalty.contract.Windows;

/** A channel of 300,000 coins whose three parties are all here: what they sign, and what they publish. */
final class GuardedChannel {

    static final Allocation CONTRIBUTIONS = Allocation.of(200_000, 80_000, 20_000);

    private static final KeyId KEY_ID = new KeyId(Bytes.of(new byte[KeyId.SIZE]));

    final ChannelSecrets consumer = ChannelSecrets.derive(filled(1), Party.CONSUMER, KEY_ID);
    final ChannelSecrets producer = ChannelSecrets.derive(filled(2), Party.PRODUCER, KEY_ID);
    final ChannelSecrets utility = ChannelSecrets.derive(filled(3), Party.UTILITY, KEY_ID);
    final ChannelScripts scripts = new ChannelScripts(
            new ChannelKeyRing(consumer.publicKeys(), producer.publicKeys(), utility.publicKeys()),
            org.gridbolt.multisig.script.WalletTemplate.ROLE_KEYS,
            Windows.DEFAULT.csv(),
            Coin.valueOf(330),
            new Payouts(payout(4), payout(5), payout(6)));
    final FundedWallet wallet =
            new FundedWallet(scripts, new Outpoint(Sha256Hash.of(new byte[1]), 1), CONTRIBUTIONS.total());
    final TowerDuty duty = TowerDuty.of(wallet, terms());

    private Terms terms() {
        Identity identity = new Identity(
                filled(9),
                ChainId.REGTEST,
                household(Party.CONSUMER, 10),
                household(Party.PRODUCER, 20),
                node(Party.UTILITY).publicKey(),
                utility.publicKeys(),
                payout(6));
        SlotSchedule schedule =
                SlotSchedule.of(new BlockHeight(120), new BlockCount(6), new BlockHeight(1000), Windows.DEFAULT);
        return Terms.defaults(identity, CONTRIBUTIONS, schedule);
    }

    private Household household(Party side, int seed) {
        return new Household(
                node(side).publicKey(),
                PrivateKey.of(filled(seed)).publicKey(),
                KEY_ID,
                payout(side == Party.CONSUMER ? 4 : 5));
    }

    static Bytes filled(int value) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) value);
        return Bytes.of(bytes);
    }

    private static Bytes payout(int seed) {
        return new KeyHashScript(PrivateKey.of(filled(seed)).publicKey()).scriptPubKey();
    }

    PrivateKey node(Party party) {
        return PrivateKey.of(filled(30 + party.letter()));
    }

    ChannelSecrets secrets(Party owner) {
        return owner == Party.CONSUMER ? consumer : producer;
    }

    static CommitmentNumber number(long value) {
        return new CommitmentNumber(value);
    }

    /** The secret that revokes that version. */
    Bytes secret(Party owner, long version) {
        return secrets(owner).shaChain().secretAt(number(version)).bytes();
    }

    VersionTip tip(Party owner, long version) {
        return new VersionTip(number(version), secrets(owner).shaChain().pointAt(number(version)));
    }

    /** The receipt of {@code side} after the version {@code own}, which knows version {@code peer} of the other. */
    Signed<StateReceipt> receipt(Party side, long own, long peer) {
        Sha256Hash previous = own == 0
                ? Sha256Hash.ZERO_HASH
                : receipt(side, own - 1, Math.max(0, peer - 1)).hash();
        StateReceipt content = new StateReceipt(
                duty.channel(),
                side,
                tip(side, own),
                tip(side.peer(), peer),
                CONTRIBUTIONS,
                PendingUnits.NONE.root(),
                previous);
        return Signed.sign(content, node(side));
    }

    /** The version of {@code owner}, which pays so many coins to the consumer for each state less than state 0 did. */
    CommitmentTx version(Party owner, long number, Allocation balances, List<PendingUnit> units) {
        CommitmentVersion version =
                new CommitmentVersion(owner, number(number), tip(owner, number).point());
        return CommitmentTx.build(wallet, version, balances, units);
    }

    Transaction published(CommitmentTx version) {
        return version.signed(
                version.sign(consumer.walletKeyWith(Party.PRODUCER)),
                version.sign(producer.walletKeyWith(Party.CONSUMER)));
    }

    /** A tower that was told everything of both, up to and including version {@code newest} of each. */
    Watchtower towerAt(long newest) {
        Watchtower tower = Watchtower.over(duty);
        for (long version = 0; version <= newest; version++) {
            tower = after(tower, version);
        }
        return tower;
    }

    /** With what both report once version {@code version} is their newest. */
    Watchtower after(Watchtower tower, long version) {
        Watchtower told = tower.receive(receipt(Party.CONSUMER, version, version))
                .orElseThrow()
                .receive(receipt(Party.PRODUCER, version, version))
                .orElseThrow();
        if (version == 0) {
            return told;
        }
        Bytes ofConsumer = secret(Party.CONSUMER, version - 1);
        Bytes ofProducer = secret(Party.PRODUCER, version - 1);
        return told.revoke(Party.CONSUMER, number(version - 1), ofConsumer)
                .orElseThrow()
                .revoke(Party.PRODUCER, number(version - 1), ofProducer)
                .orElseThrow();
    }

    static PendingUnit unit(long coins, int hash) {
        return new PendingUnit(Coin.valueOf(coins), Sha256Hash.of(new byte[] {(byte) hash}), new BlockHeight(200));
    }
}
