package org.gridbolt.node.report;

import java.util.List;
import java.util.Optional;

/**
 * What the page shows beside the report's fields: the whole day, where the coins went, and what was at stake.
 *
 * @param day who traded and when
 * @param hours the hours of the day, in order
 * @param wirings what each transaction of the report spends and pays, in the report's order
 * @param stakes what could have been taken
 * @param promise what each honest party is due
 */
public record Background(Day day, List<Hour> hours, List<Wiring> wirings, Stakes stakes, Promise promise) {

    public Background {
        hours = List.copyOf(hours);
        wirings = List.copyOf(wirings);
    }

    /**
     * An hour of the day.
     *
     * @param hour its number, from 0
     * @param demandWh the load of all homes
     * @param price coins per kWh by that demand, a decimal; absent when the demand has none
     * @param tradedWh what the two homes mean to trade in it
     */
    public record Hour(int hour, long demandWh, Optional<String> price, long tradedWh) {}

    /**
     * What a transaction spends and what it pays.
     *
     * @param txid its id
     * @param inputs what it spends
     * @param outputs what it pays
     */
    public record Wiring(String txid, List<Piece> inputs, List<Piece> outputs) {

        public Wiring {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
        }
    }

    /**
     * An output.
     *
     * @param outpoint {@code txid:index}
     * @param coins what it holds
     * @param owner who can spend it
     */
    public record Piece(String outpoint, long coins, Owner owner) {}

    /** Who can spend an output. */
    public enum Owner {
        /** The consumer alone. */
        CONSUMER("A consumer", "consumer"),
        /** The producer alone. */
        PRODUCER("B producer", "producer"),
        /** The utility alone. */
        UTILITY("U utility", "utility"),
        /** Any two of the three. */
        WALLET("the wallet"),
        /** Whoever meets the conditions of its script. */
        SCRIPT("locked output"),
        /** Anybody: it carries a child that pays the fee. */
        ANCHOR("anchor"),
        /** Nobody: it names a ruling. */
        NOTE("the ruling's note");

        private final String words;
        private final String noun;

        Owner(String words) {
            this(words, words);
        }

        Owner(String words, String noun) {
            this.words = words;
            this.noun = noun;
        }

        /** Who it is, in a sentence. */
        String noun() {
            return noun;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /**
     * What could have been taken.
     *
     * @param consumer the consumer's stake
     * @param producer the producer's stake
     * @param utility the utility's newest balance
     * @param bond the balance below which the producer gets no tickets
     * @param pendingMax the most coins that may be pending in one state
     * @param utilityMax max_u: the most that the utility may hold in a state
     * @param window csv, in blocks
     */
    public record Stakes(
            Stake consumer, Stake producer, long utility, long bond, long pendingMax, long utilityMax, int window) {}

    /**
     * A household's stake before the channel was closed.
     *
     * @param newest its balance in its newest state
     * @param bestRevoked the most it had in any state that it revoked
     */
    public record Stake(long newest, long bestRevoked) {

        /** What publishing that revoked state would have brought, had nobody punished it. */
        public long temptation() {
            return Math.max(0, bestRevoked - newest);
        }
    }
}
