package org.gridbolt.channel.torture;

import java.util.List;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.WalletSpend;

/**
 * Whoever publishes a state that it revoked ends with nothing, where the other household and the utility are honest. A household
 * that lost its disk has forgotten what was revoked since its backup, and then it is the utility who must have been told. Where both saw no block for nearly csv blocks nobody can.
 */
final class RevokedStatePunished implements Invariant {

    @Override
    public void atEnd(Street street) {
        Ending.of(street).ifPresent(ending -> {
            for (Party victim : List.of(Party.CONSUMER, Party.PRODUCER)) {
                if (street.isHonest(victim) && street.isHonest(Party.UTILITY) && street.isWatched(victim)) {
                    street.household(victim).newest().ifPresent(channel -> check(street, ending, victim, channel));
                }
            }
        });
    }

    private static void check(Street street, Ending ending, Party victim, Channel channel) {
        boolean revoked = ending.account()
                .spender()
                .flatMap(spender -> WalletSpend.recognise(ending.wallet(), spender))
                .flatMap(WalletSpend::commitment)
                .filter(state -> state.owner() == victim.peer())
                .filter(state -> channel.commitments().revoked().isRevoked(state.number()))
                .filter(state -> !street.node(victim).hasLostItsDisk()
                        || street.utility().knowsRevoked(state.owner(), state.number()))
                .isPresent();
        if (revoked && !ending.paid(victim.peer()).isZero()) {
            street.record()
                    .violation(
                            "a revoked state is punished",
                            victim.peer() + " keeps " + ending.paid(victim.peer()).value + " coins of one");
        }
    }
}
