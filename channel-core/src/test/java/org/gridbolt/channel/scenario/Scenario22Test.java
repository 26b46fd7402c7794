package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.channel.state.Agreement;
import org.gridbolt.channel.state.ClosingLocal;
import org.gridbolt.channel.state.DataLoss;
import org.gridbolt.channel.state.Recovery;
import org.gridbolt.channel.state.RecoveryFlaw;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.state.SpendKind;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.ScriptedUtility;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.ruling.SideState;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A producer of which nothing is left but its seed: the signed terms and the newest receipts are the utility's to give. */
@OnBitcoind
class Scenario22Test {

    private static final Coin PAID = Coin.valueOf(2_500);

    private StreetOnBitcoind<ScriptedUtility> street;
    private UnitNumber pending = new UnitNumber(1);
    private Recovery recovery;

    /** Two units were delivered and paid, a third one is accepted when the producer's disk dies. */
    @BeforeEach
    void trade(Bitcoind bitcoind) {
        street = StreetOnBitcoind.withScript(bitcoind).open();
        street.moveToOffersOf(new Slot(0));
        ScriptedUtility utility = street.utility();
        utility.announce(
                new Slot(0),
                new Price(10_000L * 1_000_000_000L),
                street.view().tip().height());
        WattHours energy = new WattHours(250);
        List<UnitNumber> units = utility.issue(new Slot(0), List.of(energy, energy, energy));
        street.deliver();
        for (UnitNumber unit : units.subList(0, 2)) {
            street.offer(unit);
            utility.deliver(unit);
            street.deliver();
        }
        pending = units.get(2);
        street.offer(pending);
        recovery = recovery(utility.newest(Party.PRODUCER));
    }

    private Recovery recovery(Signed<StateReceipt> own) {
        Agreement agreement = street.producer().channel().agreement();
        Signed<StateReceipt> peer = street.utility().newest(Party.CONSUMER);
        return new Recovery(
                agreement,
                new SideState(own, List.of(pending)),
                new SideState(peer, List.of(pending)),
                street.utility().books());
    }

    @Test
    void a_restored_producer_spends_its_balance_and_its_unit_on_the_consumers_version() {
        DataLoss restored = recovery.of(
                        street.producer().profile(), street.view().tip().height())
                .orElseThrow();
        street.producer().recover(restored);
        street.consumer().disconnected(Party.PRODUCER);
        street.consumer().connect(Party.PRODUCER);
        street.producer().connect(Party.CONSUMER);
        street.deliver();
        assertThat(street.consumer().state()).isInstanceOf(ClosingLocal.class);
        street.utility().deliver(pending);
        street.deliver();

        street.mine(45);

        assertThat(((Resolving) street.producer().state()).spender().kind()).isEqualTo(SpendKind.PEER_VERSION);
        assertThat(street.producer().published(Purpose.COMMITMENT)).isEmpty();
        Coin due = Neighbourhood.PRODUCER_SHARE.add(PAID.multiply(3));
        assertThat(street.settlement().paid().producer()).isBetween(due.subtract(Coin.valueOf(800)), due);
    }

    @Test
    void a_receipt_that_somebody_else_signed_recovers_nothing() {
        Signed<StateReceipt> forged =
                Signed.sign(street.utility().newest(Party.PRODUCER).content(), Examples.key("not the producer's node"));

        assertThat(recovery(forged)
                        .of(street.producer().profile(), street.view().tip().height())
                        .flaw())
                .hasValueSatisfying(flaw -> assertThat(flaw).isInstanceOf(RecoveryFlaw.BadReceipt.class));
    }

    @Test
    void another_household_recovers_nothing() {
        assertThat(recovery.of(street.consumer().profile(), street.view().tip().height())
                        .flaw())
                .isPresent();
    }
}
