package org.gridbolt.penalty.contract;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PrivateKey;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.penalty.policy.ForfeitAll;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PenaltyPolicy;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.CumulativeRounding;
import org.gridbolt.pricing.ExactCoins;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.UnitNumber;
import org.gridbolt.pricing.WattHours;

/** Contracts with every field drawn from all of its range. */
public final class RandomContracts {

    private final Random random;

    public RandomContracts(Random random) {
        this.random = random;
    }

    /** One of any kind. */
    public static Arbitrary<Contract> any() {
        return Arbitraries.randomValue(random -> new RandomContracts(random).contract());
    }

    /** The next, of any kind. */
    public Contract contract() {
        return switch (random.nextInt(10)) {
            case 0 -> terms();
            case 1 -> announcement();
            case 2 -> book();
            case 3 -> receipt();
            case 4 -> new ReceiptAck(channel(), hash(), hash());
            case 5 -> accept();
            case 6 -> new MeterReading(channel(), unit(1), energy(), height());
            case 7 -> new PenaltyWaived(channel(), hash());
            case 8 -> new ProducerSilence(channel(), unit(1), height(), height());
            default ->
                new PeerAbsence(channel(), random.nextBoolean() ? Party.CONSUMER : Party.PRODUCER, height(), height());
        };
    }

    public Terms terms() {
        return new Terms(
                identity(),
                allocation(),
                new Windows(blocks(), blocks(), blocks(), blocks(), blocks(), blocks(), blocks()),
                new Depths(blocks(), blocks(), blocks()),
                new SlotSchedule(height(), blocks(), height(), blocks()),
                new Limits(coins(), coins(), coins(), number(), coins(), number(), coins(), coins()),
                new Clauses(
                        policy(),
                        energy(),
                        coins(),
                        new FeeRate(number()),
                        random.nextBoolean() ? WalletTemplate.ROLE_KEYS : WalletTemplate.PLAIN));
    }

    private PenaltyPolicy policy() {
        PerMille share = new PerMille(random.nextInt(1001));
        int denominator = 1 + random.nextInt(Fraction.DENOMINATOR_MAX);
        return random.nextBoolean()
                ? new ForfeitAll(share)
                : new Graded(
                        new Fraction(1 + random.nextInt(denominator), denominator),
                        random.nextInt(Graded.TOLERATED_MAX + 1),
                        share);
    }

    private Identity identity() {
        PartyKeys keys = new PartyKeys(Party.UTILITY, key(), key(), key(), key(), key(), key());
        return new Identity(
                bytes(32), new ChainId(hash()), household(), household(), key(), keys, bytes(random.nextInt(43)));
    }

    private Household household() {
        return new Household(key(), key(), new KeyId(bytes(KeyId.SIZE)), bytes(random.nextInt(43)));
    }

    public ChannelRef channel() {
        return new ChannelRef(new ChainId(hash()), new ChannelId(hash()), hash());
    }

    private PriceAnnouncement announcement() {
        return new PriceAnnouncement(
                new ChainId(hash()), new Slot(number()), energy(), new Price(positive()), height(), hash());
    }

    private TicketBook book() {
        BigInteger carry = BigInteger.valueOf(random.nextLong());
        return new TicketBook(
                channel(),
                number(),
                hash(),
                new CumulativeRounding(new ExactCoins(carry)),
                list(1 + random.nextInt(4), i -> ticket(unit(i + 1))));
    }

    private Ticket ticket(UnitNumber unit) {
        TicketDraft draft = new TicketDraft(
                unit,
                new Slot(number()),
                new WattHours(1 + random.nextInt(Integer.MAX_VALUE)),
                new Price(positive()),
                coins().add(Coin.SATOSHI),
                new Deadlines(height(), height(), height(), height()));
        return new Ticket(draft, hash());
    }

    public StateReceipt receipt() {
        return new StateReceipt(
                channel(),
                random.nextBoolean() ? Party.CONSUMER : Party.PRODUCER,
                tip(),
                tip(),
                allocation(),
                hash(),
                hash());
    }

    private VersionTip tip() {
        return new VersionTip(new CommitmentNumber(random.nextLong() >>> 17), key());
    }

    private UnitAccept accept() {
        return new UnitAccept(channel(), list(1 + random.nextInt(64), i -> unit(i + 1)), hash());
    }

    public Outpoint outpoint() {
        return new Outpoint(hash(), number());
    }

    public <T> List<T> list(int size, IntFunction<T> element) {
        return new ArrayList<>(IntStream.range(0, size).mapToObj(element).toList());
    }

    public UnitNumber unit(int value) {
        return new UnitNumber(value);
    }

    public Bytes bytes(int size) {
        byte[] content = new byte[size];
        random.nextBytes(content);
        return Bytes.of(content);
    }

    public Sha256Hash hash() {
        return Sha256Hash.wrap(bytes(32).toArray());
    }

    public PrivateKey privateKey() {
        return PrivateKey.of(bytes(32));
    }

    private PublicKey key() {
        return privateKey().publicKey();
    }

    private long positive() {
        return random.nextLong() & Long.MAX_VALUE;
    }

    public int number() {
        return random.nextInt() & Integer.MAX_VALUE;
    }

    private WattHours energy() {
        return new WattHours(positive());
    }

    private Coin coins() {
        return Coin.valueOf(positive() % (21_000_000L * 100_000_000L));
    }

    private Allocation allocation() {
        return new Allocation(coins(), coins(), coins());
    }

    private BlockHeight height() {
        return new BlockHeight(random.nextInt(BlockHeight.LOCK_TIME_THRESHOLD));
    }

    private BlockCount blocks() {
        return new BlockCount(number());
    }
}
