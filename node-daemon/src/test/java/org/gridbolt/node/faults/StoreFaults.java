package org.gridbolt.node.faults;

import java.util.List;

/** Faults in what a node keeps on its disk, and takes up again. */
final class StoreFaults {

    static final List<Fault> ALL = List.of(
            Fault.of(
                    "a save returns before it is on the disk",
                    "node.store.GroupCommit",
                    "Optional<Throwable> failure = done.join();",
                    "Optional<Throwable> failure = done.getNow(Optional.empty());",
                    "node.store.NodeStoreTest",
                    "node.store.KilledProcessTest"),
            Fault.of(
                    "a state that the signer proves to be old goes on",
                    "node.store.ChannelRecord",
                    "if (stale.isPresent()) {",
                    "if (false) {",
                    "node.store.RestartTest"),
            Fault.of(
                    "a household from a backup goes on with its state",
                    "node.store.DurableHousehold",
                    "ChannelDriver driver = restored",
                    "ChannelDriver driver = false",
                    "node.store.RestartTest"),
            Fault.of(
                    "a utility from a backup goes on with its state",
                    "node.store.DurableUtility",
                    "UtilityDriver driver = restored",
                    "UtilityDriver driver = false",
                    "node.store.RestartTest"),
            Fault.of(
                    "a damaged backup is put back",
                    "node.store.Seal",
                    "&& Arrays.equals(seal.array(), expected)",
                    "",
                    "node.store.BackupCommandsTest"));

    private StoreFaults() {}
}
