package org.gridbolt.channel.torture;

import java.util.Set;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.tx.WalletSpend;

/**
 * Once everything has settled, every honest party is done: no channel waits for ever, and no coin in a wallet that nobody spends.
 * The utility alone cannot spend a wallet that both households left.
 */
final class NothingStuck implements Invariant {

    private static final String DONE = "Closed";

    /** The utility watches only what both households report alike, and who closed together has nothing more to report. */
    private static final Set<String> UNAWARE = Set.of("Gathering", "Offering");

    /** Who went on with a backup never publishes: it waits for the other household, which may be gone. */
    private static final String LOST = "DataLoss";

    @Override
    public void atEnd(Street street) {
        boolean nobody = !canEnd(street, Party.CONSUMER) && !canEnd(street, Party.PRODUCER);
        if (nobody || !street.isFunded()) {
            return;
        }
        for (Party party : Party.values()) {
            String state = street.node(party).place();
            boolean unaware = UNAWARE.contains(state) && (!areBothHeard(street) || isClosedTogether(street));
            if (street.isHonest(party) && !state.equals(DONE) && !unaware) {
                street.record().violation("nothing is stuck", party + " is still in state " + state);
            }
        }
    }

    /** A letter that is lost on a connection that goes on is said again on the next one, which may never come. */
    private static boolean areBothHeard(Street street) {
        boolean orderly = street.weather().disorder() == 0;
        return orderly && street.isHonest(Party.CONSUMER) && street.isHonest(Party.PRODUCER);
    }

    private static boolean isClosedTogether(Street street) {
        return Ending.of(street)
                .flatMap(ending ->
                        ending.account().spender().flatMap(spender -> WalletSpend.recognise(ending.wallet(), spender)))
                .filter(spend -> spend.pair() == Branch.CONSUMER_AND_PRODUCER)
                .filter(spend -> spend.commitment().isEmpty())
                .isPresent();
    }

    /** Who went on with a backup needs somebody who tells it what it has forgotten. */
    private static boolean canEnd(Street street, Party party) {
        boolean told = street.isHonest(party.peer()) || street.isHonest(Party.UTILITY);
        boolean forgetful = street.node(party).hasLostItsDisk() && !told;
        return street.isHonest(party) && !street.node(party).place().equals(LOST) && !forgetful;
    }
}
