package org.gridbolt.pricing;

import java.util.function.Supplier;

/** Processor time of this process, on all its threads, those of the collector and the compiler included. For benchmarks. */
public final class ProcessorTime {

    private static final double LEAST_MILLIS = 500;

    private ProcessorTime() {}

    /** What {@code work} takes, in milliseconds; short work is repeated until it fills half a second, and the mean taken. */
    public static double millis(Supplier<?> work) {
        double start = now();
        int times = 0;
        while (times == 0 || now() - start < LEAST_MILLIS) {
            if (work.get().equals(work)) {
                throw new IllegalStateException("nothing is its own result");
            }
            times++;
        }
        return (now() - start) / times;
    }

    private static double now() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e6;
    }
}
