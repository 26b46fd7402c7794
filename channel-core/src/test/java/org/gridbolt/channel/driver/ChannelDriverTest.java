package org.gridbolt.channel.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.event.ChainNews;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.ConnectionEvent;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.state.AwaitingTerms;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.New;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.tx.FundingContribution;
import org.junit.jupiter.api.Test;

class ChannelDriverTest {

    private static final ChannelSigner SIGNER = new Neighbourhood().consumer().signer();

    private final List<String> protocol = new ArrayList<>();
    private final New fresh = new New(new Neighbourhood().consumer().profile(), Set.of());
    private final Command.Open open = new Command.Open(
            new KeyId(Examples.bytes32("id").slice(0, KeyId.SIZE)),
            new FundingContribution(Party.CONSUMER, Neighbourhood.CONSUMER_SHARE, List.of(), Optional.empty()));

    private final class World implements ChannelAction.Performer {

        private Runnable onSend = () -> {};

        @Override
        public void send(ChannelAction.Send action) {
            protocol.add("send " + action.message().kind());
            onSend.run();
        }

        @Override
        public void disconnect(ChannelAction.Disconnect action) {
            protocol.add("disconnect");
        }

        @Override
        public void watch(ChannelAction.Watch action) {
            protocol.add("watch");
        }

        @Override
        public void lookUp(ChannelAction.LookUp action) {
            protocol.add("look up");
        }

        @Override
        public void signInputs(ChannelAction.SignInputs action) {
            protocol.add("sign");
        }

        @Override
        public void publish(ChannelAction.Publish action) {
            protocol.add("publish");
        }

        @Override
        public void report(ChannelAction.Report action) {
            protocol.add("report");
        }
    }

    private final World world = new World();

    private void save(ChannelState next) {
        protocol.add("save " + next.name());
    }

    @Test
    void a_state_is_saved_before_anything_that_depends_on_it_is_sent() {
        ChannelDriver driver = ChannelDriver.start(fresh, this::save, SIGNER, world);

        driver.handle(open);

        assertThat(protocol).containsExactly("save AwaitingTerms", "send ChannelRequested");
    }

    @Test
    void when_the_store_fails_nothing_is_sent_and_the_old_state_stays() {
        ChannelDriver driver = ChannelDriver.start(
                fresh,
                next -> {
                    throw new IOException("no space left on device");
                },
                SIGNER,
                world);

        driver.handle(open);

        assertThat(protocol).isEmpty();
        assertThat(driver.state()).isSameAs(fresh);
        assertThat(driver.failure()).isPresent();
    }

    @Test
    void after_a_failure_no_event_is_taken_any_more() {
        ChannelDriver driver = ChannelDriver.start(
                fresh,
                next -> {
                    throw new IOException("no space left on device");
                },
                SIGNER,
                world);
        driver.handle(open);

        driver.handle(open);

        assertThat(driver.state()).isSameAs(fresh);
        assertThat(protocol).isEmpty();
    }

    @Test
    void a_step_that_changes_nothing_costs_no_save() {
        ChannelDriver driver = ChannelDriver.start(fresh, this::save, SIGNER, world);

        driver.handle(new ChainNews.Tick(new BlockHeight(1), Instant.EPOCH));

        assertThat(protocol).isEmpty();
    }

    @Test
    void events_that_come_together_share_one_save() {
        ChannelDriver driver = ChannelDriver.start(fresh, this::save, SIGNER, world);

        driver.handle(List.of(open, new ConnectionEvent.Connected(Party.UTILITY)));

        assertThat(protocol).containsExactly("save AwaitingTerms", "send ChannelRequested", "send ChannelRequested");
    }

    @Test
    void an_event_that_an_action_causes_waits_for_the_actions_before_it() {
        ChannelDriver driver = ChannelDriver.start(fresh, this::save, SIGNER, world);
        List<ChannelState> seen = new ArrayList<>();
        world.onSend = () -> {
            world.onSend = () -> {};
            driver.handle(open);
            seen.add(driver.state());
        };

        driver.handle(open);

        assertThat(seen).hasOnlyElementsOfType(AwaitingTerms.class);
        assertThat(protocol).containsExactly("save AwaitingTerms", "send ChannelRequested", "report");
    }
}
