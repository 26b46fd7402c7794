package org.gridbolt.channel.state;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.Terms;

/**
 * What a household accepts of terms that are sound: they may still lock its coins for a year, or leave all of them pending on
 * the utility's word.
 *
 * @param window the longest dispute window
 * @param life the most blocks from slot 0 to the expiry
 * @param depth the most confirmations before the channel is active
 * @param burial the most confirmations before a spend counts as final
 * @param pendingPerMille the most of the wallet that may be pending
 * @param utilityPerMille the most of the wallet that may become the utility's
 * @param reservePerMille the most of the wallet that this household may have to leave untouched
 * @param gridFee the most that the utility gets of a unit
 * @param feeRate the most that transactions pay for their size
 * @param wallets the forms of the wallet's script: PLAIN only when it was asked for, since it gives more to who leaks a signature
 * @param peer the other household's node key, when only that one will do
 */
public record Acceptable(
        BlockCount window,
        BlockCount life,
        BlockCount depth,
        BlockCount burial,
        int pendingPerMille,
        int utilityPerMille,
        int reservePerMille,
        Coin gridFee,
        FeeRate feeRate,
        Set<WalletTemplate> wallets,
        Optional<PublicKey> peer) {

    public Acceptable {
        wallets = Set.copyOf(wallets);
    }

    /** A week of disputes, two years of trade, a day to open, half of the wallet pending, keys by role; whoever the utility brings. */
    public static final Acceptable DEFAULT = new Acceptable(
            new BlockCount(1008),
            new BlockCount(105_000),
            new BlockCount(144),
            new BlockCount(2016),
            500,
            200,
            100,
            Coin.valueOf(1000),
            new FeeRate(200_000),
            Set.of(WalletTemplate.ROLE_KEYS),
            Optional.empty());

    private static final int PER_MILLE = 1000;

    /** The same, for a channel with the household of that node key only. */
    public Acceptable with(PublicKey only) {
        return new Acceptable(
                window,
                life,
                depth,
                burial,
                pendingPerMille,
                utilityPerMille,
                reservePerMille,
                gridFee,
                feeRate,
                wallets,
                Optional.of(only));
    }

    /** The same, and a wallet of that form too. */
    public Acceptable with(WalletTemplate asked) {
        Set<WalletTemplate> more = new HashSet<>(wallets);
        more.add(asked);
        return new Acceptable(
                window,
                life,
                depth,
                burial,
                pendingPerMille,
                utilityPerMille,
                reservePerMille,
                gridFee,
                feeRate,
                more,
                peer);
    }

    /** Which bound {@code terms} break for the household of role {@code self}, if one. */
    Optional<String> flawOf(Terms terms, Party self) {
        return times(terms).or(() -> coins(terms, self)).or(() -> wallet(terms)).or(() -> stranger(terms, self));
    }

    private Optional<String> wallet(Terms terms) {
        WalletTemplate form = terms.clauses().template();
        return wallets.contains(form) ? Optional.empty() : Optional.of("the wallet is of the form " + form);
    }

    private Optional<String> times(Terms terms) {
        int blocks =
                terms.schedule().expiry().value() - terms.schedule().slotZero().value();
        if (terms.windows().csv().compareTo(window) > 0) {
            return Optional.of("the dispute window is " + terms.windows().csv());
        }
        if (blocks > life.value()) {
            return Optional.of("the channel lasts " + blocks + " blocks");
        }
        if (terms.depths().minDepth().compareTo(depth) > 0) {
            return Optional.of("the funding has to be " + terms.depths().minDepth() + " deep");
        }
        boolean deep = terms.depths().irrevocable().compareTo(burial) > 0;
        return deep ? Optional.of("a spend is final after " + terms.depths().irrevocable()) : Optional.empty();
    }

    private Optional<String> coins(Terms terms, Party self) {
        Coin wallet = terms.contributions().total();
        Limits limits = terms.limits();
        Coin reserve = self == Party.CONSUMER ? limits.consumerReserve() : limits.producerReserve();
        Coin reserveMost = atLeast(part(wallet, reservePerMille), limits.dustLimit());
        if (limits.pendingCoinsMax().isGreaterThan(part(wallet, pendingPerMille))) {
            return Optional.of(limits.pendingCoinsMax().value + " coins may be pending");
        }
        if (limits.utilityCoinsMax().isGreaterThan(part(wallet, utilityPerMille))) {
            return Optional.of(limits.utilityCoinsMax().value + " coins may become the utility's");
        }
        if (reserve.isGreaterThan(reserveMost)) {
            return Optional.of("the reserve is " + reserve.value + " coins");
        }
        return prices(terms);
    }

    private Optional<String> prices(Terms terms) {
        if (terms.clauses().gridFee().isGreaterThan(gridFee)) {
            return Optional.of("the grid takes " + terms.clauses().gridFee().value + " coins of a unit");
        }
        return terms.clauses().fundingFee().compareTo(feeRate) > 0
                ? Optional.of("transactions pay " + terms.clauses().fundingFee())
                : Optional.empty();
    }

    private Optional<String> stranger(Terms terms, Party self) {
        PublicKey other = terms.identity().nodeKey(self.peer());
        return peer.filter(wanted -> !wanted.equals(other)).map(wanted -> "the other household is " + other);
    }

    private static Coin part(Coin wallet, int perMille) {
        return wallet.multiply(perMille).div(PER_MILLE);
    }

    private static Coin atLeast(Coin coins, Coin least) {
        return coins.isLessThan(least) ? least : coins;
    }
}
