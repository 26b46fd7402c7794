package org.gridbolt.testing.fuzz;

import java.lang.reflect.Method;

/** What this thread has allocated. By reflection, since the modules under test do not read that of the management beans. */
public final class AllocationMeter {

    private static final Object BEAN = bean();
    private static final Method READ = method();

    private AllocationMeter() {}

    private static Object bean() {
        try {
            return Class.forName("java.lang.management.ManagementFactory")
                    .getMethod("getThreadMXBean")
                    .invoke(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this JDK has no thread bean", e);
        }
    }

    private static Method method() {
        try {
            return Class.forName("com.sun.management.ThreadMXBean").getMethod("getThreadAllocatedBytes", long.class);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("this JDK does not count allocated bytes", e);
        }
    }

    /** In bytes, since the thread began. */
    public static long allocated() {
        try {
            return (long) READ.invoke(BEAN, Thread.currentThread().getId());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the bean cannot be read", e);
        }
    }
}
