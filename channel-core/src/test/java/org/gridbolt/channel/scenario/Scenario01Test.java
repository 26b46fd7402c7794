package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.gridbolt.multisig.Party.CONSUMER;
import static org.gridbolt.multisig.Party.PRODUCER;
import static org.gridbolt.multisig.Party.UTILITY;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.SubmitResult;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.ClosingSigned;
import org.gridbolt.channel.message.CommitmentSigned;
import org.gridbolt.channel.message.MessageCodec;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.testing.Post.Letter;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.Signature;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.multisig.tx.PenaltyTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.pricing.Slot;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** U completes A's signature on B's version. */
@OnBitcoind
class Scenario01Test {

    private static final int SLOTS = 24;

    private StreetOnBitcoind<UtilityRig> street;

    @BeforeEach
    void open(Bitcoind bitcoind) {
        street = StreetOnBitcoind.withUtility(bitcoind).open();
    }

    /** B's version with A's signature in it, and U's in each place where another one belongs. */
    private List<Transaction> completedByTheUtility() {
        Channel channel = street.producer().channel();
        CommitmentTx version = channel.ownVersion();
        Signature consumers = channel.commitments().own().signature();
        assertThat(version.verify(consumers, CONSUMER)).isTrue();
        List<Transaction> completed = new ArrayList<>();
        for (Party pair : List.of(CONSUMER, PRODUCER)) {
            Signature own = version.sign(street.utility().secrets().walletKeyWith(pair));
            completed.add(version.signed(consumers, own));
            for (Party household : List.of(CONSUMER, PRODUCER)) {
                PenaltyTx path = PenaltyTx.build(version.wallet(), household, version.balances(), Sha256Hash.ZERO_HASH);
                List<Bytes> witness =
                        path.signed(consumers, own).inputs().get(0).witness();
                completed.add(version.unsigned().withWitnesses(List.of(witness)));
            }
        }
        return completed;
    }

    @Test
    void role_keys_refuse_it_on_every_path() {
        List<Transaction> completed = completedByTheUtility();

        assertThat(street.submit(completed.get(0), street.producer())).isInstanceOf(SubmitResult.Rejected.class);
        assertThat(completed)
                .hasSize(6)
                .allSatisfy(forged -> assertThatThrownBy(() -> street.miner().mineExactly(List.of(forged)))
                        .hasMessageContaining("script-verify-flag-failed"));
        // The same version, completed by the one whom the signature was for, is a valid block's.
        Transaction genuine = street.producer().signed(street.producer().channel());
        street.miner().mineExactly(List.of(genuine));
        assertThat(street.isConfirmed(genuine)).isTrue();
    }

    /** On a PLAIN wallet nothing else stands between the utility and a revoked state. */
    @Test
    void nor_on_a_plain_wallet_where_such_a_signature_would_be_enough(Bitcoind bitcoind) {
        street = StreetOnBitcoind.withUtility(bitcoind, StreetOnBitcoind.PLAIN).open();
        of_a_whole_day_no_byte_that_the_utility_was_sent_or_stored_holds_such_a_signature();
    }

    /** Up to the close: once it is mined, its signatures are everybody's. */
    @Test
    void of_a_whole_day_no_byte_that_the_utility_was_sent_or_stored_holds_such_a_signature() {
        tradeAllDay();
        street.consumer().handle(new Command.CloseTogether());
        street.deliver();

        String sentToHouseholds = hex(Stream.of(CONSUMER, PRODUCER));
        String sentToUtility = hex(Stream.of(UTILITY));
        String everStored = String.join(
                "-", street.utility().stored().stream().map(Bytes::toHex).toList());
        assertThat(signatures()).hasSizeGreaterThan(2 * 2 * SLOTS).allSatisfy(signature -> {
            assertThat(sentToHouseholds.contains(signature)).isTrue();
            assertThat(sentToUtility.contains(signature)).isFalse();
            assertThat(everStored.contains(signature)).isFalse();
        });
    }

    /** Two units in each slot, offered before it and delivered in it. */
    private void tradeAllDay() {
        List<Ticket> running = List.of();
        for (int number = 0; number <= SLOTS; number++) {
            Slot slot = new Slot(number);
            street.moveToOffersOf(slot);
            List<Ticket> next = number < SLOTS ? street.utility().issue(slot, 2, 200) : List.of();
            street.deliver();
            next.forEach(ticket -> street.offer(ticket.unit()));
            street.moveTo(street.schedule().start(slot).value());
            running.forEach(this::measure);
            running = next;
        }
        assertThat(street.consumer().channel().commitments().own().number().value())
                .isGreaterThan(2 * SLOTS);
    }

    private void measure(Ticket ticket) {
        street.utility().measure(street.producer().channel().context().ref(), ticket.unit(), ticket.energy());
        street.deliver();
    }

    private String hex(Stream<Party> receivers) {
        return String.join(
                "-",
                receivers
                        .flatMap(receiver -> street.post().sentTo(receiver).stream())
                        .map(letter -> MessageCodec.encode(letter.message()).toHex())
                        .toList());
    }

    /** Of each signature between the households the number r, as both encodings of a signature have it. */
    private List<String> signatures() {
        return Stream.of(CONSUMER, PRODUCER)
                .flatMap(receiver -> street.post().sentTo(receiver).stream())
                .map(Letter::message)
                .flatMap(Scenario01Test::signature)
                .map(signature -> signature.bytes().slice(0, 32).toHex().replaceFirst("^(00)+", ""))
                .toList();
    }

    private static Stream<Signature> signature(ChannelMessage message) {
        if (message instanceof OpeningSigned opening) {
            return Stream.of(opening.signature());
        }
        if (message instanceof CommitmentSigned commitment) {
            return Stream.of(commitment.signature());
        }
        return message instanceof ClosingSigned closing ? Stream.of(closing.signature()) : Stream.empty();
    }
}
