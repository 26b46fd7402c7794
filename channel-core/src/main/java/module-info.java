/** The channel: a pure state machine, its driver and its ports. */
@org.jspecify.annotations.NullMarked
module org.gridbolt.channel {
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires transitive org.gridbolt.penalty;
}
