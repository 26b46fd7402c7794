package org.gridbolt.channel.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.driver.ChannelDriver;
import org.gridbolt.channel.driver.UtilityDriver;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.ledger.Ledger;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.Funded;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.channel.state.Reconnecting;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.store.StateCodec;
import org.gridbolt.channel.store.StoredChannel;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.SigningBench;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.channel.testing.WatchedSigner;
import org.gridbolt.channel.utility.StoredUtility;
import org.gridbolt.channel.utility.UtilityCodec;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.testing.fuzz.Decoder;

/**
 * One machine in one state, which can be started any number of times, each time with a signer of its own that has the record of
 * that moment. Each start is held to what must never happen, whatever it is told.
 */
final class Machine {

    /** A machine that was started: it hears, and throws an {@link AssertionError} when something is wrong. */
    interface Ear {

        void hear(ChannelEvent event);

        /** The process ends here, and another goes on with what was stored. */
        void restart();

        /** Where it is now. */
        String place();
    }

    private final String name;
    private final Supplier<ChannelSigner> signers;
    private final Function<ChannelSigner, Ear> start;
    private final Tape tape;
    private final List<Decoder> decoders;

    private Machine(
            String name,
            Supplier<ChannelSigner> signers,
            Function<ChannelSigner, Ear> start,
            Tape tape,
            List<Decoder> decoders) {
        this.name = name;
        this.signers = signers;
        this.start = start;
        this.tape = tape;
        this.decoders = decoders;
    }

    static Machine of(HouseholdRig rig) {
        ChannelState state = rig.state();
        StateCodec codec = new StateCodec(rig.profile());
        return new Machine(
                state.self() + " " + state.name(),
                rig.signersAsOfNow(),
                signer -> new HouseholdEar(state, codec, signer),
                new Tape(rig.heard(), rig.heard().size()),
                decodersOf(codec, state));
    }

    static Machine of(UtilityRig rig) {
        UtilityState state = rig.state();
        return new Machine(
                Party.UTILITY + " " + state.name(),
                rig.signersAsOfNow(),
                signer -> new UtilityEar(state, rig, signer),
                new Tape(rig.heard(), rig.heard().size()),
                decodersOf(rig.codec(), state));
    }

    private static List<Decoder> decodersOf(StateCodec codec, ChannelState state) {
        StoredChannel stored = codec.encode(state);
        String of = state.self() + "." + state.name();
        Decoder head = Decoder.canonical(
                of,
                input -> codec.decode(new StoredChannel(Bytes.of(input), stored.journal()))
                        .value(),
                read -> codec.encode(read).head().toArray(),
                List.of(stored.head().toArray()));
        return withHistory(
                head,
                of,
                stored.journal(),
                history ->
                        codec.decode(new StoredChannel(stored.head(), history)).value());
    }

    private static List<Decoder> decodersOf(UtilityCodec codec, UtilityState state) {
        StoredUtility stored = codec.encode(state);
        String of = Party.UTILITY + "." + state.name();
        Decoder head = Decoder.canonical(
                of,
                input -> codec.decode(new StoredUtility(Bytes.of(input), stored.journal()))
                        .value(),
                read -> codec.encode(read).head().toArray(),
                List.of(stored.head().toArray()));
        return withHistory(
                head,
                of,
                stored.journal(),
                history ->
                        codec.decode(new StoredUtility(stored.head(), history)).value());
    }

    /** Each entry of the history is damaged for itself. */
    private static List<Decoder> withHistory(
            Decoder head, String of, Journal journal, Function<Journal, Optional<?>> reading) {
        List<Decoder> decoders = new ArrayList<>(List.of(head));
        List<Bytes> entries = journal.since(0);
        for (int at = 0; at < entries.size(); at++) {
            int damaged = at;
            decoders.add(Decoder.lenient(
                    of + ".entry" + at,
                    input -> {
                        List<Bytes> changed = new ArrayList<>(entries);
                        changed.set(damaged, Bytes.of(input));
                        return reading.apply(Journal.of(changed)).map(read -> true);
                    },
                    List.of(entries.get(at).toArray())));
        }
        return decoders;
    }

    /** What reads its stored form. */
    List<Decoder> decoders() {
        return decoders;
    }

    String name() {
        return name;
    }

    /** What it heard next on that day. */
    List<ChannelEvent> whatCameNext() {
        return tape.rest();
    }

    /** Starts it once more. */
    Ear start() {
        return start.apply(new WatchedSigner(signers.get()));
    }

    /** All that a machine heard in a day, and how much of it before this moment. */
    private record Tape(List<ChannelEvent> heard, int past) {

        List<ChannelEvent> rest() {
            return heard.subList(past, heard.size());
        }
    }

    private static final class HouseholdEar implements Ear {

        private final StateCodec codec;
        private final ChannelSigner signer;
        private ChannelDriver driver;

        HouseholdEar(ChannelState state, StateCodec codec, ChannelSigner signer) {
            this.codec = codec;
            this.signer = signer;
            this.driver = ChannelDriver.start(state, this::save, signer, new Nowhere());
            hearNewest(state);
        }

        /** The signer's record has the newest version; its account, which begins here, is told of it. */
        private void hearNewest(ChannelState state) {
            if (state instanceof Funded funded) {
                var unused = SigningBench.complete(funded.newestShown(), signer);
            } else if (state instanceof Reconnecting reconnecting) {
                hearNewest(reconnecting.inner());
            } else if (state instanceof Resolving resolving) {
                hearNewest(resolving.before());
            }
        }

        private void save(ChannelState next) {
            assertThat(codec.decode(codec.encode(next)).value())
                    .as("the stored form of %s", next.name())
                    .contains(next);
            checkConservation(next);
        }

        private static void checkConservation(ChannelState state) {
            if (state instanceof Funded funded) {
                checkConservation(funded.channel());
            } else if (state instanceof Reconnecting reconnecting) {
                checkConservation(reconnecting.inner().channel());
            } else if (state instanceof Resolving resolving) {
                checkConservation(resolving.before().channel());
            }
        }

        private static void checkConservation(Channel channel) {
            Coin wallet = channel.context().wallet().value();
            for (Ledger ledger : List.of(
                    channel.commitments().own().ledger(),
                    channel.commitments().newestOfPeer().ledger())) {
                assertThat(ledger.balances().total().add(ledger.units().total()))
                        .as("a + b + u + pending units")
                        .isEqualTo(wallet);
            }
        }

        @Override
        public void hear(ChannelEvent event) {
            driver.handle(event);
            assertThat(driver.failure()).isEmpty();
        }

        @Override
        public void restart() {
            driver = ChannelDriver.resume(driver.state(), this::save, signer, new Nowhere());
            assertThat(driver.failure()).isEmpty();
        }

        @Override
        public String place() {
            return driver.state().name();
        }
    }

    private static final class UtilityEar implements Ear {

        private final UtilityRig rig;
        private final ChannelSigner signer;
        private UtilityDriver driver;

        UtilityEar(UtilityState state, UtilityRig rig, ChannelSigner signer) {
            this.rig = rig;
            this.signer = signer;
            this.driver = UtilityDriver.start(state, this::save, signer, new Nowhere());
        }

        private void save(UtilityState next) {
            assertThat(rig.codec().decode(rig.codec().encode(next)).value())
                    .as("the stored form of %s", next.name())
                    .contains(next);
        }

        @Override
        public void hear(ChannelEvent event) {
            driver.handle(event);
            assertThat(driver.failure()).isEmpty();
        }

        @Override
        public void restart() {
            driver = UtilityDriver.resume(driver.state(), this::save, signer, new Nowhere());
            assertThat(driver.failure()).isEmpty();
        }

        @Override
        public String place() {
            return driver.state().name();
        }
    }

    /** Nothing that a machine does reaches anybody. */
    private static final class Nowhere implements ChannelAction.Performer {

        @Override
        public void send(ChannelAction.Send action) {}

        @Override
        public void disconnect(ChannelAction.Disconnect action) {}

        @Override
        public void watch(ChannelAction.Watch action) {}

        @Override
        public void lookUp(ChannelAction.LookUp action) {}

        @Override
        public void signInputs(ChannelAction.SignInputs action) {}

        @Override
        public void publish(ChannelAction.Publish action) {}

        /** A machine never asks its signer for what it refuses, whatever it was told. */
        @Override
        public void report(ChannelAction.Report action) {
            if (action.notice() instanceof Notice.SigningRefused refused) {
                throw new AssertionError(refused.refusal().message());
            }
        }
    }
}
