package org.gridbolt.channel.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.ConnectionEvent;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.FundingSigned;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.testing.Gradings;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Post;
import org.gridbolt.channel.testing.Town;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;

/** Every kind of state that the three machines go through in a few courses of events, and every letter that was on its way. */
final class Situations {

    private static final Price PRICE = new Price(10_000L * 1_000_000_000L);
    private static final int UNTIL_RULED = 8;
    private static final int UNTIL_BURIED = 110;
    private static final int UNTIL_MISSED = 7;
    private static final int UNTIL_CLAIMED = 20;

    /** A state is met again and again in a day: so many are kept of one kind. */
    private static final int OF_ONE_KIND_MAX = 12;

    private static final Situations OF_SOME_DAYS = lived();

    private final List<Machine> machines = new ArrayList<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final Set<Object> known = new HashSet<>();
    private final Set<Class<?>> places = new HashSet<>();
    private final List<ChannelMessage> letters = new ArrayList<>();
    private Predicate<Post.Letter> lost = letter -> false;

    private Situations() {}

    /** The same in each run. */
    static Situations ofSomeDays() {
        return OF_SOME_DAYS;
    }

    private static Situations lived() {
        Situations situations = new Situations();
        situations.deliveredDay();
        situations.defaultDay();
        situations.waivedDay();
        situations.closedAlone();
        situations.closedWithout();
        situations.cheatDay();
        situations.backupDay();
        situations.utilitysBackupDay();
        situations.abortedOpening();
        situations.lostFunding();
        return situations;
    }

    List<Machine> machines() {
        return Collections.unmodifiableList(machines);
    }

    /** The kinds of state that a machine was in. */
    Set<Class<?>> places() {
        return Collections.unmodifiableSet(places);
    }

    List<ChannelMessage> letters() {
        return Collections.unmodifiableList(letters);
    }

    private Town watched(Town town) {
        lost = letter -> false;
        kinds.clear();
        town.post().holdBack(letter -> {
            look(town, letter);
            return lost.test(letter);
        });
        return town;
    }

    private void look(Town town, Post.Letter letter) {
        letters.add(letter.message());
        look(town);
    }

    private void look(Town town) {
        for (HouseholdRig household : List.of(town.consumer(), town.producer())) {
            ChannelState state = household.state();
            keep(state.self() + " " + state.name(), state, () -> Machine.of(household));
        }
        UtilityState state = town.utility().state();
        keep(Party.UTILITY + " " + state.name(), state, () -> Machine.of(town.utility()));
    }

    private void keep(String kind, Object state, Supplier<Machine> machine) {
        if (kinds.getOrDefault(kind, 0) < OF_ONE_KIND_MAX && known.add(state)) {
            kinds.merge(kind, 1, Integer::sum);
            places.add(state.getClass());
            machines.add(machine.get());
        }
    }

    private void mine(Town town, int blocks) {
        for (int i = 0; i < blocks; i++) {
            town.mine(1);
            look(town);
        }
    }

    private Town opened() {
        Town town = watched(Town.withoutChannel());
        look(town);
        town.open();
        look(town);
        return town;
    }

    private UnitNumber traded(Town town, int measured) {
        List<UnitNumber> units = town.issue(new Slot(0), PRICE, 250, 240);
        look(town);
        units.forEach(town::offer);
        look(town);
        town.measure(town.consumer().channel().context().ref(), new Slot(0), units.get(0), measured);
        look(town);
        return units.get(1);
    }

    /** Two units are delivered, the connection breaks and is back, and both close. */
    private void deliveredDay() {
        Town town = opened();
        UnitNumber second = traded(town, 250);
        town.measure(town.consumer().channel().context().ref(), new Slot(0), second, 240);
        town.consumer().handle(new ConnectionEvent.Disconnected(Party.PRODUCER));
        town.producer().handle(new ConnectionEvent.Disconnected(Party.CONSUMER));
        look(town);
        town.consumer().handle(new ConnectionEvent.Connected(Party.PRODUCER));
        town.producer().handle(new ConnectionEvent.Connected(Party.CONSUMER));
        town.deliver();
        town.consumer().handle(new Command.CloseTogether());
        town.deliver();
        mine(town, UNTIL_BURIED);
    }

    /** A unit fails and everything is forfeit. */
    private void defaultDay() {
        Town town = opened();
        UnitNumber second = traded(town, 250);
        town.measure(town.consumer().channel().context().ref(), new Slot(0), second, 0);
        mine(town, UNTIL_CLAIMED);
    }

    /** A unit fails, and its penalty is waived. */
    private void waivedDay() {
        Town town = watched(Town.withChannel(Gradings.of(new Graded(new Fraction(1, 10), 0, new PerMille(250)))));
        UnitNumber second = traded(town, 250);
        town.measure(town.consumer().channel().context().ref(), new Slot(0), second, 0);
        mine(town, UNTIL_RULED);
    }

    /** The consumer publishes its version, with a unit under way, and that is undone once. */
    private void closedAlone() {
        Town town = opened();
        town.offer(traded(town, 250));
        town.consumer().handle(new Command.CloseAlone());
        mine(town, 1);
        reorganise(town);
        mine(town, UNTIL_CLAIMED);
    }

    private void reorganise(Town town) {
        ChainTip unused = town.regtest().reorg(new BlockCount(1), List.of());
        town.follow();
        look(town);
    }

    /** The producer is gone for good: the consumer closes with the utility. */
    private void closedWithout() {
        Town town = opened();
        town.measure(town.consumer().channel().context().ref(), new Slot(0), traded(town, 250), 250);
        lost = letter -> letter.to() == Party.PRODUCER || letter.from() == Party.PRODUCER;
        town.consumer().disconnected(Party.PRODUCER);
        town.utility().handle(new ConnectionEvent.Disconnected(Party.PRODUCER));
        for (int i = 0; i < UNTIL_CLAIMED; i++) {
            town.mineWithout(Party.PRODUCER, 1);
            town.deliver();
            if (i == UNTIL_MISSED) {
                town.consumer().handle(new Command.CloseWithout());
            }
            look(town);
        }
    }

    /** The producer publishes a version that it has revoked. */
    private void cheatDay() {
        Town town = opened();
        Channel old = town.producer().channel();
        traded(town, 250);
        Transaction unused = town.producer().cheat(old);
        mine(town, UNTIL_CLAIMED);
    }

    /** The producer goes on with a backup. */
    private void backupDay() {
        Town town = opened();
        ChannelState old = town.producer().state();
        town.offer(traded(town, 250));
        town.producer().recover(old);
        look(town);
        town.consumer().disconnected(Party.PRODUCER);
        town.consumer().connect(Party.PRODUCER);
        town.producer().connect(Party.CONSUMER);
        town.deliver();
        mine(town, UNTIL_CLAIMED);
    }

    /** The utility goes on with a backup. */
    private void utilitysBackupDay() {
        Town town = opened();
        UtilityState old = town.utility().state();
        town.offer(traded(town, 250));
        town.post().lose(Party.UTILITY, Party.CONSUMER);
        town.post().lose(Party.UTILITY, Party.PRODUCER);
        town.utility().restore(old);
        look(town);
        for (HouseholdRig household : List.of(town.consumer(), town.producer())) {
            household.disconnected(Party.UTILITY);
            household.connect(Party.UTILITY);
            town.utility().connect(household.profile().role());
        }
        town.deliver();
        mine(town, UNTIL_CLAIMED);
    }

    /** The consumer is given a signature of something else. */
    private void abortedOpening() {
        Town town = watched(Town.withoutChannel());
        lost = letter -> letter.message() instanceof OpeningSigned;
        town.open();
        OpeningSigned theirs = (OpeningSigned) town.post().held().get(0).message();
        OpeningSigned forged = new OpeningSigned(Sha256Hash.ZERO_HASH, theirs.signature());
        town.consumer().handle(new MessageReceived(Party.PRODUCER, forged));
        town.producer().handle(new MessageReceived(Party.CONSUMER, forged));
        look(town);
    }

    /** A coin of the funding is spent elsewhere. */
    private void lostFunding() {
        Town town = watched(Town.withoutChannel());
        lost = letter -> letter.message() instanceof FundingSigned;
        town.open();
        SubmitResult unused = town.view().submit(List.of(town.consumer().purse().spendElsewhere()));
        mine(town, UNTIL_BURIED);
    }
}
