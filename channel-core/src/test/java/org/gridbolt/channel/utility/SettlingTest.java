package org.gridbolt.channel.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Watch;
import org.gridbolt.channel.action.Notice;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.action.UnitOutcome;
import org.gridbolt.channel.event.ChainNews.Spent;
import org.gridbolt.channel.event.ChainNews.Unspent;
import org.gridbolt.channel.message.UnitDelivered;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.CloseTx;
import org.gridbolt.multisig.tx.FundedWallet;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.justice.Finding;
import org.junit.jupiter.api.Test;

class SettlingTest {

    private static final long PRICE = 5_000_000_000_000L;

    private final UtilityBench bench = UtilityBench.trading();

    private FundedWallet wallet() {
        return bench.channel().context().wallet();
    }

    /** Five units, each delivered and folded: both households are at version 10. */
    private void fiveUnits() {
        List<Ticket> units = bench.issue(2, PRICE, 250, 250, 250, 250, 250);
        for (Ticket unit : units) {
            bench.accept(List.of(unit));
        }
        for (Ticket unit : units) {
            bench.deliver(unit);
            bench.steps(bench.households.round(List.of(), List.of(unit), List.of()));
        }
    }

    private static Map<Outpoint, TxOutput> outputs(Transaction transaction) {
        Map<Outpoint, TxOutput> outputs = new HashMap<>();
        for (int index = 0; index < transaction.outputs().size(); index++) {
            outputs.put(transaction.outpoint(index), transaction.outputs().get(index));
        }
        return outputs;
    }

    @Test
    void commitment_0_published_while_the_producer_sleeps_pays_the_producer_all_of_the_consumers_balance() {
        fiveUnits();
        Transaction cheat = bench.households.publishedOpening(wallet(), CONSUMER, 0);
        bench.tick(200);
        bench.spent(cheat);
        assertThat(bench.published(Purpose.JUSTICE)).isEmpty();
        bench.tick(201);
        assertThat(bench.published(Purpose.JUSTICE)).isEmpty();

        bench.tick(202);

        Transaction justice = bench.published(Purpose.JUSTICE).get(0);
        assertThat(justice.outputs()).hasSize(1);
        assertThat(justice.outputs().get(0).script()).isEqualTo(Households.payout(PRODUCER));
        assertThat(justice.outputs().get(0).value().add(justice.fee(outputs(cheat)::get)))
                .isEqualTo(Coin.valueOf(200_000));
        Judge.accepts(justice, outputs(cheat));
    }

    @Test
    void the_newest_version_is_left_alone() {
        fiveUnits();
        Households.Version newest = bench.households.version(PRODUCER);
        bench.tick(200);
        bench.spent(bench.households.published(wallet(), PRODUCER, newest.number(), newest.balances(), newest.units()));
        bench.tick(260);
        assertThat(bench.published(Purpose.JUSTICE)).isEmpty();
        assertThat(bench.channel().tower().finding()).containsInstanceOf(Finding.Standing.class);
        bench.tick(300);
        assertThat(bench.state()).isInstanceOf(Closed.class);
        assertThat(bench.reported(Notice.Closed.class)).hasSize(1);
    }

    @Test
    void pending_units_of_a_revoked_version_are_found_by_their_tickets() {
        List<Ticket> units = bench.issue(2, PRICE, 250, 240);
        bench.accept(units);
        Households.Version held = bench.households.version(PRODUCER);
        bench.steps(bench.households.round(List.of(), List.of(), List.of(units.get(0))));
        bench.steps(bench.households.round(List.of(), List.of(), List.of(units.get(1))));
        Transaction cheat =
                bench.households.published(wallet(), PRODUCER, held.number(), held.balances(), held.units());
        bench.tick(200);
        bench.spent(cheat);

        bench.tick(202);

        Transaction justice = bench.published(Purpose.JUSTICE).get(0);
        assertThat(justice.inputs()).hasSize(3);
        assertThat(justice.outputs().get(0).script()).isEqualTo(Households.payout(CONSUMER));
        Judge.accepts(justice, outputs(cheat));
    }

    @Test
    void justice_is_offered_until_what_it_takes_is_gone_and_buried() {
        fiveUnits();
        Transaction cheat = bench.households.publishedOpening(wallet(), CONSUMER, 3);
        bench.tick(200);
        bench.spent(cheat);
        Outpoint balance = bench.channel().tower().watched().get(0);
        assertThat(bench.actions).contains(new Watch(balance));
        bench.tick(202);
        bench.tick(203);
        Transaction justice = bench.published(Purpose.JUSTICE).get(1);

        bench.step(new Spent(balance, justice, bench.tip()));
        bench.tick(204);
        assertThat(bench.published(Purpose.JUSTICE)).hasSize(2);
        bench.step(new Unspent(balance));
        bench.tick(205);
        assertThat(bench.published(Purpose.JUSTICE)).hasSize(3);
        bench.step(new Spent(balance, justice, bench.tip()));
        bench.tick(304);
        assertThat(bench.state()).isInstanceOf(Settling.class);
        bench.tick(305);
        assertThat(bench.state()).isInstanceOf(Closed.class);
    }

    @Test
    void a_reorganisation_that_undoes_the_spend_lets_the_channel_go_on() {
        fiveUnits();
        bench.tick(200);
        bench.spent(bench.households.publishedOpening(wallet(), CONSUMER, 0));

        bench.step(new Unspent(Households.WALLET));

        assertThat(bench.state()).isInstanceOf(Trading.class);
        assertThat(bench.channel().tower().sighting()).isEmpty();
        bench.issue(20, PRICE, 250);
    }

    @Test
    void a_secret_that_comes_after_the_spend_still_convicts() {
        fiveUnits();
        Households.Version held = bench.households.version(CONSUMER);
        Transaction cheat =
                bench.households.published(wallet(), CONSUMER, held.number(), held.balances(), held.units());
        var said = bench.households.round(List.of(), List.of(), List.of());
        bench.steps(said.subList(0, 3));
        bench.tick(200);
        bench.spent(cheat);
        bench.tick(202);
        assertThat(bench.published(Purpose.JUSTICE)).isEmpty();

        bench.step(said.get(3));

        assertThat(bench.published(Purpose.JUSTICE)).hasSize(1);
    }

    @Test
    void a_cooperative_close_is_only_watched() {
        fiveUnits();
        Households.Version last = bench.households.version(CONSUMER);
        CloseTx close = CloseTx.build(wallet(), last.balances(), CONSUMER, Coin.valueOf(500), bench.tip())
                .orElseThrow();
        Transaction signed = close.signed(
                close.sign(bench.households.secrets(CONSUMER).walletKeyWith(PRODUCER)),
                close.sign(bench.households.secrets(PRODUCER).walletKeyWith(CONSUMER)));
        bench.tick(200);

        bench.spent(signed);

        assertThat(bench.reported(Notice.WalletSpent.class))
                .extracting(Notice.WalletSpent::purpose)
                .containsExactly(Purpose.CLOSE);
        Audit audit = Audit.of(bench.state());
        assertThat(audit.with(UnitOutcome.SETTLED)).hasSize(5);
        assertThat(audit.coins(UnitOutcome.SETTLED)).isEqualTo(Coin.valueOf(6_250));
        bench.tick(300);
        assertThat(bench.state()).isInstanceOf(Closed.class);
    }

    @Test
    void a_delivery_is_revealed_even_after_the_wallet_was_spent() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.accept(List.of(unit));
        Households.Version held = bench.households.version(PRODUCER);
        bench.tick(133);
        bench.spent(bench.households.published(wallet(), PRODUCER, held.number(), held.balances(), held.units()));

        bench.deliver(unit);

        assertThat(unit.isRevealedBy(
                        bench.sent(PRODUCER, UnitDelivered.class).get(0).preimage()))
                .isTrue();
    }

    @Test
    void an_acceptance_after_the_wallet_was_spent_does_not_count() {
        Ticket unit = bench.issue(2, PRICE, 250).get(0);
        bench.steps(bench.households.round(List.of(unit), List.of(), List.of()));
        Households.Version held = bench.households.version(PRODUCER);
        bench.spent(bench.households.published(wallet(), PRODUCER, held.number(), held.balances(), held.units()));

        bench.step(bench.households.accept(unit));

        assertThat(bench.channel().files().find(unit.unit()).orElseThrow().acceptance())
                .isEmpty();
    }
}
