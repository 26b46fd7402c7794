package org.gridbolt.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that needs a real bitcoind: a parameter of type {@link Bitcoind} is the one that all tests of this JVM share.
 *
 * <p>Where none can be had the test is skipped and says so loudly; with {@code -Dgridbolt.bitcoind=required} it fails.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@Tag("bitcoind")
@ExtendWith(BitcoindExtension.class)
public @interface OnBitcoind {}
