/** What energy costs. Knows no keys and no chain. */
@org.jspecify.annotations.NullMarked
module org.gridbolt.pricing {
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires transitive org.bitcoinj.core;
    requires org.apache.commons.csv;
    requires transitive org.apache.commons.numbers.fraction;

    exports org.gridbolt.pricing;
    exports org.gridbolt.pricing.agreement;
    exports org.gridbolt.pricing.profile;
    exports org.gridbolt.pricing.reputation;
    exports org.gridbolt.pricing.reward;
    exports org.gridbolt.pricing.rule;
}
