package org.gridbolt.channel.local;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.script.OpReturnScript;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.ChannelScripts;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * What the three end with of a wallet's coins, read off the transactions that spent it and nothing else: the wallet is followed
 * to the outputs that stay, and each of those belongs to whom its script pays.
 *
 * @param paid what each ends with
 * @param fees what went to miners, anchors included; the fees of children paid from elsewhere are not in it
 * @param open what stands in outputs that nobody owns alone yet
 */
public record Settlement(Allocation paid, Coin fees, Coin open) {

    /** The settlement of {@code wallet} by those of {@code confirmed} that come from it. */
    public static Settlement of(FundedWallet wallet, Collection<Transaction> confirmed) {
        return new Walk(wallet, confirmed).result();
    }

    private static final class Walk {

        private final FundedWallet wallet;
        private final Map<Outpoint, Transaction> spenders = new HashMap<>();
        private final Map<Bytes, Party> owners = new HashMap<>();
        private final Map<Party, Coin> paid = new EnumMap<>(Party.class);
        private final Set<Transaction> seen = new HashSet<>();
        private final Deque<Transaction> next = new ArrayDeque<>();
        private Coin open = Coin.ZERO;

        Walk(FundedWallet wallet, Collection<Transaction> confirmed) {
            this.wallet = wallet;
            confirmed.forEach(spender -> spender.inputs().stream()
                    .map(TxInput::outpoint)
                    .forEach(outpoint -> spenders.put(outpoint, spender)));
            for (Party party : Party.values()) {
                paid.put(party, Coin.ZERO);
                addOwner(party, wallet.scripts());
            }
        }

        private void addOwner(Party party, ChannelScripts scripts) {
            owners.put(scripts.payouts().of(party), party);
            owners.put(new KeyHashScript(scripts.keys().of(party).balance()).scriptPubKey(), party);
        }

        Settlement result() {
            follow(wallet.outpoint(), wallet.value());
            while (!next.isEmpty()) {
                Transaction transaction = next.remove();
                for (int index = 0; index < transaction.outputs().size(); index++) {
                    arrive(transaction.outpoint(index), transaction.outputs().get(index));
                }
            }
            Allocation allocation = new Allocation(coins(Party.CONSUMER), coins(Party.PRODUCER), coins(Party.UTILITY));
            Coin fees = wallet.value().subtract(allocation.total()).subtract(open);
            return new Settlement(allocation, fees, open);
        }

        private Coin coins(Party party) {
            return paid.getOrDefault(party, Coin.ZERO);
        }

        private void arrive(Outpoint outpoint, TxOutput output) {
            Optional<Party> owner = Optional.ofNullable(owners.get(output.script()));
            boolean stays = owner.isPresent() && !spenders.containsKey(outpoint);
            if (stays) {
                paid.merge(owner.get(), output.value(), Coin::add);
            } else if (!isNobodys(output)) {
                follow(outpoint, output.value());
            }
        }

        /** Anchors go to whoever spends them, notes to nobody: what they hold is a fee. */
        private static boolean isNobodys(TxOutput output) {
            return output.script().equals(AnchorScript.ANCHOR.scriptPubKey())
                    || OpReturnScript.parse(output.script()).isPresent();
        }

        private void follow(Outpoint outpoint, Coin value) {
            Transaction spender = spenders.get(outpoint);
            if (spender == null) {
                open = open.add(value);
            } else if (seen.add(spender)) {
                next.add(spender);
            }
        }
    }
}
