package org.gridbolt.channel.torture;

import java.util.Optional;
import org.gridbolt.channel.action.ChannelAction;
import org.gridbolt.channel.driver.UtilityDriver;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.signer.InMemoryMarks;
import org.gridbolt.channel.signer.UtilitySigner;
import org.gridbolt.channel.state.Acceptable;
import org.gridbolt.channel.utility.Closed;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.channel.utility.OpenState;
import org.gridbolt.channel.utility.OpeningPlan;
import org.gridbolt.channel.utility.PreimageKey;
import org.gridbolt.channel.utility.Registration;
import org.gridbolt.channel.utility.Settling;
import org.gridbolt.channel.utility.StoredUtility;
import org.gridbolt.channel.utility.UtilityCodec;
import org.gridbolt.channel.utility.UtilityProfile;
import org.gridbolt.channel.utility.UtilityState;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.penalty.contract.ChainId;
import org.gridbolt.penalty.contract.SlotSchedule;

/** Starts the utility's machine on what its disk holds. */
final class UtilityRoom implements Node.MachineRoom {

    private final Keys keys;
    private final Account account;
    private final boolean honest;
    private final UtilityProfile profile;
    private final OpeningPlan plan;
    private final UtilityCodec codec;
    private Optional<UtilityState> saved = Optional.empty();

    UtilityRoom(Keys keys, SlotSchedule schedule, Conditions conditions, Account account, boolean honest) {
        this.keys = keys;
        this.account = account;
        this.honest = honest;
        Bytes seed = keys.secret(Party.UTILITY, "seed");
        this.profile = new UtilityProfile(
                signer(new InMemoryMarks()),
                PreimageKey.derive(seed),
                keys.key(Party.UTILITY, "node"),
                keys.payout(Party.UTILITY),
                ChainId.REGTEST,
                FeeRate.RELAY);
        this.plan = new OpeningPlan(
                nonce(), registration(Party.CONSUMER), registration(Party.PRODUCER), schedule, conditions);
        this.codec = new UtilityCodec(profile, plan);
    }

    private Bytes nonce() {
        return keys.secret(Party.UTILITY, "nonce");
    }

    private UtilitySigner signer(org.gridbolt.channel.signer.SignerMarks marks) {
        return new UtilitySigner(
                keys.key(Party.UTILITY, "node").publicKey(),
                Acceptable.DEFAULT.feeRate(),
                keys.secret(Party.UTILITY, "seed"),
                marks);
    }

    private Registration registration(Party side) {
        return new Registration(
                keys.key(side, "node").publicKey(), keys.key(side, "meter").publicKey());
    }

    private ChannelSigner watched(Disk marks) {
        return honest ? account.watching(signer(new DiskMarks(marks))) : new WillingSigner(secrets());
    }

    /** Its secrets in the channel. */
    ChannelSecrets secrets() {
        return ChannelSecrets.derive(keys.secret(Party.UTILITY, "seed"), Party.UTILITY, UtilityProfile.keyId(nonce()));
    }

    UtilityProfile profile() {
        return profile;
    }

    @Override
    public Machine start(Disk disk, Disk marks, ChannelAction.Performer hands) {
        DiskRecords records = new DiskRecords(disk);
        Optional<UtilityState> stored = load(records);
        return new Machine.Utility(stored.map(
                        state -> UtilityDriver.resume(state, next -> save(records, next), watched(marks), hands))
                .orElseGet(() -> UtilityDriver.start(
                        UtilityState.of(profile, plan), next -> save(records, next), watched(marks), hands)));
    }

    /** The utility has no mode for backups: it goes on. */
    @Override
    public Machine restore(Disk disk, Disk marks, ChannelAction.Performer hands) {
        return start(disk, marks, hands);
    }

    private Optional<UtilityState> load(DiskRecords records) {
        Optional<UtilityState> stored = records.head()
                .map(head ->
                        codec.decode(new StoredUtility(head, records.journal())).orElseThrow());
        saved = stored.or(() -> saved);
        return stored;
    }

    private void save(DiskRecords records, UtilityState next) {
        StoredUtility stored = codec.encode(next);
        records.save(stored.head(), stored.journal());
        saved = Optional.of(next);
    }

    /** The newest state that is durable. */
    Optional<UtilityState> saved() {
        return saved;
    }

    /** Whether it was told that this version is revoked. */
    boolean knowsRevoked(Party owner, CommitmentNumber number) {
        return saved.flatMap(UtilityRoom::opened)
                .filter(open -> open.channel().tower().record().isRevoked(owner, number))
                .isPresent();
    }

    private static Optional<OpenState> opened(UtilityState state) {
        if (state instanceof Closed closed) {
            return opened(closed.settled());
        }
        if (state instanceof Settling settling) {
            return Optional.of(settling.before());
        }
        return state instanceof OpenState open ? Optional.of(open) : Optional.empty();
    }
}
