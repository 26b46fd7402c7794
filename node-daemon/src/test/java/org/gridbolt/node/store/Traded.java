package org.gridbolt.node.store;

import java.util.ArrayList;
import java.util.List;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.HouseholdProfile;
import org.gridbolt.channel.store.StateCodec;
import org.gridbolt.channel.store.StoredChannel;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;

/** States that a real channel went through, in their order. */
final class Traded {

    static final PublicKey NODE = Examples.key("PRODUCER node").publicKey();
    static final PublicKey OTHER = Examples.key("CONSUMER node").publicKey();

    private static final int SLOTS = 3;
    private static final int UNITS = 3;

    private final HouseholdRig producer;
    private final List<ChannelState> states;

    private Traded(HouseholdRig producer, List<ChannelState> states) {
        this.producer = producer;
        this.states = List.copyOf(states);
    }

    /** Of a producer that sells a few units. */
    static Traded units() {
        Neighbourhood street = Neighbourhood.withChannel();
        List<ChannelState> states = new ArrayList<>();
        states.add(street.producer().state());
        for (int slot = 0; slot < SLOTS; slot++) {
            List<UnitNumber> units = street.issue(new Slot(slot), UNITS, 250);
            states.add(street.producer().state());
            for (UnitNumber unit : units) {
                street.offer(unit.value());
                states.add(street.producer().state());
                street.reveal(unit.value());
                states.add(street.producer().state());
            }
        }
        street.mine(1);
        states.add(street.producer().state());
        return new Traded(street.producer(), states);
    }

    HouseholdProfile profile() {
        return producer.profile();
    }

    HouseholdRig producer() {
        return producer;
    }

    List<ChannelState> states() {
        return states;
    }

    ChannelState first() {
        return states.get(0);
    }

    ChannelState last() {
        return states.get(states.size() - 1);
    }

    List<StoredChannel> stored() {
        StateCodec codec = new StateCodec(profile());
        return states.stream().map(codec::encode).toList();
    }

    /** A key id of that number. */
    static KeyId keyId(int number) {
        return new KeyId(Examples.bytes32("channel " + number).slice(0, KeyId.SIZE));
    }

    static Bytes mark(int number) {
        return Examples.bytes32("mark " + number);
    }
}
