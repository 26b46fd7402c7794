package org.gridbolt.node.store;

import java.io.IOException;
import java.nio.file.Path;

/** A process that has a store open until it is killed. */
final class StoreHolder {

    private StoreHolder() {}

    public static void main(String[] arguments) throws IOException {
        try (NodeStore store = NodeStore.open(Path.of(arguments[0]), Traded.NODE)) {
            System.out.println("open " + store.damaged().size());
            int unused = System.in.read();
        } catch (StoreUnusable refused) {
            System.out.println(refused.flaw().getClass().getSimpleName());
        }
    }
}
