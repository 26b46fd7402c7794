package org.gridbolt.channel.torture;

import java.util.List;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.WalletSpend;

/**
 * Whoever publishes a state that it revoked ends with nothing, where the other household and the utility are honest. Of the two one
 * must know that the state is revoked, and see the chain: a household that lost its disk has forgotten what was revoked since its
 * backup, the utility knows what it was told, and who sees no block for nearly csv blocks comes too late.
 */
final class RevokedStatePunished implements Invariant {

    @Override
    public void atEnd(Street street) {
        Ending.of(street).ifPresent(ending -> {
            for (Party victim : List.of(Party.CONSUMER, Party.PRODUCER)) {
                if (street.isHonest(victim) && street.isHonest(Party.UTILITY)) {
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
                .filter(state -> knows(street, victim, state) || isGuarded(street, state))
                .isPresent();
        if (revoked && !ending.paid(victim.peer()).isZero()) {
            street.record()
                    .violation(
                            "a revoked state is punished",
                            victim.peer() + " keeps " + ending.paid(victim.peer()).value + " coins of one");
        }
    }

    /** Whether the victim sees the chain, and what its disk held last says that the version is revoked. */
    private static boolean knows(Street street, Party victim, WalletSpend.State state) {
        return street.seesChain(victim) && street.household(victim).remembersRevoked(state.number());
    }

    private static boolean isGuarded(Street street, WalletSpend.State state) {
        return street.seesChain(Party.UTILITY) && street.utility().knowsRevoked(state.owner(), state.number());
    }
}
