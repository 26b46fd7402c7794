package org.gridbolt.penalty.fund;

import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.penalty.contract.ChannelId;

/** Where coins of the fund come from and go to. */
public sealed interface FundAccount {

    /** One word for the kind, and what tells it from others of the kind. */
    String name();

    /**
     * The producer of a channel, who forfeits.
     *
     * @param channel the channel
     */
    record Producer(ChannelId channel) implements FundAccount {
        @Override
        public String name() {
            return "producer " + channel.value();
        }
    }

    /**
     * The consumer of a channel, who gets its share of a forfeit in the ruling itself.
     *
     * @param channel the channel
     */
    record Consumer(ChannelId channel) implements FundAccount {
        @Override
        public String name() {
            return "consumer " + channel.value();
        }
    }

    /** The utility, who pays of the turnover when nothing was forfeited. */
    record Utility() implements FundAccount {
        @Override
        public String name() {
            return "utility";
        }
    }

    /** What the fund holds and has promised to nobody yet. */
    record Pool() implements FundAccount {
        @Override
        public String name() {
            return "pool";
        }
    }

    /**
     * What a miner is owed.
     *
     * @param miner who
     */
    record Owed(Miner miner) implements FundAccount {
        @Override
        public String name() {
            return "miner " + miner;
        }
    }

    /**
     * A transaction that paid miners.
     *
     * @param txid its id
     */
    record Payment(Sha256Hash txid) implements FundAccount {
        @Override
        public String name() {
            return "payment " + txid;
        }
    }
}
