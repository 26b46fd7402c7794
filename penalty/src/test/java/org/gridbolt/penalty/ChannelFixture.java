package org.gridbolt.penalty;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelKeyRing;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.KeyHashScript;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.ChannelRef;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.contract.Household;
import org.gridbolt.penalty.contract.Identity;
import org.gridbolt.penalty.contract.PendingUnits;
import org.gridbolt.penalty.contract.Preimages;
import org.gridbolt.penalty.contract.PriceAnnouncement;
import org.gridbolt.penalty.contract.SlotSchedule;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.penalty.contract.TicketBook;
import org.gridbolt.penalty.contract.TicketDraft;
import org.gridbolt.penalty.contract.VersionTip;
import org.gridbolt.penalty.contract.Windows;
import org.gridbolt.penalty.policy.PenaltyPolicy;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/**
 * A channel of 200000, 80000 and 20000 coins under default terms, with everybody's keys, all derived from names: the same
 * in every run.
 */
public final class ChannelFixture {

    public static final Allocation CONTRIBUTIONS = Allocation.of(200_000, 80_000, 20_000);

    public static final PrivateKey CONSUMER_NODE = key("A's node");
    public static final PrivateKey PRODUCER_NODE = key("B's node");
    public static final PrivateKey UTILITY_NODE = key("U's node");
    public static final PrivateKey CONSUMER_METER = key("A's meter");
    public static final PrivateKey PRODUCER_METER = key("B's meter");

    public static final KeyId CONSUMER_KEY_ID = keyId("A's channel");
    public static final KeyId PRODUCER_KEY_ID = keyId("B's channel");

    public static final ChannelSecrets CONSUMER = secrets(Party.CONSUMER, CONSUMER_KEY_ID);
    public static final ChannelSecrets PRODUCER = secrets(Party.PRODUCER, PRODUCER_KEY_ID);
    public static final ChannelSecrets UTILITY = secrets(Party.UTILITY, keyId("U's channel"));

    public static final ChannelKeyRing KEYS =
            new ChannelKeyRing(CONSUMER.publicKeys(), PRODUCER.publicKeys(), UTILITY.publicKeys());

    public static final SlotSchedule SCHEDULE =
            SlotSchedule.of(new BlockHeight(1000), new BlockCount(6), new BlockHeight(2000), Windows.DEFAULT);

    public static final Terms TERMS = Terms.defaults(identity(), CONTRIBUTIONS, SCHEDULE);

    public static final Outpoint WALLET = new Outpoint(hash("the funding"), 1);

    public static final ChannelRef CHANNEL = ChannelRef.of(TERMS, WALLET);

    public static final Preimages PREIMAGES = Preimages.under(bytes("the utility's preimages", 32));

    private static final long NANO = 1_000_000_000L;

    private ChannelFixture() {}

    /** 32 bytes of a name. */
    public static Sha256Hash hash(String name) {
        return Sha256Hash.of(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The first bytes of a name's hash. */
    public static Bytes bytes(String name, int size) {
        return Bytes.of(hash(name).getBytes()).slice(0, size);
    }

    public static PrivateKey key(String name) {
        return PrivateKey.of(bytes(name, 32));
    }

    public static KeyId keyId(String name) {
        return new KeyId(bytes(name, KeyId.SIZE));
    }

    private static ChannelSecrets secrets(Party party, KeyId keyId) {
        return ChannelSecrets.derive(bytes("seed of " + party, 32), party, keyId);
    }

    public static Bytes payoutScript(String name) {
        return new KeyHashScript(key(name).publicKey()).scriptPubKey();
    }

    public static Identity identity() {
        return new Identity(
                bytes("the nonce", 32),
                ChainId.REGTEST,
                new Household(
                        CONSUMER_NODE.publicKey(),
                        CONSUMER_METER.publicKey(),
                        CONSUMER_KEY_ID,
                        payoutScript("A's savings")),
                new Household(
                        PRODUCER_NODE.publicKey(),
                        PRODUCER_METER.publicKey(),
                        PRODUCER_KEY_ID,
                        payoutScript("B's savings")),
                UTILITY_NODE.publicKey(),
                UTILITY.publicKeys(),
                payoutScript("U's savings"));
    }

    /** The same terms under another policy. */
    public static Terms terms(PenaltyPolicy policy) {
        return terms(policy, SCHEDULE);
    }

    /** The same, with the slots elsewhere in the chain. */
    public static Terms terms(PenaltyPolicy policy, SlotSchedule schedule) {
        return terms(policy, schedule, WalletTemplate.ROLE_KEYS);
    }

    /** The same, with a wallet of that form. */
    public static Terms terms(PenaltyPolicy policy, SlotSchedule schedule, WalletTemplate template) {
        Clauses clauses = Clauses.DEFAULT;
        return new Terms(
                TERMS.identity(),
                TERMS.contributions(),
                TERMS.windows(),
                TERMS.depths(),
                schedule,
                TERMS.limits(),
                new Clauses(policy, clauses.deliveryTolerance(), clauses.gridFee(), clauses.fundingFee(), template));
    }

    public static UnitNumber unit(int number) {
        return new UnitNumber(number);
    }

    public static Price price(long coinsPerKwh) {
        return new Price(Math.multiplyExact(coinsPerKwh, NANO));
    }

    /** A ticket of book 0 for 250 Wh in the slot of the same number, at the price that makes it cost {@code coins}. */
    public static Ticket ticket(int number, long coins) {
        Slot slot = new Slot(number);
        return PREIMAGES.ticket(
                CHANNEL,
                0,
                new TicketDraft(
                        unit(number),
                        slot,
                        new WattHours(250),
                        price(4 * coins),
                        Coin.valueOf(coins),
                        TERMS.deadlines(slot)));
    }

    /** What the utility reveals for a ticket of book 0. */
    public static Bytes preimage(Ticket ticket) {
        return PREIMAGES.of(CHANNEL, 0, ticket.draft());
    }

    /** The channel's first book, with these tickets. */
    public static TicketBook book(Ticket... tickets) {
        return new TicketBook(CHANNEL, 0, Sha256Hash.ZERO_HASH, CumulativeRounding.START, List.of(tickets));
    }

    /** The announcement of a ticket's price. */
    public static PriceAnnouncement announcement(Ticket ticket) {
        return new PriceAnnouncement(
                ChainId.REGTEST,
                ticket.slot(),
                new WattHours(50_000),
                ticket.price(),
                ticket.deadlines().offerBy(),
                Sha256Hash.ZERO_HASH);
    }

    /** The newest receipt of a side in state 7, the other household being there too. */
    public static StateReceipt receipt(Party side, Allocation balances, PendingUnits pending) {
        return new StateReceipt(
                CHANNEL, side, tip(side, 7), tip(side.peer(), 7), balances, pending.root(), hash("receipt 6"));
    }

    public static VersionTip tip(Party side, long number) {
        CommitmentNumber state = new CommitmentNumber(number);
        return new VersionTip(state, point(side, state));
    }

    private static PublicKey point(Party side, CommitmentNumber state) {
        ChannelSecrets secrets = side == Party.CONSUMER ? CONSUMER : PRODUCER;
        return secrets.shaChain().pointAt(state);
    }

    public static PrivateKey nodeKey(Party party) {
        return switch (party) {
            case CONSUMER -> CONSUMER_NODE;
            case PRODUCER -> PRODUCER_NODE;
            case UTILITY -> UTILITY_NODE;
        };
    }
}
