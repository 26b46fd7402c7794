package org.gridbolt.channel.store;

import static org.gridbolt.channel.codec.Codecs.COINS;
import static org.gridbolt.channel.codec.Codecs.FLAG;
import static org.gridbolt.channel.codec.Codecs.HEIGHT;
import static org.gridbolt.channel.codec.Codecs.KEY_ID;
import static org.gridbolt.channel.codec.Codecs.OUTPOINT;
import static org.gridbolt.channel.codec.Codecs.PARTY;
import static org.gridbolt.channel.codec.Codecs.SIGNATURE;
import static org.gridbolt.channel.codec.Codecs.list;
import static org.gridbolt.channel.codec.Codecs.map;
import static org.gridbolt.channel.codec.Codecs.nothing;
import static org.gridbolt.channel.codec.Codecs.optional;
import static org.gridbolt.channel.codec.Records.part;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gridbolt.channel.codec.ChainCodecs;
import org.gridbolt.channel.codec.Codec;
import org.gridbolt.channel.codec.Codecs;
import org.gridbolt.channel.codec.ContractCodecs;
import org.gridbolt.channel.codec.Records;
import org.gridbolt.channel.codec.Union;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.MessageCodec;
import org.gridbolt.channel.message.OpenChannel;
import org.gridbolt.channel.message.OpeningSigned;
import org.gridbolt.channel.state.Aborted;
import org.gridbolt.channel.state.Active;
import org.gridbolt.channel.state.AwaitingTerms;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.Closed;
import org.gridbolt.channel.state.ClosingLocal;
import org.gridbolt.channel.state.Coop;
import org.gridbolt.channel.state.DataLoss;
import org.gridbolt.channel.state.Funded;
import org.gridbolt.channel.state.FundingLost;
import org.gridbolt.channel.state.FundingPlan;
import org.gridbolt.channel.state.FundingSent;
import org.gridbolt.channel.state.HouseholdProfile;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.channel.state.JournalEntry;
import org.gridbolt.channel.state.Kept;
import org.gridbolt.channel.state.Negotiating;
import org.gridbolt.channel.state.New;
import org.gridbolt.channel.state.Opening;
import org.gridbolt.channel.state.Pending;
import org.gridbolt.channel.state.Reconnecting;
import org.gridbolt.channel.state.Resolving;
import org.gridbolt.channel.state.Ruled;
import org.gridbolt.channel.state.Running;
import org.gridbolt.channel.state.ShuttingDown;
import org.gridbolt.channel.state.SignedZero;
import org.gridbolt.channel.state.SpendKind;
import org.gridbolt.channel.state.StatedVersion;
import org.gridbolt.channel.state.Taken;
import org.gridbolt.channel.state.Waivable;
import org.gridbolt.channel.state.WalletSpender;
import org.gridbolt.channel.state.Witnesses;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.ruling.RulingFile;

/** The codecs of the states, each with the tag that it keeps for ever. */
final class StateCodecs {

    private static final int KEY_IDS_MAX = 100_000;
    private static final int INPUTS_MAX = 32;
    private static final int WITNESS_ITEMS_MAX = 8;
    private static final int WITNESS_ITEM_BYTES_MAX = 520;
    private static final int TEXT_BYTES_MAX = 1000;
    private static final int OUTPUTS_MAX = 1000;

    private static final Codec<List<List<Bytes>>> STACKS =
            list(list(Codecs.bytes(WITNESS_ITEM_BYTES_MAX), WITNESS_ITEMS_MAX), INPUTS_MAX);

    private static final Codec<Witnesses> WITNESSES = Records.of(
            part(Witnesses::own, optional(STACKS)),
            part(Witnesses::peer, optional(STACKS)),
            part(Witnesses::utility, optional(STACKS)),
            Witnesses::new);

    private static final Codec<Set<KeyId>> KEY_IDS = map(list(KEY_ID, KEY_IDS_MAX), Set::copyOf, StateCodecs::sorted);

    private static final Codec<OpenChannel> OPEN_CHANNEL = message(OpenChannel.class);

    private static final Codec<Taken> TAKEN_OUTPUT =
            Records.of(part(Taken::height, HEIGHT), part(Taken::suspect, optional(ChainCodecs.MINED)), Taken::new);

    private static final Codec<Map<Outpoint, Taken>> TAKEN = map(
            list(
                    Records.of(part(Map.Entry::getKey, OUTPOINT), part(Map.Entry::getValue, TAKEN_OUTPUT), Map::entry),
                    OUTPUTS_MAX),
            StateCodecs::toMap,
            StateCodecs::entries);

    private static final Codec<StatedVersion> STATED = Records.of(
            part(StatedVersion::point, Codecs.POINT),
            part(StatedVersion::units, list(ChainCodecs.PENDING_UNIT, Limits.PENDING_UNITS_BOUND)),
            StatedVersion::new);

    private static final Codec<WalletSpender> SPENDER = Records.of(
            part(WalletSpender::kind, Codecs.constant(SpendKind.class)),
            part(WalletSpender::transaction, ChainCodecs.MINED),
            part(WalletSpender::height, HEIGHT),
            WalletSpender::new);

    private final HouseholdProfile profile;
    private final Journal journal;
    private final Codec<Channel> channel;
    private final Codec<Kept<RulingFile>> ruling;

    StateCodecs(HouseholdProfile profile, ContextCache contexts, Journal journal) {
        ChannelCodecs channels = new ChannelCodecs(contexts, journal);
        this.profile = profile;
        this.journal = journal;
        this.channel = channels.channel();
        this.ruling = channels.kept(JournalEntry.Ruled.class, JournalEntry.Ruled::file);
    }

    private static List<KeyId> sorted(Set<KeyId> ids) {
        return ids.stream()
                .sorted(Comparator.comparing(id -> id.value().toHex()))
                .toList();
    }

    private static <M extends ChannelMessage> Codec<M> message(Class<M> kind) {
        return map(MessageCodec.codec(), kind::cast, kind::cast);
    }

    private static Map<Outpoint, Taken> toMap(List<Map.Entry<Outpoint, Taken>> entries) {
        Map<Outpoint, Taken> map = new LinkedHashMap<>();
        entries.forEach(entry -> map.put(entry.getKey(), entry.getValue()));
        return map;
    }

    private static List<Map.Entry<Outpoint, Taken>> entries(Map<Outpoint, Taken> map) {
        return map.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getKey().toString()))
                .toList();
    }

    /** Every state. A state that wraps another one holds any of the plain ones. */
    Codec<ChannelState> state() {
        Codec<ChannelState> plain = plain();
        return plain().with(
                        30,
                        Reconnecting.class,
                        Records.of(
                                part(Reconnecting::inner, map(plain, Running.class::cast, running -> running)),
                                part(Reconnecting::since, HEIGHT),
                                part(Reconnecting::asked, optional(ContractCodecs.ABSENCE)),
                                Reconnecting::new))
                .with(
                        32,
                        Waivable.class,
                        Records.of(
                                part(Waivable::inner, map(plain, Running.class::cast, running -> running)),
                                part(Waivable::ruling, ruling),
                                part(Waivable::since, HEIGHT),
                                Waivable::restored))
                .with(
                        31,
                        Resolving.class,
                        Records.of(
                                part(Resolving::before, map(plain, Funded.class::cast, before -> before)),
                                part(Resolving::spender, SPENDER),
                                part(Resolving::taken, TAKEN),
                                Resolving::new));
    }

    private Union<ChannelState> plain() {
        return ended(closing(funded(opening(new Union<>("state")))));
    }

    private Union<ChannelState> opening(Union<ChannelState> union) {
        Codec<Opening> opening = opening();
        Codec<FundingPlan> plan = Records.of(
                part(FundingPlan::opening, opening), part(FundingPlan::theirs, OPEN_CHANNEL), FundingPlan::new);
        return union.with(
                        1,
                        New.class,
                        Records.of(part(New::profile, nothing(profile)), part(New::usedKeyIds, KEY_IDS), New::new))
                .with(
                        2,
                        AwaitingTerms.class,
                        Records.of(
                                part(AwaitingTerms::profile, nothing(profile)),
                                part(AwaitingTerms::usedKeyIds, KEY_IDS),
                                part(AwaitingTerms::keyId, KEY_ID),
                                part(AwaitingTerms::contribution, ChainCodecs.CONTRIBUTION),
                                part(AwaitingTerms::early, optional(OPEN_CHANNEL)),
                                AwaitingTerms::new))
                .with(
                        3,
                        Negotiating.class,
                        Records.of(
                                part(Negotiating::opening, opening),
                                part(Negotiating::theirs, optional(OPEN_CHANNEL)),
                                part(Negotiating::early, optional(message(OpeningSigned.class))),
                                Negotiating::new))
                .with(
                        4,
                        SignedZero.class,
                        Records.of(
                                part(SignedZero::plan, plan),
                                part(SignedZero::theirs, optional(SIGNATURE)),
                                part(SignedZero::witnesses, WITNESSES),
                                SignedZero::new))
                .with(
                        5,
                        FundingSent.class,
                        Records.of(
                                part(FundingSent::plan, plan),
                                part(FundingSent::theirs, SIGNATURE),
                                part(FundingSent::witnesses, WITNESSES),
                                part(FundingSent::spentElsewhere, optional(HEIGHT)),
                                FundingSent::new));
    }

    private Codec<Opening> opening() {
        return Records.of(
                part(Opening::profile, nothing(profile)),
                part(Opening::keyId, KEY_ID),
                part(Opening::terms, ContractCodecs.TERMS),
                part(Opening::own, ChainCodecs.CONTRIBUTION),
                part(Opening::utility, optional(ChainCodecs.CONTRIBUTION)),
                Opening::new);
    }

    private Union<ChannelState> funded(Union<ChannelState> union) {
        return union.with(
                        10,
                        Pending.class,
                        Records.of(
                                part(Pending::channel, channel),
                                part(Pending::funding, optional(ChainCodecs.TRANSACTION)),
                                part(Pending::confirmedAt, optional(HEIGHT)),
                                part(Pending::spentElsewhere, optional(HEIGHT)),
                                Pending::new))
                .with(11, Active.class, map(channel, Active::new, Active::channel))
                .with(
                        12,
                        ShuttingDown.class,
                        Records.of(
                                part(ShuttingDown::channel, channel),
                                part(ShuttingDown::closer, PARTY),
                                part(ShuttingDown::agreed, FLAG),
                                ShuttingDown::new));
    }

    private Union<ChannelState> closing(Union<ChannelState> union) {
        return union.with(
                        20,
                        Coop.class,
                        Records.of(
                                part(Coop::channel, channel),
                                part(coop -> coop.close().closer(), PARTY),
                                part(coop -> coop.close().fee(), COINS),
                                part(Coop::lockTime, HEIGHT),
                                part(Coop::theirs, optional(SIGNATURE)),
                                part(Coop::since, HEIGHT),
                                Coop::restored))
                .with(
                        21,
                        Ruled.class,
                        Records.of(
                                part(Ruled::channel, channel),
                                part(Ruled::ruling, ruling),
                                part(Ruled::since, HEIGHT),
                                Ruled::restored))
                .with(22, ClosingLocal.class, map(channel, ClosingLocal::new, ClosingLocal::channel))
                .with(
                        23,
                        DataLoss.class,
                        Records.of(
                                part(DataLoss::channel, channel),
                                part(DataLoss::stated, optional(STATED)),
                                DataLoss::new));
    }

    private Union<ChannelState> ended(Union<ChannelState> union) {
        return union.with(
                        40,
                        Aborted.class,
                        Records.of(
                                part(Aborted::self, PARTY),
                                part(Aborted::why, Codecs.text(TEXT_BYTES_MAX)),
                                Aborted::new))
                .with(41, FundingLost.class, map(PARTY, FundingLost::new, FundingLost::self))
                .with(
                        42,
                        Closed.class,
                        Records.of(part(Closed::self, PARTY), part(Closed::journal, nothing(journal)), Closed::new));
    }
}
