package org.gridbolt.channel.torture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.MessageCodec;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Transaction;

/**
 * An adversary: it has its own keys, a signer that refuses nothing, every state that its disk ever held, and every letter that it
 * ever sent. Most of the time it does what its machine says, since that leads the others further.
 */
final class Rogue {

    private static final int BACKUPS_MAX = 12;
    private static final int LETTERS_MAX = 200;

    private final Street street;
    private final Party party;
    private final Dice dice;
    private final List<Map<String, Bytes>> backups = new ArrayList<>();
    private final List<Letter> sent = new ArrayList<>();
    private final int since;

    /** One that is honest up to some moment of a day of {@code blocks}. */
    Rogue(Street street, Party party, int blocks) {
        this.street = street;
        this.party = party;
        this.dice = street.dice().split();
        this.since = street.tip().value() + dice.below(blocks);
    }

    /** It gains nothing by showing itself too early. */
    private boolean isWaiting() {
        return street.tip().value() < since;
    }

    private Node node() {
        return street.node(party);
    }

    /** What becomes of a letter that its machine sends: nothing, itself, something else, or several. */
    List<Letter> tamper(Letter letter) {
        List<Letter> letters = new ArrayList<>();
        if (isWaiting() || dice.happens(985)) {
            letters.add(letter);
        } else if (dice.happens(500)) {
            letters.add(forged(letter));
        }
        if (!isWaiting() && dice.happens(5) && !sent.isEmpty()) {
            letters.add(dice.pick(sent));
        }
        if (sent.size() < LETTERS_MAX) {
            sent.add(letter);
        } else {
            sent.set(dice.below(LETTERS_MAX), letter);
        }
        return letters;
    }

    /** The same with a byte changed: mostly no message at all, sometimes a lie. */
    private Letter forged(Letter letter) {
        for (int tries = 0; tries < 20; tries++) {
            byte[] bytes = letter.bytes().toArray();
            bytes[dice.below(bytes.length)] = (byte) dice.below(256);
            Bytes forged = Bytes.of(bytes);
            if (MessageCodec.decode(forged).value().isPresent()) {
                street.record().line(party + " forges a letter to " + letter.to());
                return new Letter(letter.from(), letter.to(), forged);
            }
        }
        return letter;
    }

    /** Does something that nobody should, now and then. */
    void act() {
        if (!node().isUp()) {
            return;
        }
        if (dice.happens(20) && street.isFunded()) {
            remember();
        }
        if (!isWaiting() && dice.happens(6)) {
            attack();
        }
    }

    private void remember() {
        if (backups.size() < BACKUPS_MAX) {
            backups.add(node().backup());
        } else {
            backups.set(dice.below(BACKUPS_MAX), node().backup());
        }
    }

    private void attack() {
        switch (dice.below(5)) {
            case 0 -> goBack();
            case 1 -> {
                goBack();
                node().handle(new Command.CloseAlone());
            }
            case 2 -> publishOld();
            case 3 -> node().handle(new Command.CloseAlone());
            default -> spendElsewhere();
        }
    }

    /** Goes on with an old state, as if it were the newest: its signer does not mind. */
    private void goBack() {
        if (!backups.isEmpty()) {
            street.record().line(party + " goes back to an old state");
            node().end();
            node().replaceDisk(dice.pick(backups));
            node().start();
        }
    }

    private void publishOld() {
        if (party == Party.UTILITY) {
            return;
        }
        var past = street.household(party).past();
        if (!past.isEmpty()) {
            var state = dice.pick(List.copyOf(past.values()));
            Transaction version = street.household(party).signed(state);
            node().coins()
                    .child(version, street.climate().floor(), org.bitcoinj.base.Coin.valueOf(50_000))
                    .ifPresent(child -> {
                        var result = street.view().submit(List.of(version, child));
                        street.record()
                                .line(party + " publishes its state "
                                        + state.commitments().own().number() + ": " + result);
                    });
        }
    }

    private void spendElsewhere() {
        if (party != Party.UTILITY && !street.isFunded()) {
            var result = street.view().submit(List.of(node().coins().spendElsewhere()));
            street.record().line(party + " spends its funding elsewhere: " + result);
        }
    }
}
