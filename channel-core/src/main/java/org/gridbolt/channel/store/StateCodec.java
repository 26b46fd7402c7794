package org.gridbolt.channel.store;

import org.gridbolt.channel.codec.Codec;
import org.gridbolt.channel.codec.Codecs;
import org.gridbolt.channel.state.ChannelState;
import org.gridbolt.channel.state.HouseholdProfile;
import org.gridbolt.channel.state.Journal;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.encoding.DecodingFlaw;
import org.gridbolt.pricing.Outcome;

/**
 * The bytes of every state. They begin with the version of the format; an old version stays readable for ever.
 *
 * <p>What can be worked out again is not stored: keys and secrets follow from the household and the channel's key id, scripts
 * from keys and terms, per-commitment points from the chain of secrets.
 */
public final class StateCodec {

    /** The version of the format that is written: the first byte of every head. */
    public static final int VERSION = 1;

    /** A channel with a few dozen units. */
    private static final int TYPICAL_SIZE = 1 << 14;

    private final HouseholdProfile profile;
    private final ContextCache contexts;
    private final Codec<ChannelState> writer;

    /** The codec of the channels of {@code profile}. */
    public StateCodec(HouseholdProfile profile) {
        this.profile = profile;
        this.contexts = new ContextCache(profile);
        this.writer = new StateCodecs(profile, contexts, Journal.EMPTY).state();
    }

    /** The stored form of {@code state}. */
    public StoredChannel encode(ChannelState state) {
        return new StoredChannel(versioned(writer).encode(state, new CanonicalWriter(TYPICAL_SIZE)), state.journal());
    }

    /** The state that {@code stored} is the form of, or why it is none. */
    public Outcome<ChannelState, DecodingFlaw> decode(StoredChannel stored) {
        return versioned(new StateCodecs(profile, contexts, stored.journal()).state())
                .decode(stored.head());
    }

    private static Codec<ChannelState> versioned(Codec<ChannelState> state) {
        return Codecs.of(
                (out, value) -> {
                    out.octet(VERSION);
                    state.write(out, value);
                },
                in -> {
                    int version = in.octet(VERSION);
                    if (version != VERSION) {
                        throw new IllegalArgumentException("no format of version " + version);
                    }
                    return state.read(in);
                });
    }
}
