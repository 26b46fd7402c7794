package org.gridbolt.channel.torture;

import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.driver.ChannelDriver;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.signer.HouseholdSigner;
import org.gridbolt.channel.signer.InMemoryMarks;
import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.state.Acceptable;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.Funded;
import org.gridbolt.channel.state.HouseholdProfile;
import org.gridbolt.channel.state.New;
import org.gridbolt.channel.state.Reconnecting;
import org.gridbolt.channel.store.StateCodec;
import org.gridbolt.channel.store.StoredChannel;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.ChainId;

/** Starts a household's machine, and remembers every state of it that was made durable, as a cheat would. */
final class HouseholdRoom implements Node.MachineRoom {

    private final Party party;
    private final Keys keys;
    private final Account account;
    private final boolean honest;
    private final HouseholdProfile profile;
    private final StateCodec codec;
    private final NavigableMap<CommitmentNumber, Channel> past = new TreeMap<>();
    private Optional<ChannelState> saved = Optional.empty();
    private Optional<Channel> restored = Optional.empty();

    HouseholdRoom(Party party, Keys keys, Account account, boolean honest) {
        this.party = party;
        this.keys = keys;
        this.account = account;
        this.honest = honest;
        this.profile = profile();
        this.codec = new StateCodec(profile);
    }

    private HouseholdProfile profile() {
        PublicSide.Source publicKeys = new HouseholdSigner(owner(), keys.secret(party, "seed"), new InMemoryMarks());
        return new HouseholdProfile(
                party,
                publicKeys,
                keys.key(party, "node"),
                keys.key(party, "meter").publicKey(),
                keys.payout(party),
                keys.key(Party.UTILITY, "node").publicKey(),
                ChainId.REGTEST);
    }

    private HouseholdSigner.Owner owner() {
        return new HouseholdSigner.Owner(
                party, keys.key(Party.UTILITY, "node").publicKey(), keys.payout(party), Acceptable.DEFAULT.feeRate());
    }

    private ChannelSigner signer(Disk marks) {
        HouseholdSigner signer = new HouseholdSigner(owner(), keys.secret(party, "seed"), new DiskMarks(marks));
        return honest ? account.watching(signer) : new WillingSigner(secrets());
    }

    /** Its secrets in the channel. */
    ChannelSecrets secrets() {
        return ChannelSecrets.derive(keys.secret(party, "seed"), party, keys.keyId(party));
    }

    @Override
    public Machine start(Disk disk, Disk marks, ChannelAction.Performer hands) {
        DiskRecords records = new DiskRecords(disk);
        Optional<ChannelState> stored = load(records);
        ChannelDriver driver = stored.map(
                        state -> ChannelDriver.resume(state, next -> save(records, next), signer(marks), hands))
                .orElseGet(() -> ChannelDriver.start(
                        new New(profile, Set.of()), next -> save(records, next), signer(marks), hands));
        return new Machine.Household(driver);
    }

    @Override
    public Machine restore(Disk disk, Disk marks, ChannelAction.Performer hands) {
        DiskRecords records = new DiskRecords(disk);
        ChannelState stored = load(records).orElseThrow();
        restored = channel(stored);
        return new Machine.Household(ChannelDriver.restore(stored, next -> save(records, next), signer(marks), hands));
    }

    private Optional<ChannelState> load(DiskRecords records) {
        Optional<ChannelState> stored = records.head()
                .map(head ->
                        codec.decode(new StoredChannel(head, records.journal())).orElseThrow());
        stored.ifPresent(this::remember);
        return stored;
    }

    private void save(DiskRecords records, ChannelState next) {
        StoredChannel stored = codec.encode(next);
        records.save(stored.head(), stored.journal());
        remember(next);
    }

    private void remember(ChannelState next) {
        saved = Optional.of(next);
        channel(next).ifPresent(channel -> past.put(channel.commitments().own().number(), channel));
    }

    private static Optional<Channel> channel(ChannelState state) {
        ChannelState inner = state instanceof Reconnecting away ? away.inner() : state;
        return inner instanceof Funded funded ? Optional.of(funded.channel()) : Optional.empty();
    }

    /** Whether what its disk held when it last went on with a backup, if it ever did, says that the peer revoked this version. */
    boolean remembersRevoked(CommitmentNumber number) {
        return restored.or(this::newest)
                .filter(channel -> channel.commitments().revoked().isRevoked(number))
                .isPresent();
    }

    /** The newest state that is durable. */
    Optional<ChannelState> saved() {
        return saved;
    }

    /** The newest channel that was durable before the wallet was spent. */
    Optional<Channel> newest() {
        return Optional.ofNullable(past.lastEntry()).map(entry -> entry.getValue());
    }

    /** The newest state of each own version. */
    NavigableMap<CommitmentNumber, Channel> past() {
        return past;
    }

    /** The own version of that state, signed by both, whatever a signer would say. */
    Transaction signed(Channel state) {
        return new SigningOrder.OwnVersion(
                        state.context().deed(),
                        state.ownVersion(),
                        state.commitments().own().signature())
                .fulfil(secrets());
    }

    HouseholdProfile profileOf() {
        return profile;
    }

    /** Where its coins end. */
    Bytes payout() {
        return keys.payout(party);
    }
}
