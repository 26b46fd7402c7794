package org.gridbolt.channel.sweep;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.channel.chain.bitcoind.BitcoindChain;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.Funded;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.pricing.Outcome;
import org.gridbolt.testing.Bitcoind;

/** One attack, from its publication to the last claim. */
final class SweepRun {

    /** How often the parties look at the chain: less often than their windows ask for. */
    private static final int STRIDE = 5;

    private final Attack attack;
    private final SweptChannel channel;
    private final Bitcoind bitcoind;
    private final RegtestMiner miner;
    private final BlockHeight start;
    private final Map<Party, Onlooker> awake = new EnumMap<>(Party.class);
    private final Transaction version;
    private final Onlooker victim;

    SweepRun(Attack attack, SweptChannel channel, Bitcoind bitcoind) {
        this.attack = attack;
        this.channel = channel;
        this.bitcoind = bitcoind;
        this.miner = connect().miner();
        this.start = new BlockHeight(bitcoind.height());
        Funded old = Objects.requireNonNull(channel.past(attack.cheat()).get(attack.version()));
        this.version = channel.household(attack.cheat()).signed(old.channel());
        this.victim = honest(isVictimAwake() ? awake : new EnumMap<>(Party.class));
        if (attack.isUtilityHonest()) {
            UtilityRig rig = channel.utility();
            var unused = Onlooker.utility(rig.state(), rig.signerNow(), rig.purse(), connect(), awake);
        }
        var unused = cheat(old);
    }

    private boolean isVictimAwake() {
        return attack.watch() == Attack.Watch.BOTH || attack.watch() == Attack.Watch.VICTIM;
    }

    private Onlooker honest(Map<Party, Onlooker> company) {
        HouseholdRig rig = channel.household(attack.victim());
        return Onlooker.household(rig, rig.state(), rig.signerNow(), connect(), company);
    }

    /** It takes the old state for its newest, and its signer signs everything: it claims all that this state gives it. */
    private Onlooker cheat(Funded old) {
        HouseholdRig rig = channel.household(attack.cheat());
        ChannelSigner willing = new ChannelSigner() {
            @Override
            public <R> Outcome<R, SigningRefusal> sign(SigningOrder<R> order) {
                return Outcome.of(order.fulfil(rig.secrets()));
            }
        };
        return Onlooker.household(rig, old, willing, connect(), awake);
    }

    private BitcoindChain connect() {
        return StreetOnBitcoind.connect(bitcoind);
    }

    /** Runs it; what the chain says of the wallet in the end. */
    WalletAccount play() {
        if (attack.moment() == Attack.Moment.AFTER_D1) {
            mine(channel.afterClaims().value() - start.value());
        }
        publish();
        follow();
        rewritten().ifPresent(instead -> {
            mine(1);
            follow();
            miner.reorg(new BlockCount(2), List.of(instead));
            follow();
        });
        int windows = 3 * terms().windows().csv().value();
        int last = channel.afterClaims().value() + windows;
        while (height() < last) {
            mine(STRIDE);
            follow();
        }
        if (attack.isVictimHonest()) {
            victim.follow();
            mine(1);
            victim.follow();
            mine(1);
        }
        Channel old = channel.consumer().channel();
        return WalletAccount.read(
                bitcoind,
                old.context().outpoint(),
                old.commitments().own().ledger().wallet(),
                start);
    }

    private void publish() {
        if (attack.stage() == Attack.Stage.PENALTY_MINED) {
            Onlooker utility = Objects.requireNonNull(awake.get(Party.UTILITY));
            utility.receive(Party.CONSUMER, channel.signature());
            follow();
            miner.mineExactly(List.of(utility.wanted(Purpose.PENALTY).orElseThrow()));
            follow();
            miner.reorg(new BlockCount(1), List.of(version));
        } else {
            miner.mineExactly(List.of(version));
        }
    }

    private Terms terms() {
        return channel.consumer().channel().context().terms();
    }

    private Optional<Transaction> rewritten() {
        return switch (attack.past()) {
            case KEPT -> Optional.empty();
            case REWRITTEN_BY_VICTIM ->
                Optional.of(channel.household(attack.victim())
                        .signed(channel.household(attack.victim()).channel()));
            case REWRITTEN_BY_CHEAT -> Optional.of(otherVersion());
        };
    }

    /** The newest one, or, when that was published, the first. */
    private Transaction otherVersion() {
        var past = channel.past(attack.cheat());
        var other = past.lastKey().equals(attack.version()) ? past.firstEntry() : past.lastEntry();
        return channel.household(attack.cheat()).signed(other.getValue().channel());
    }

    private int height() {
        return bitcoind.height();
    }

    private void mine(int blocks) {
        miner.mine(new BlockCount(blocks));
    }

    private void follow() {
        awake.values().forEach(Onlooker::follow);
        boolean busy = true;
        while (busy) {
            busy = awake.values().stream().map(Onlooker::read).reduce(false, Boolean::logicalOr);
        }
    }

    /** What came to {@code party}, with what its claims cost. */
    Coin ended(Party party, WalletAccount account) {
        Bytes payout = payout(party);
        Coin ended = account.under(payout).add(account.feesOf(payout));
        return party == Party.UTILITY ? ended.add(account.under(utilityBalance())) : ended;
    }

    /** Where the coins of {@code party} end. */
    Bytes payout(Party party) {
        return party == Party.UTILITY
                ? channel.utility().profile().payoutScript()
                : channel.household(party).profile().payoutScript();
    }

    /** The utility's own output of a version, which is its alone from the start. */
    private Bytes utilityBalance() {
        return new KeyHashScript(channel.consumer()
                        .channel()
                        .context()
                        .wallet()
                        .scripts()
                        .keys()
                        .utility()
                        .balance())
                .scriptPubKey();
    }
}
