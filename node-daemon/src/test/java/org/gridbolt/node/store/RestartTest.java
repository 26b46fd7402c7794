package org.gridbolt.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.node.store.StoreAssert.flawOf;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.driver.ChannelDriver;
import org.gridbolt.channel.driver.UtilityDriver;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.signer.HouseholdSigner;
import org.gridbolt.channel.signer.UtilitySigner;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.Closed;
import org.gridbolt.channel.state.DataLoss;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.Town;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.channel.utility.Guarding;
import org.gridbolt.channel.utility.Settling;
import org.gridbolt.channel.utility.Trading;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real channel whose three parties keep what they have on a disk, and end and start again between any two steps. */
class RestartTest {

    private static final Price PRICE = new Price(10_000L * 1_000_000_000L);

    private static final List<Party> PARTIES = List.of(Party.values());

    @TempDir(factory = QuickDirectory.class)
    private Path directory;

    private final Town town = new Town(Conditions.DEFAULT);
    private final Map<Party, NodeStore> stores = new EnumMap<>(Party.class);
    private int restarts;

    @BeforeEach
    void settleIn() throws IOException {
        town.mine(1);
        for (Party party : Party.values()) {
            Files.createDirectory(directory(party));
            open(party);
        }
        for (Party party : List.of(Party.CONSUMER, Party.PRODUCER)) {
            HouseholdRig rig = rig(party);
            durable(party).save(rig.state());
        }
        utility().save(town.utility().state());
        restartAll();
    }

    @AfterEach
    void close() throws IOException {
        for (NodeStore store : stores.values()) {
            store.close();
        }
    }

    private Path directory(Party party) {
        return directory.resolve(party.name());
    }

    private PublicKey node(Party party) {
        return party == Party.UTILITY
                ? town.utility().profile().nodeKey().publicKey()
                : rig(party).profile().nodeKey().publicKey();
    }

    @CanIgnoreReturnValue
    private NodeStore open(Party party) throws IOException {
        NodeStore store = NodeStore.open(directory(party), node(party));
        stores.put(party, store);
        return store;
    }

    private NodeStore store(Party party) {
        return Objects.requireNonNull(stores.get(party));
    }

    private HouseholdRig rig(Party party) {
        return party == Party.CONSUMER ? town.consumer() : town.producer();
    }

    private DurableHousehold durable(Party party) throws IOException {
        return store(party).household(rig(party).keyId(), rig(party).profile());
    }

    private DurableUtility utility() throws IOException {
        return store(Party.UTILITY)
                .utility(town.utility().profile(), town.utility().plan());
    }

    private void restartAll() throws IOException {
        for (Party party : Party.values()) {
            restart(party);
        }
    }

    /** Ends a party's process and starts another one on its files. */
    private void restart(Party party) throws IOException {
        store(party).close();
        open(party);
        takeUp(party);
        reconnect(party);
        restarts++;
    }

    private void takeUp(Party party) throws IOException {
        if (party == Party.UTILITY) {
            assertThat(resumeUtility().restored()).isFalse();
        } else {
            assertThat(resume(party).restored()).isFalse();
        }
    }

    private Resumed<ChannelDriver> resume(Party party) throws IOException {
        HouseholdSigner signer = rig(party).signerOn(store(party).marks());
        Resumed<ChannelDriver> resumed =
                durable(party).resume(signer, rig(party)).orElseThrow();
        rig(party).goOn(resumed.driver());
        return resumed;
    }

    private Resumed<UtilityDriver> resumeUtility() throws IOException {
        UtilitySigner signer = town.utility().signerOn(store(Party.UTILITY).marks());
        Resumed<UtilityDriver> resumed =
                utility().resume(signer, town.utility()).orElseThrow();
        town.utility().goOn(resumed.driver());
        return resumed;
    }

    private void reconnect(Party party) {
        PARTIES.forEach(other -> town.post().lose(party, other));
        if (party == Party.UTILITY) {
            for (Party household : List.of(Party.CONSUMER, Party.PRODUCER)) {
                town.utility().connect(household);
                rig(household).connect(Party.UTILITY);
            }
        } else {
            rig(party).connect(Party.UTILITY);
            town.utility().connect(party);
            rig(party.peer()).disconnected(party);
            rig(party.peer()).connect(party);
            rig(party).connect(party.peer());
        }
        town.deliver();
    }

    private void openChannel() throws IOException {
        town.consumer().open(Neighbourhood.CONSUMER_SHARE);
        restartAll();
        town.producer().open(Neighbourhood.PRODUCER_SHARE);
        town.deliver();
        restartAll();
        town.mine(1);
        restartAll();
        assertThat(town.consumer().state()).isInstanceOf(Active.class);
        assertThat(town.producer().state()).isInstanceOf(Active.class);
    }

    private List<UnitNumber> issue(int slot, int units) {
        int[] energies = new int[units];
        Arrays.fill(energies, 250);
        return town.issue(new Slot(slot), PRICE, energies);
    }

    private void deliver(Slot slot, UnitNumber unit) {
        town.measure(town.producer().channel().context().ref(), slot, unit, 250);
    }

    @Test
    void a_channel_is_opened_traded_and_closed_through_restarts_of_all_three_between_any_two_steps()
            throws IOException {
        openChannel();
        for (int slot = 0; slot < 3; slot++) {
            List<UnitNumber> units = issue(2 * slot, 3);
            restartAll();
            for (UnitNumber unit : units) {
                town.offer(unit);
                restart(PARTIES.get(unit.value() % 3));
            }
            for (UnitNumber unit : units) {
                deliver(new Slot(2 * slot), unit);
                restart(PARTIES.get((unit.value() + 1) % 3));
            }
            town.mine(1);
            restartAll();
        }
        Coin paid = Coin.valueOf(9 * 2_500);
        for (HouseholdRig household : List.of(town.consumer(), town.producer())) {
            assertThat(household.state()).isInstanceOf(Active.class);
            assertThat(household.channel().commitments().own().ledger().tickets())
                    .isEmpty();
            assertThat(household
                            .channel()
                            .commitments()
                            .own()
                            .ledger()
                            .balances()
                            .producer())
                    .isEqualTo(Neighbourhood.PRODUCER_SHARE.add(paid));
            assertThat(household.notices(Notice.Terminal.class)).isEmpty();
        }
        town.consumer().handle(new Command.CloseTogether());
        restart(Party.CONSUMER);
        town.deliver();
        town.mine(1);
        restartAll();
        town.mine(100);

        assertThat(town.consumer().state()).isInstanceOf(Closed.class);
        assertThat(town.producer().state()).isInstanceOf(Closed.class);
        assertThat(restarts).isGreaterThan(30);
        restartAll();
    }

    /** Scenario 22 on a disk: the directory of the producer is put back to what it was, by hand. */
    @Test
    void an_old_file_of_channels_is_noticed_and_nothing_of_it_is_ever_published() throws IOException {
        openChannel();
        List<UnitNumber> units = issue(0, 3);
        town.offer(units.get(0));
        Path old = copyChannels();
        units.subList(1, 3).forEach(town::offer);
        units.forEach(unit -> deliver(new Slot(0), unit));
        store(Party.PRODUCER).close();
        putBack(old);

        NodeStore store = open(Party.PRODUCER);
        assertThat(store.staleness().orElseThrow().cause()).isEqualTo(Staleness.Cause.COMMITS_MISSING);
        assertThat(resume(Party.PRODUCER).restored()).isTrue();

        assertProducerWaitsAndGetsItsOwn();
    }

    /** Without any counter of the files: by the signer's record of the channel alone. */
    @Test
    void an_old_state_is_noticed_by_what_its_signer_signed_since() throws IOException {
        openChannel();
        List<UnitNumber> units = issue(0, 3);
        town.offer(units.get(0));
        ChannelState old = town.producer().state();
        units.subList(1, 3).forEach(town::offer);
        units.forEach(unit -> deliver(new Slot(0), unit));
        durable(Party.PRODUCER).save(old);

        Resumed<ChannelDriver> resumed = resume(Party.PRODUCER);

        assertThat(resumed.restored()).isTrue();
        assertThat(resumed.stale().orElseThrow().message())
                .contains("signer has revoked")
                .doesNotContain("\n");
        restartStore(Party.PRODUCER);
        assertThat(resume(Party.PRODUCER).restored()).isTrue();
        assertProducerWaitsAndGetsItsOwn();
    }

    private void restartStore(Party party) throws IOException {
        store(party).close();
        assertThat(open(party).staleness()).isEmpty();
    }

    private void assertProducerWaitsAndGetsItsOwn() {
        assertThat(town.producer().state()).isInstanceOf(DataLoss.class);
        reconnect(Party.PRODUCER);
        town.producer().handle(new Command.CloseAlone());
        town.mine(45);

        assertThat(town.producer().published(Purpose.COMMITMENT)).isEmpty();
        assertThat(town.producer().published(Purpose.CLAIM)).isNotEmpty();
        assertThat(town.producer().state()).isInstanceOf(Resolving.class);
    }

    private Path copyChannels() throws IOException {
        Path old = Files.createDirectory(directory.resolve("old"));
        for (String name : List.of("channels.db", "channels.db-wal")) {
            Files.copy(directory(Party.PRODUCER).resolve(name), old.resolve(name));
        }
        return old;
    }

    private void putBack(Path old) throws IOException {
        for (String name : List.of("channels.db", "channels.db-wal")) {
            Files.copy(old.resolve(name), directory(Party.PRODUCER).resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void a_channel_that_was_being_opened_in_a_backup_is_not_gone_on_with() throws IOException {
        town.consumer().open(Neighbourhood.CONSUMER_SHARE);
        Path backup = directory.resolve("backup.db");
        store(Party.CONSUMER).backup(backup);
        town.producer().open(Neighbourhood.PRODUCER_SHARE);
        town.deliver();
        store(Party.CONSUMER).close();
        Files.delete(directory(Party.CONSUMER).resolve("channels.db"));
        NodeStore.restore(backup, directory(Party.CONSUMER), node(Party.CONSUMER));
        open(Party.CONSUMER);

        flawOf(StoreFlaw.OpeningRestored.class, () -> resume(Party.CONSUMER));
    }

    private void restoreUtility(Path backup) throws IOException {
        store(Party.UTILITY).close();
        Files.delete(directory(Party.UTILITY).resolve("channels.db"));
        NodeStore.restore(backup, directory(Party.UTILITY), node(Party.UTILITY));
        open(Party.UTILITY);
    }

    @Test
    void a_utility_on_a_backup_rules_and_signs_nothing_more_also_after_another_restart() throws IOException {
        openChannel();
        Path backup = directory.resolve("backup.db");
        store(Party.UTILITY).backup(backup);
        List<UnitNumber> units = issue(0, 2);
        units.forEach(town::offer);
        deliver(new Slot(0), units.get(0));
        restoreUtility(backup);
        assertThat(utility().load().orElseThrow()).isInstanceOf(Trading.class);

        assertThat(resumeUtility().restored()).isTrue();
        reconnect(Party.UTILITY);
        town.mine(3);
        store(Party.UTILITY).close();
        assertThat(open(Party.UTILITY).staleness()).isEmpty();
        assertThat(resumeUtility().restored()).isTrue();
        reconnect(Party.UTILITY);
        town.mine(60);

        assertThat(((Settling) town.utility().state()).before()).isInstanceOf(Guarding.class);
        for (Purpose purpose : Purpose.values()) {
            assertThat(town.utility().published(purpose)).isEmpty();
        }
        assertThat(town.post().sent(RulingIssued.class, Party.UTILITY)).isEmpty();
    }

    /** Without any counter of the files: by the signer's record of the channel alone. */
    @Test
    void an_old_state_of_the_utility_is_noticed_by_the_ruling_that_its_signer_carried_out() throws IOException {
        openChannel();
        List<UnitNumber> units = issue(0, 1);
        town.offer(units.get(0));
        town.measure(town.producer().channel().context().ref(), new Slot(0), units.get(0), 0);
        UtilityState old = town.utility().state();
        while (town.utility().published(Purpose.PENALTY).isEmpty()) {
            old = town.utility().state();
            town.mine(1);
        }
        assertThat(old).isInstanceOf(Trading.class);
        int published = town.utility().published(Purpose.PENALTY).size();
        utility().save(old);

        Resumed<UtilityDriver> resumed = resumeUtility();

        assertThat(resumed.restored()).isTrue();
        assertThat(resumed.stale().orElseThrow().message()).contains("does not know the ruling");
        assertThat(resumed.driver().state()).isInstanceOf(Guarding.class);
        assertThat(town.utility().published(Purpose.PENALTY)).hasSize(published);
    }

    @Test
    void a_utilitys_channel_that_was_being_opened_in_a_backup_is_not_gone_on_with() throws IOException {
        town.consumer().open(Neighbourhood.CONSUMER_SHARE);
        town.deliver();
        Path backup = directory.resolve("backup.db");
        store(Party.UTILITY).backup(backup);
        town.producer().open(Neighbourhood.PRODUCER_SHARE);
        town.deliver();
        restoreUtility(backup);

        flawOf(StoreFlaw.OpeningRestored.class, this::resumeUtility);
    }

    /** A driver whose store takes no more keeps what is durable, says nothing, and closes nothing. */
    @Test
    void a_channel_whose_store_was_taken_over_stops_and_says_nothing_more() throws IOException {
        openChannel();
        List<UnitNumber> units = issue(0, 2);
        Files.delete(directory(Party.PRODUCER).resolve("lock"));
        HouseholdSigner signer =
                rig(Party.PRODUCER).signerOn(store(Party.PRODUCER).marks());
        ChannelDriver driver = durable(Party.PRODUCER)
                .resume(signer, rig(Party.PRODUCER))
                .orElseThrow()
                .driver();
        ChannelState before = driver.state();
        int sent = sent();
        openElsewhere();

        driver.handle(new Command.CloseAlone());

        assertThat(driver.failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                StoreUnusable.class,
                                refused -> assertThat(refused.flaw()).isInstanceOf(StoreFlaw.Fenced.class)));
        assertThat(driver.state()).isEqualTo(before);
        assertThat(sent()).isEqualTo(sent);
        assertThat(town.producer().published(Purpose.COMMITMENT)).isEmpty();
        assertThat(units).hasSize(2);
    }

    /** How many letters the producer has sent. */
    private int sent() {
        return town.post().sentTo(Party.CONSUMER).size()
                + town.post().sentTo(Party.UTILITY).size();
    }

    private void openElsewhere() throws IOException {
        StoreProcess.takeOver(directory(Party.PRODUCER));
    }
}
