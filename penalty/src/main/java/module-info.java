/** The contract and its enforcement: terms, receipts, rulings, justice. */
@org.jspecify.annotations.NullMarked
module org.gridbolt.penalty {
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires transitive org.gridbolt.pricing;
    requires transitive org.gridbolt.multisig;

    exports org.gridbolt.penalty.encoding;
    exports org.gridbolt.penalty.fund;
    exports org.gridbolt.penalty.contract;
    exports org.gridbolt.penalty.justice;
    exports org.gridbolt.penalty.policy;
    exports org.gridbolt.penalty.ruling;
}
