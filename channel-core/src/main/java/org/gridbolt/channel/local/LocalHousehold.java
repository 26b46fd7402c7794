package org.gridbolt.channel.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.driver.ChannelDriver;
import org.gridbolt.channel.driver.ChannelStore;
import org.gridbolt.channel.event.ChannelEvent;
import org.gridbolt.channel.signer.HouseholdSigner;
import org.gridbolt.channel.signing.PublicSide;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.state.Acceptable;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.Closed;
import org.gridbolt.channel.state.Funded;
import org.gridbolt.channel.state.HouseholdProfile;
import org.gridbolt.channel.state.New;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.state.Terminal;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.ChannelSecrets;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.ChainId;

/** A household in this process: its driver, and every state it was in, as a cheat would keep them. */
final class LocalHousehold {

    private final Party party;
    private final LocalKeys keys;
    private final ChannelDriver driver;
    private final TreeMap<CommitmentNumber, Channel> past = new TreeMap<>();

    LocalHousehold(LocalKeys keys, WalletTemplate template, LocalStores stores, World world) {
        this.party = world.party();
        this.keys = keys;
        PublicKey utility = keys.key(Party.UTILITY, "node").publicKey();
        HouseholdSigner signer = new HouseholdSigner(
                new HouseholdSigner.Owner(party, utility, keys.payoutScript(party), Acceptable.DEFAULT.feeRate()),
                keys.secret(party, "seed"),
                stores.marks(party));
        HouseholdProfile profile = profile(keys, party, template, signer);
        ChannelStore store = store(stores, profile);
        this.driver = ChannelDriver.start(
                new New(profile, Set.of()),
                next -> {
                    store.save(next);
                    keep(next);
                },
                signer,
                world);
    }

    private static HouseholdProfile profile(
            LocalKeys keys, Party party, WalletTemplate template, PublicSide.Source channelKeys) {
        return new HouseholdProfile(
                party,
                channelKeys,
                keys.key(party, "node"),
                keys.key(party, "meter").publicKey(),
                keys.payoutScript(party),
                keys.key(Party.UTILITY, "node").publicKey(),
                ChainId.REGTEST,
                Acceptable.DEFAULT.with(template));
    }

    private ChannelStore store(LocalStores stores, HouseholdProfile profile) {
        try {
            return stores.household(keys.keyId(party), profile);
        } catch (IOException noPlace) {
            throw new UncheckedIOException(noPlace);
        }
    }

    private void keep(ChannelState state) {
        if (state instanceof Funded funded) {
            past.put(funded.channel().commitments().own().number(), funded.channel());
        }
    }

    void handle(ChannelEvent event) {
        driver.handle(event);
        driver.failure().ifPresent(notDurable -> {
            throw new UncheckedIOException(notDurable);
        });
    }

    /** Whether it updates the channel no more. */
    boolean isOver() {
        ChannelState state = driver.state();
        return state instanceof Terminal || state instanceof Resolving || state instanceof Closed;
    }

    /** The channel, once it is funded. */
    Optional<Channel> channel() {
        return Optional.ofNullable(past.lastEntry()).map(entry -> entry.getValue());
    }

    /**
     * The version, signed by both, of the revoked state in which this household had most; the newest of several. Its signer
     * would refuse: a cheat takes the key from the seed.
     */
    Optional<Transaction> bestRevoked() {
        if (past.isEmpty()) {
            return Optional.empty();
        }
        return past.headMap(past.lastKey()).values().stream()
                .max(Comparator.comparing(this::balance))
                .map(this::signed);
    }

    private Transaction signed(Channel channel) {
        KeyId keyId = channel.context().terms().identity().household(party).keyId();
        ChannelSecrets secrets = ChannelSecrets.derive(keys.secret(party, "seed"), party, keyId);
        return new SigningOrder.OwnVersion(
                        channel.context().deed(),
                        channel.ownVersion(),
                        channel.commitments().own().signature())
                .fulfil(secrets);
    }

    /** The version, signed by both, of its newest state. */
    Transaction newest() {
        return channel().map(this::signed).orElseThrow(() -> new IllegalStateException(party + " has no channel"));
    }

    /** Its newest balance, and the most that any revoked state gave it. */
    Stake stake() {
        if (past.isEmpty()) {
            throw new IllegalStateException(party + " has no channel");
        }
        Coin revoked = past.headMap(past.lastKey()).values().stream()
                .map(this::balance)
                .max(Comparator.naturalOrder())
                .orElse(Coin.ZERO);
        return new Stake(balance(past.lastEntry().getValue()), revoked);
    }

    private Coin balance(Channel channel) {
        return channel.commitments().own().ledger().balances().of(party);
    }
}
