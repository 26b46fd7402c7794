package org.gridbolt.multisig.tx;

import java.util.List;
import java.util.stream.Stream;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.script.Branch;
import org.gridbolt.multisig.script.SpendableScript;
import org.gridbolt.multisig.script.WalletScript;
import org.gridbolt.multisig.script.WalletTemplate;

/**
 * One branch of one output script of the protocol, with the keys that satisfy it.
 *
 * @param name of the script
 */
record ScriptCase(String name, ExampleChannel channel, SpendableScript script, Branch branch) {

    static final int NUMBER = 3;
    static final int UNIT = 7;

    /** Every branch of every output that a key spends. */
    static List<ScriptCase> all(ExampleChannel channel, BlockHeight claimableFrom) {
        return scripts(channel, claimableFrom)
                .flatMap(named -> named.script().paths().stream()
                        .map(path -> new ScriptCase(named.name(), channel, named.script(), path.branch())))
                .toList();
    }

    /** A script and what the protocol calls it. */
    record Named(String name, SpendableScript script) {}

    static Stream<Named> scripts(ExampleChannel channel, BlockHeight claimableFrom) {
        CommitmentVersion consumers = channel.version(Party.CONSUMER, NUMBER);
        CommitmentVersion producers = channel.version(Party.PRODUCER, NUMBER);
        PendingUnit unit = ExampleChannel.unit(UNIT, 1000, claimableFrom.value());
        return Stream.of(
                new Named("wallet", new WalletScript(WalletTemplate.ROLE_KEYS, channel.ring)),
                new Named("wallet of the form PLAIN", new WalletScript(WalletTemplate.PLAIN, channel.ring)),
                new Named("balance of A on A's version", channel.scripts.balance(Party.CONSUMER, consumers)),
                new Named("balance of A on B's version", channel.scripts.balance(Party.CONSUMER, producers)),
                new Named("balance of B on A's version", channel.scripts.balance(Party.PRODUCER, consumers)),
                new Named("balance of B on B's version", channel.scripts.balance(Party.PRODUCER, producers)),
                new Named("balance of U on A's version", channel.scripts.balance(Party.UTILITY, consumers)),
                new Named("balance of U on B's version", channel.scripts.balance(Party.UTILITY, producers)),
                new Named("unit on A's version", channel.scripts.unit(unit, consumers)),
                new Named("unit on B's version", channel.scripts.unit(unit, producers)));
    }

    /** The same branch of the same script, with a unit that is claimable from another height. */
    ScriptCase at(BlockHeight claimableFrom) {
        return all(channel, claimableFrom).stream()
                .filter(other -> other.name.equals(name) && other.branch == branch)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public String toString() {
        return name + ", " + branch;
    }
}
