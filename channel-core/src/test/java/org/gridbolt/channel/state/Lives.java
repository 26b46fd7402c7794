package org.gridbolt.channel.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.event.MessageReceived;
import org.gridbolt.channel.message.AbsenceReported;
import org.gridbolt.channel.message.FundingSigned;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.message.RulingConceded;
import org.gridbolt.channel.message.RulingIssued;
import org.gridbolt.channel.testing.Gradings;
import org.gridbolt.channel.testing.HouseholdRig;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.Town;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.penalty.ruling.RulingFile;
import org.gridbolt.penalty.ruling.UnitVerdict;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** The lives of channels of every kind, from the opening to the end. */
public final class Lives {

    private Lives() {}

    private static final UnitNumber UNIT = new UnitNumber(1);

    private static Neighbourhood honestDay() {
        Neighbourhood street = Neighbourhood.withTickets(2, 250);
        street.offer(1);
        street.reveal(1);
        street.consumer().handle(new Command.CloseTogether());
        street.deliver();
        street.mine(101);
        return street;
    }

    private static Neighbourhood producerAsksToClose() {
        Neighbourhood street = Neighbourhood.withTickets(2, 250);
        street.offer(1);
        street.producer().handle(new Command.CloseTogether());
        street.deliver();
        street.reveal(1);
        street.mine(101);
        return street;
    }

    private static Neighbourhood defaulted() {
        Neighbourhood street = Neighbourhood.withTickets(2, 250);
        street.offer(1);
        street.utility()
                .toBoth(new RulingIssued(street.utility()
                        .rule(
                                List.of(UNIT),
                                List.of(UnitVerdict.defaulted(UNIT, new WattHours(250))),
                                WattHours.ZERO)));
        street.deliver();
        return street;
    }

    private static Neighbourhood penalty() {
        Neighbourhood street = defaulted();
        Ruled ruled = (Ruled) street.consumer().state();
        PenaltyTx penalty = ruled.penalty();
        Signature consumer = penalty.sign(street.consumer().secrets().walletKeyWith(Party.UTILITY));
        Signature utility = penalty.sign(street.utility().secrets().walletKeyWith(Party.CONSUMER));
        submit(street, penalty.signed(consumer, utility));
        street.mine(101);
        return street;
    }

    private static void submit(Neighbourhood street, Transaction parent) {
        Transaction child = street.consumer().purse().bump(parent);
        assertThat(street.view().submit(List.of(parent, child))).isInstanceOf(SubmitResult.Accepted.class);
    }

    private static Neighbourhood commitmentBeforePenalty() {
        Neighbourhood street = defaulted();
        street.producer().cheat(street.producer().channel());
        street.mine(2);
        return street;
    }

    private static Neighbourhood cheat() {
        Neighbourhood street = Neighbourhood.withTickets(2, 250);
        Channel old = street.producer().channel();
        street.offer(1);
        street.producer().cheat(old);
        street.mine(150);
        return street;
    }

    private static Neighbourhood alone() {
        Neighbourhood street = Neighbourhood.withTickets(2, 250);
        street.offer(1);
        street.consumer().handle(new Command.CloseAlone());
        street.mine(1);
        List<ChainTip> tips = List.of(street.regtest().reorg(new BlockCount(1), List.of()));
        assertThat(tips).hasSize(1);
        street.follow();
        street.mine(110);
        return street;
    }

    private static Neighbourhood overdue() {
        Neighbourhood street = Neighbourhood.withTickets(2, 250);
        street.offer(1);
        street.mine(40);
        return street;
    }

    /** The consumer is gone: the producer closes with the utility. */
    private static Neighbourhood arbitrated() {
        Neighbourhood street = Neighbourhood.withTickets(2, 250);
        street.offer(1);
        street.reveal(1);
        street.mine(1);
        street.post().holdBack(letter -> letter.to() == Party.CONSUMER);
        street.producer().disconnected(Party.CONSUMER);
        street.mine(7);
        street.producer().handle(new Command.CloseWithout());
        street.deliver();
        RulingFile ruling = street.utility()
                .settleWithout(
                        street.utility().others(AbsenceReported.class).get(0).absence(),
                        street.utility().newest(Party.CONSUMER),
                        street.utility().newest(Party.PRODUCER));
        street.post().send(Party.UTILITY, Party.PRODUCER, new RulingIssued(ruling));
        street.deliver();
        PenaltyTx close = ((Ruled) street.producer().state()).penalty();
        Signature producer = close.sign(street.producer().secrets().walletKeyWith(Party.UTILITY));
        Signature utility = close.sign(street.utility().secrets().walletKeyWith(Party.PRODUCER));
        submit(street, close.signed(producer, utility));
        street.mine(101);
        return street;
    }

    private static Neighbourhood brokenConnection() {
        Neighbourhood street = Neighbourhood.withTickets(2, 250);
        street.consumer().disconnected(Party.PRODUCER);
        street.producer().disconnected(Party.CONSUMER);
        street.consumer().connect(Party.PRODUCER);
        street.producer().connect(Party.CONSUMER);
        street.deliver();
        return street;
    }

    private static Neighbourhood backup() {
        Neighbourhood street = Neighbourhood.withTickets(2, 250);
        ChannelState old = street.producer().state();
        street.offer(1);
        street.producer().replaceState(new Reconnecting((Running) old));
        street.consumer().disconnected(Party.PRODUCER);
        street.consumer().connect(Party.PRODUCER);
        street.producer().connect(Party.CONSUMER);
        street.deliver();
        street.mine(2);
        return street;
    }

    private static Neighbourhood fundingUndone() {
        Neighbourhood street = Neighbourhood.withChannel();
        assertThat(street.regtest().reorg(new BlockCount(1), List.of())).isNotNull();
        street.follow();
        street.mine(1);
        return street;
    }

    private static Neighbourhood fundingLost() {
        Neighbourhood street = new Neighbourhood();
        street.post().holdBack(letter -> letter.message() instanceof FundingSigned);
        street.consumer().open(Neighbourhood.CONSUMER_SHARE);
        street.producer().open(Neighbourhood.PRODUCER_SHARE);
        street.deliver();
        Transaction elsewhere = street.consumer().purse().spendElsewhere();
        assertThat(street.view().submit(List.of(elsewhere))).isInstanceOf(SubmitResult.Accepted.class);
        street.mine(101);
        return street;
    }

    private static Neighbourhood forgedOpening() {
        Neighbourhood street = new Neighbourhood();
        street.post().holdBack(letter -> letter.message() instanceof OpeningSigned);
        street.consumer().open(Neighbourhood.CONSUMER_SHARE);
        street.producer().open(Neighbourhood.PRODUCER_SHARE);
        street.deliver();
        OpeningSigned theirs = (OpeningSigned) street.post().held().get(0).message();
        street.consumer()
                .handle(new MessageReceived(
                        Party.PRODUCER, new OpeningSigned(Sha256Hash.ZERO_HASH, theirs.signature())));
        return street;
    }

    /** A default whose penalty is waived, and one where the producer's word does not come through. */
    private static Town waivable(boolean conceded) {
        Town town = Town.withChannel(Gradings.of(new Graded(new Fraction(1, 10), 0, PerMille.ZERO)));
        UnitNumber unit = town.issue(new Slot(0), new Price(10_000L * 1_000_000_000L), 250)
                .get(0);
        town.offer(unit);
        town.measure(town.consumer().channel().context().ref(), new Slot(0), unit, 0);
        town.post().holdBack(letter -> !conceded && letter.message() instanceof RulingConceded);
        town.mine(14);
        return town;
    }

    /** The households that lived them. */
    public static List<HouseholdRig> households() {
        Stream<HouseholdRig> waivable =
                Stream.of(waivable(true), waivable(false)).flatMap(town -> Stream.of(town.consumer(), town.producer()));
        return Stream.concat(streets().flatMap(street -> Stream.of(street.consumer(), street.producer())), waivable)
                .toList();
    }

    private static Stream<Neighbourhood> streets() {
        return Stream.of(
                honestDay(),
                producerAsksToClose(),
                penalty(),
                commitmentBeforePenalty(),
                cheat(),
                alone(),
                overdue(),
                arbitrated(),
                brokenConnection(),
                backup(),
                fundingUndone(),
                fundingLost(),
                forgedOpening());
    }
}
