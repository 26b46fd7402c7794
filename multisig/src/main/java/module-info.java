/** What a script interpreter can check: keys, scripts, transactions. Knows nothing of energy. */
@org.jspecify.annotations.NullMarked
module org.gridbolt.multisig {
    requires static org.jspecify;
    requires static com.google.errorprone.annotations;
    requires transitive org.bitcoinj.core;
    requires bitcoin.kmp.jvm;
    requires kotlin.stdlib;
    requires org.bouncycastle.provider;

    exports org.gridbolt.multisig;
    exports org.gridbolt.multisig.key;
    exports org.gridbolt.multisig.script;
    exports org.gridbolt.multisig.tx;
}
