package org.gridbolt.channel.torture;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.WalletSpend;

/**
 * What became of a channel's wallet.
 *
 * @param wallet the wallet
 * @param account where its coins are
 */
record Ending(FundedWallet wallet, WalletAccount account) {

    /** The ending of the channel, if a wallet was funded and spent. */
    static Optional<Ending> of(Street street) {
        List<Transaction> confirmed = street.regtest().confirmed();
        return List.of(Party.CONSUMER, Party.PRODUCER).stream()
                .flatMap(party -> street.household(party).newest().stream())
                .findFirst()
                .map(channel -> of(channel, confirmed))
                .filter(ending -> ending.account().spender().isPresent());
    }

    private static Ending of(Channel channel, List<Transaction> confirmed) {
        FundedWallet wallet = channel.context().wallet();
        return new Ending(wallet, WalletAccount.of(wallet.outpoint(), wallet.value(), confirmed));
    }

    /** Whether a household's version spent the wallet: its units have to be claimed, where any other spend pays them itself. */
    boolean isByVersion() {
        return account.spender()
                .flatMap(spender -> WalletSpend.recognise(wallet, spender))
                .flatMap(WalletSpend::commitment)
                .isPresent();
    }

    /** What {@code party} ends with, of the wallet: at its payout script, or at its own key alone. */
    Coin paid(Party party) {
        var keys = wallet.scripts().keys().of(party);
        return account.under(wallet.scripts().payouts().of(party))
                .add(account.under(new org.gridbolt.multisig.script.KeyHashScript(keys.balance()).scriptPubKey()));
    }

    /** What the transactions that pay {@code party} cost. */
    Coin costs(Party party) {
        return account.costsOf(wallet.scripts().payouts().of(party));
    }
}
