/** The channel: a pure state machine, its driver and its ports. */
@org.jspecify.annotations.NullMarked
module org.gridbolt.channel {
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires transitive org.gridbolt.penalty;
    requires bitcoin.kmp.jvm;
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    requires kotlin.stdlib;

    exports org.gridbolt.channel.action;
    exports org.gridbolt.channel.broadcast;
    exports org.gridbolt.channel.chain;
    exports org.gridbolt.channel.chain.bitcoind;
    exports org.gridbolt.channel.chain.embedded;
    exports org.gridbolt.channel.codec;
    exports org.gridbolt.channel.driver;
    exports org.gridbolt.channel.event;
    exports org.gridbolt.channel.fund;
    exports org.gridbolt.channel.ledger;
    exports org.gridbolt.channel.local;
    exports org.gridbolt.channel.message;
    exports org.gridbolt.channel.signer;
    exports org.gridbolt.channel.signing;
    exports org.gridbolt.channel.state;
    exports org.gridbolt.channel.utility;
    exports org.gridbolt.channel.store;
}
