package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.driver.UtilityDriver;
import org.gridbolt.channel.driver.UtilityStore;
import org.gridbolt.channel.event.ChainNews.Tick;
import org.gridbolt.channel.store.InMemoryUtilityStore;
import org.junit.jupiter.api.Test;

class UtilityDriverTest {

    private final UtilityBench bench = new UtilityBench();
    private final List<String> order = new ArrayList<>();

    /** Notes what is done, and does nothing. */
    private final class Notes implements ChannelAction.Performer {
        @Override
        public void send(ChannelAction.Send action) {
            order.add("send");
        }

        @Override
        public void disconnect(ChannelAction.Disconnect action) {
            order.add("disconnect");
        }

        @Override
        public void watch(ChannelAction.Watch action) {
            order.add("watch");
        }

        @Override
        public void lookUp(ChannelAction.LookUp action) {
            order.add("look up");
        }

        @Override
        public void signInputs(ChannelAction.SignInputs action) {
            order.add("sign");
        }

        @Override
        public void publish(ChannelAction.Publish action) {
            order.add("publish");
        }

        @Override
        public void report(ChannelAction.Report action) {
            order.add("report");
        }
    }

    private UtilityDriver driver(UtilityStore store) {
        return UtilityDriver.start(UtilityState.of(bench.profile, bench.plan), store, bench.signer, new Notes());
    }

    @Test
    void a_state_is_durable_before_anything_that_follows_from_it_is_done() {
        UtilityDriver driver = driver(next -> order.add("save " + next.name()));
        driver.handle(Households.says(CONSUMER, bench.households.request(CONSUMER)));
        driver.handle(Households.says(PRODUCER, bench.households.request(PRODUCER)));
        assertThat(order).containsExactly("save Gathering", "save Offering", "send", "send");
    }

    @Test
    void when_the_store_fails_nothing_is_done_and_nothing_more_is_taken() {
        UtilityDriver driver = driver(next -> {
            throw new IOException("disk full");
        });
        UtilityState before = driver.state();
        driver.handle(Households.says(CONSUMER, bench.households.request(CONSUMER)));
        assertThat(driver.failure()).isPresent();
        assertThat(driver.state()).isEqualTo(before);
        assertThat(order).isEmpty();
    }

    @Test
    void a_stored_channel_is_taken_up_where_it_was() {
        InMemoryUtilityStore store = new InMemoryUtilityStore(bench.profile, bench.plan);
        assertThat(store.load()).isEmpty();
        UtilityDriver driver = driver(store);
        driver.handle(new Tick(UtilityBench.OPENED, Instant.EPOCH));
        driver.handle(Households.says(CONSUMER, bench.households.request(CONSUMER)));
        driver.handle(Households.says(PRODUCER, bench.households.request(PRODUCER)));
        order.clear();

        UtilityDriver again = UtilityDriver.resume(store.load().orElseThrow(), store, bench.signer, new Notes());

        assertThat(again.state()).isEqualTo(driver.state());
        assertThat(order).containsExactly("send", "send");
    }

    @Test
    void an_order_that_cannot_be_followed_is_an_answer() {
        UtilityDriver driver = driver(next -> order.add("save"));
        assertThat(driver.follow(new UtilityOrder.IssueTickets(List.of()))).containsInstanceOf(OrderFlaw.NotNow.class);
        assertThat(order).isEmpty();
    }
}
