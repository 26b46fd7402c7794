package org.gridbolt.channel.local;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.chain.RegtestMiner;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingFees;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.contract.Limits;

/** The purses of all three, filled by a miner with what they fund a channel with and what they keep for children. */
final class Purses {

    /** On top of a contribution: what the funding costs, and change. */
    private static final Coin FUNDING_MARGIN = Coin.valueOf(20_000);

    /** What pays for a child. */
    private static final Coin CHILD = Coin.valueOf(20_000);

    private static final FundingFees FEES = new FundingFees(Clauses.DEFAULT.fundingFee(), Limits.DUST_LIMIT);

    private final LocalSetup setup;
    private final Map<Party, Purse> purses = new EnumMap<>(Party.class);
    private final List<Transaction> filled = new ArrayList<>();

    /** Has {@code miner} fill them. */
    Purses(LocalKeys keys, LocalSetup setup, RegtestMiner miner) {
        this.setup = setup;
        for (Party party : Party.values()) {
            Purse purse = new Purse(keys.key(party, "purse"));
            coins(party).forEach(coin -> {
                Transaction paid = miner.fund(purse.script(), coin).transaction();
                purse.receive(paid);
                filled.add(paid);
            });
            purses.put(party, purse);
        }
    }

    /** Two children, as many as one party ever pays for. */
    private Stream<Coin> coins(Party party) {
        Coin contribution = setup.contributions().of(party);
        Stream<Coin> children = Stream.of(CHILD, CHILD);
        return contribution.isZero() ? children : Stream.concat(children, Stream.of(contribution.add(FUNDING_MARGIN)));
    }

    /** All three. */
    List<Purse> all() {
        return List.copyOf(purses.values());
    }

    /** What filled them. */
    List<Transaction> filled() {
        return List.copyOf(filled);
    }

    /** The purse of {@code party}. */
    Purse of(Party party) {
        Purse purse = purses.get(party);
        if (purse == null) {
            throw new IllegalStateException("no purse of " + party);
        }
        return purse;
    }

    /** What {@code party} brings to the funding. */
    FundingContribution contribution(Party party) {
        return of(party)
                .contribution(party, setup.contributions().of(party), FEES, party == Party.CONSUMER)
                .orElseThrow(() -> new IllegalStateException("the purse of " + party + " is too small"));
    }
}
