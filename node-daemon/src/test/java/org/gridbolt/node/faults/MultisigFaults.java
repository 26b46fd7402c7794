package org.gridbolt.node.faults;

import java.util.List;

/** Faults in keys, scripts and transactions. */
final class MultisigFaults {

    static final List<Fault> ALL = List.of(
            Fault.of(
                    "the branches of a unit are swapped",
                    "multisig.script.UnitScript",
                    "new Fragment.OrI(replaced(), refunded())",
                    "new Fragment.OrI(refunded(), replaced())",
                    "multisig.tx.ProtocolScriptsTest"),
            Fault.of(
                    "the utility's branch of a unit opens with the producer's",
                    "multisig.script.UnitScript",
                    "owner == Party.CONSUMER ? 1 : 2",
                    "1",
                    "multisig.tx.ProtocolScriptsTest"),
            Fault.of(
                    "csv is one block short in a unit's script",
                    "multisig.script.UnitScript",
                    "new Fragment.Older(csv.times(windows))",
                    "new Fragment.Older(new BlockCount(csv.value() * windows - 1))",
                    "multisig.tx.ProtocolScriptsTest"),
            Fault.of(
                    "a signature with high S is accepted",
                    "multisig.key.Signature",
                    "Scalar.isInLowerHalf(content, Scalar.SIZE)",
                    "Scalar.isInRange(content, Scalar.SIZE)",
                    "multisig.key.SignatureTest"),
            Fault.of(
                    "a secret is accepted for another point",
                    "multisig.key.SecretCheck",
                    "!actual.equals(point)",
                    "false",
                    "multisig.key.PointsAndSecretsTest"),
            Fault.of(
                    "a secret outside the chain is accepted",
                    "multisig.key.RevokedSecrets",
                    "number.value() == count && givesAllBelow(entryOf(number), secret)",
                    "number.value() == count",
                    "multisig.key.RevokedSecretsTest"),
            Fault.of(
                    "a repeated point is allowed",
                    "multisig.key.PointCheck",
                    "return repeated ? new Repeated(point) : new Accepted(point)",
                    "return new Accepted(point)",
                    "multisig.key.PointsAndSecretsTest"),
            Fault.of(
                    "a static key is allowed as a point",
                    "multisig.key.PointCheck",
                    "ring.contains(point)",
                    "false",
                    "multisig.key.PointsAndSecretsTest"),
            Fault.of(
                    "dust is counted twice in a version",
                    "multisig.tx.CommitmentOutputs",
                    "return value;",
                    "return value.add(value);",
                    "multisig.tx.CommitmentTxTest"),
            Fault.of(
                    "a version may hold less than the wallet",
                    "multisig.tx.CommitmentTx",
                    "!total.equals(wallet.value())",
                    "total.isGreaterThan(wallet.value())",
                    "multisig.tx.CommitmentTxTest"),
            Fault.of(
                    "justice leaves the units of a revoked version",
                    "multisig.tx.CommitmentTx",
                    "output.role() instanceof CommitmentOutput.Unit",
                    "false",
                    "multisig.tx.CommitmentTxTest"),
            Fault.of(
                    "an unconfirmed coin may fund a wallet",
                    "multisig.tx.FundingCheck",
                    "fact.confirmations().equals(BlockCount.ZERO)",
                    "false",
                    "multisig.tx.FundingCheckTest"),
            Fault.of(
                    "an immature coinbase may fund a wallet",
                    "multisig.tx.FundingCheck",
                    "fact.confirmations().compareTo(COINBASE_MATURITY) < 0",
                    "false",
                    "multisig.tx.FundingCheckTest"));

    private MultisigFaults() {}
}
