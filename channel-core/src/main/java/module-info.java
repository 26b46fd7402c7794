/** The channel: a pure state machine, its driver and its ports. */
@org.jspecify.annotations.NullMarked
module org.gridbolt.channel {
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires transitive org.gridbolt.penalty;

    exports org.gridbolt.channel.action;
    exports org.gridbolt.channel.codec;
    exports org.gridbolt.channel.event;
    exports org.gridbolt.channel.ledger;
    exports org.gridbolt.channel.message;
    exports org.gridbolt.channel.state;
}
