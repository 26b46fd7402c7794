package org.gridbolt.node.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a test expects of a store that cannot be used. */
final class StoreAssert {

    private StoreAssert() {}

    /** The flaw, of that kind, that {@code action} fails with; its message is one line. */
    @CanIgnoreReturnValue
    static <F extends StoreFlaw> F flawOf(Class<F> kind, ThrowingCallable action) {
        StoreFlaw flaw = catchThrowableOfType(StoreUnusable.class, action).flaw();
        assertThat(flaw).isInstanceOf(kind);
        assertThat(flaw.message()).doesNotContain("\n").contains(":");
        return kind.cast(flaw);
    }

    /** Waits until so many writes are handed in that none is durable: somebody else has the file. */
    static void awaitUnfinished(NodeStore store, int writes) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (store.writer().unfinished() != writes && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(store.writer().unfinished()).isEqualTo(writes);
    }
}
