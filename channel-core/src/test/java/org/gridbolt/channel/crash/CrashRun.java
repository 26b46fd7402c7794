package org.gridbolt.channel.crash;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.local.Settlement;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Town;
import org.gridbolt.multisig.Party;

/**
 * One course of events in which the process of one party ends once, at a boundary: before a save, an order to the signer, a letter or a publication. It is
 * started again on what it had stored, at the latest at the next block; letters that were under way to and from it are lost, it
 * looks at the chain anew, and its owner orders again what it may have lost.
 */
final class CrashRun {

    private static final int UNTIL_BURIED = 4;

    private final Town town;
    private final Party victim;
    private final Optional<Party> missing;
    private boolean ended;

    CrashRun(Town town, Party victim, Optional<Party> missing) {
        this.town = town;
        this.victim = victim;
        this.missing = missing;
    }

    Town town() {
        return town;
    }

    HouseholdRig household(Party party) {
        return party == Party.CONSUMER ? town.consumer() : town.producer();
    }

    /** The process ends at the boundary after so many others. */
    void endAfter(int boundaries) {
        if (victim == Party.UTILITY) {
            town.utility().crashAfter(boundaries);
        } else {
            household(victim).crashAfter(boundaries);
        }
    }

    /** Whether the process has ended. */
    boolean hasEnded() {
        return ended;
    }

    /** Somebody does something, and everybody answers; it is done again where the process ended. */
    void doing(Runnable something) {
        something.run();
        town.deliver();
        if (comeBack()) {
            something.run();
            town.deliver();
        }
    }

    void mine(int blocks) {
        for (int i = 0; i < blocks; i++) {
            town.mine(1);
            boolean unused = comeBack();
        }
    }

    /** At most so many blocks, until nothing of the wallet is open. */
    void mineUntilClaimed(int most) {
        for (int i = 0; i < most && !town.settlement().open().isZero(); i++) {
            mine(1);
        }
    }

    void moveTo(int height) {
        mine(Math.max(0, height - town.tip().value()));
    }

    /** Where the coins are in the end; a channel that lives is closed by both. */
    Settlement settle() {
        putOut();
        if (town.consumer().state() instanceof Active) {
            town.consumer().handle(new Command.CloseTogether());
            town.deliver();
        }
        mine(UNTIL_BURIED);
        return town.settlement();
    }

    private void putOut() {
        if (victim == Party.UTILITY) {
            town.utility().calmDown();
        } else {
            household(victim).calmDown();
        }
    }

    private boolean isDown() {
        return victim == Party.UTILITY
                ? town.utility().hasCrashed()
                : household(victim).hasCrashed();
    }

    private boolean comeBack() {
        if (!isDown()) {
            return false;
        }
        ended = true;
        List.of(Party.values()).forEach(other -> town.post().lose(victim, other));
        if (victim == Party.UTILITY) {
            town.utility().restart();
        } else {
            household(victim).restart();
        }
        EnumSet.complementOf(EnumSet.of(victim)).stream()
                .filter(other -> !missing.equals(Optional.of(other)))
                .forEach(this::reconnect);
        town.deliver();
        return true;
    }

    private void reconnect(Party other) {
        disconnected(other, victim);
        connect(other, victim);
        connect(victim, other);
    }

    private void disconnected(Party party, Party from) {
        if (party != Party.UTILITY) {
            household(party).disconnected(from);
        }
    }

    private void connect(Party party, Party to) {
        if (party == Party.UTILITY) {
            town.utility().connect(to);
        } else {
            household(party).connect(to);
        }
    }
}
