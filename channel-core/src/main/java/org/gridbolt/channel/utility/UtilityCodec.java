package org.gridbolt.channel.utility;

import static org.gridbolt.channel.codec.Codecs.list;
import static org.gridbolt.channel.codec.Codecs.map;
import static org.gridbolt.channel.codec.Codecs.optional;
import static org.gridbolt.channel.codec.Records.part;

import java.util.function.Supplier;
import org.gridbolt.channel.codec.ChainCodecs;
import org.gridbolt.channel.codec.Codec;
import org.gridbolt.channel.codec.Codecs;
import org.gridbolt.channel.codec.ContractCodecs;
import org.gridbolt.channel.codec.Records;
import org.gridbolt.channel.codec.Union;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.ChannelRequested;
import org.gridbolt.channel.message.MessageCodec;
import org.gridbolt.channel.message.OpeningReported;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

/**
 * The stored form of the utility's state: one byte of version, one that names the state, and its contents; the history beside
 * it, to which a store appends. What was stored once stays readable: a changed content gets a new version. The utility's
 * keys and what it means to offer are configuration and are not stored.
 */
public final class UtilityCodec {

    /** The version of the format that is written: the first byte of every head. */
    public static final int VERSION = 1;

    private final UtilityProfile profile;
    private final OpeningPlan plan;
    private final Codec<UtilityState> writer;

    /** The codec of channels of that utility; {@code plan} is for one that is not offered yet. */
    public UtilityCodec(UtilityProfile profile, OpeningPlan plan) {
        this.profile = profile;
        this.plan = plan;
        Codec<UtilityState> states = states(Journal.EMPTY);
        this.writer = versioned(() -> states);
    }

    /** The stored form of {@code state}. */
    public StoredUtility encode(UtilityState state) {
        return new StoredUtility(writer.encode(state), state.journal());
    }

    /** The state that was stored, or why there is none. */
    public Outcome<UtilityState, DecodingFlaw> decode(StoredUtility stored) {
        return versioned(() -> states(stored.journal())).decode(stored.head());
    }

    /** What reads the history is made while the head is read, so that a damaged entry is refused like a damaged head. */
    private static Codec<UtilityState> versioned(Supplier<Codec<UtilityState>> states) {
        return Codecs.of(
                (out, state) -> {
                    out.octet(VERSION);
                    states.get().write(out, state);
                },
                in -> {
                    int version = in.octet(VERSION);
                    if (version != VERSION) {
                        throw new IllegalArgumentException("no stored state of version " + version);
                    }
                    return states.get().read(in);
                });
    }

    private Codec<UtilityState> states(Journal journal) {
        Codec<UtilityChannel> channel = ChannelCodecs.channel(profile, journal);
        Codec<Funding> funding = Records.of(
                part(Funding::channel, channel),
                part(Funding::confirmed, optional(Codecs.HEIGHT)),
                part(Funding::contributions, list(ChainCodecs.CONTRIBUTION, Party.values().length)),
                Funding::new);
        Codec<Trading> trading = map(channel, Trading::new, Trading::channel);
        Codec<Judged> judged = Records.of(
                part(Judged::channel, channel), part(Judged::ruling, ContractCodecs.RULING_FILE), Judged::new);
        Codec<Executing> executing = Records.of(
                part(Executing::channel, channel),
                part(Executing::ruling, ContractCodecs.RULING_FILE),
                part(Executing::signature, Codecs.SIGNATURE),
                Executing::new);
        Codec<Waived> waived = Records.of(
                part(Waived::channel, channel),
                part(Waived::ruling, ContractCodecs.RULING_FILE),
                part(Waived::waiver, ContractCodecs.WAIVER),
                Waived::new);
        Codec<Arbitrating> arbitrating = Records.of(
                part(Arbitrating::channel, channel),
                part(Arbitrating::ruling, ContractCodecs.RULING_FILE),
                Arbitrating::new);
        Codec<Guarding> guarding = map(channel, Guarding::new, Guarding::channel);
        Codec<OpenState> open = new Union<OpenState>("open state of the utility")
                .with(3, Funding.class, funding)
                .with(4, Trading.class, trading)
                .with(5, Judged.class, judged)
                .with(6, Executing.class, executing)
                .with(9, Arbitrating.class, arbitrating)
                .with(10, Waived.class, waived)
                .with(11, Guarding.class, guarding);
        Codec<Settling> settling = Records.of(
                part(Settling::before, open), part(Settling::forfeit, optional(Codecs.SIGNATURE)), Settling::new);
        return new Union<UtilityState>("state of the utility")
                .with(1, Gathering.class, gathering(profile, plan))
                .with(2, Offering.class, offering(profile))
                .with(3, Funding.class, funding)
                .with(4, Trading.class, trading)
                .with(5, Judged.class, judged)
                .with(6, Executing.class, executing)
                .with(7, Settling.class, settling)
                .with(8, Closed.class, map(settling, Closed::new, Closed::settled))
                .with(9, Arbitrating.class, arbitrating)
                .with(10, Waived.class, waived)
                .with(11, Guarding.class, guarding);
    }

    private static Codec<Gathering> gathering(UtilityProfile profile, OpeningPlan plan) {
        return Records.of(
                part(Gathering::consumer, optional(message(ChannelRequested.class))),
                part(Gathering::producer, optional(message(ChannelRequested.class))),
                part(Gathering::tip, Codecs.HEIGHT),
                (consumer, producer, tip) -> new Gathering(profile, plan, consumer, producer, tip));
    }

    private static Codec<Offering> offering(UtilityProfile profile) {
        return Records.of(
                part(Offering::terms, ContractCodecs.TERMS),
                part(Offering::own, optional(ChainCodecs.CONTRIBUTION)),
                part(Offering::consumer, optional(message(OpeningReported.class))),
                part(Offering::producer, optional(message(OpeningReported.class))),
                part(Offering::tip, Codecs.HEIGHT),
                (terms, own, consumer, producer, tip) -> new Offering(profile, terms, own, consumer, producer, tip));
    }

    /** A message of one kind, in its own canonical form. */
    private static <M extends ChannelMessage> Codec<M> message(Class<M> kind) {
        return map(MessageCodec.codec(), kind::cast, message -> message);
    }
}
