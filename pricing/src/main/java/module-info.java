/** What energy costs. Knows no keys and no chain. */
@org.jspecify.annotations.NullMarked
module org.gridbolt.pricing {
    requires static com.google.errorprone.annotations;
    requires static org.jspecify;
    requires transitive org.apache.commons.numbers.fraction;
    requires transitive org.bitcoinj.core;
    requires ojalgo;
    requires org.apache.commons.csv;
    requires org.apache.commons.numbers.gamma;

    exports org.gridbolt.pricing.agreement;
    exports org.gridbolt.pricing.battery;
    exports org.gridbolt.pricing.community;
    exports org.gridbolt.pricing.demand.level;
    exports org.gridbolt.pricing.demand.paper;
    exports org.gridbolt.pricing.demand.proof;
    exports org.gridbolt.pricing.demand.response;
    exports org.gridbolt.pricing.demand;
    exports org.gridbolt.pricing.forecast;
    exports org.gridbolt.pricing.market.listing;
    exports org.gridbolt.pricing.market.rule;
    exports org.gridbolt.pricing.market;
    exports org.gridbolt.pricing.profile;
    exports org.gridbolt.pricing.reputation;
    exports org.gridbolt.pricing.reward;
    exports org.gridbolt.pricing.rule;
    exports org.gridbolt.pricing;
}
