package org.gridbolt.channel.torture;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.policy.JudgedUnit;
import org.gridbolt.penalty.policy.Split;
import org.gridbolt.penalty.policy.Verdict;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.RulingVerifier;
import org.gridbolt.penalty.ruling.VerifiedRuling;

/**
 * A ruling that was sent, and that its evidence proves.
 *
 * @param verified what it comes to
 * @param tickets of the units that it may be about, by hash
 */
record IssuedRuling(VerifiedRuling verified, Map<Sha256Hash, Ticket> tickets) {

    /** The ruling of that file, if it is proved. */
    static Optional<IssuedRuling> of(RulingFile file, PublicKey utility) {
        return RulingVerifier.verify(file, utility)
                .value()
                .map(verified -> new IssuedRuling(verified, file.evidence().ticketsByHash()));
    }

    /** What it leaves to each of a state, whatever confirms. */
    Allocation on(Ledger ledger) {
        return split(ledger).onWallet(Coin.ZERO);
    }

    /** The coins of each unit of a state that it calls delivered. */
    Stream<Coin> delivered(Ledger ledger) {
        return split(ledger).state().with(Verdict.DELIVERED).stream().map(JudgedUnit::amount);
    }

    private Split split(Ledger ledger) {
        return verified.onConfirmed(ledger.balances(), ledger.outputs(), tickets);
    }
}
