package org.gridbolt.channel.chain.bitcoind;

import com.fasterxml.jackson.databind.JsonNode;

/** What bitcoind answers to a question it understood. */
sealed interface RpcAnswer {

    /** A result, which may be JSON's null. */
    record Result(JsonNode value) implements RpcAnswer {}

    /**
     * A refusal.
     *
     * @param code a number of bitcoind's {@code rpc/protocol.h}
     * @param message in words
     */
    record Refusal(int code, String message) implements RpcAnswer {

        /** A block or transaction that the node does not have. */
        static final int NOT_FOUND = -5;

        /** A mempool check that failed before the transaction was judged. */
        static final int ALREADY_IN_CHAIN = -27;

        /** The node has started and is not ready. */
        static final int WARMING_UP = -28;
    }
}
