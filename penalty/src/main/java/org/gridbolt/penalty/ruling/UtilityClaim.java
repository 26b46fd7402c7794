package org.gridbolt.penalty.ruling;

import java.util.List;
import java.util.stream.Stream;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PartyKeys;
import org.gridbolt.multisig.key.PublicKey;
import org.gridbolt.multisig.script.AnchorScript;
import org.gridbolt.multisig.script.Fragment;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Ticket;

/**
 * Recognises the utility taking a unit's coins by its own branch, from the mined transaction alone. The script must be exactly
 * a unit's, since only then has the utility signed; the choices are read as the interpreter reads them, since a block may hold
 * what no node relays.
 */
final class UtilityClaim {

    /** The signature, the choices of the third of four branches, and the script. */
    private static final int WITNESS_SIZE = 5;

    private static final int UNKNOWN_KEYS = 4;

    private final Terms terms;
    private final Ticket ticket;

    private UtilityClaim(Terms terms, Ticket ticket) {
        this.terms = terms;
        this.ticket = ticket;
    }

    /**
     * Whether {@code claim} spends the unit of {@code ticket} by the utility's branch and pays anybody but the producer, or the
     * producer less than any output may hold: a fee that leaves nothing pays the miner, which may be the utility. An anchor
     * pays nobody.
     */
    static boolean takes(Bytes claim, Terms terms, Ticket ticket) {
        UtilityClaim check = new UtilityClaim(terms, ticket);
        return Transaction.parse(claim)
                .filter(transaction -> isOf(transaction, terms, ticket))
                .filter(transaction -> check.paysOthers(transaction) || check.burns(transaction))
                .isPresent();
    }

    /** Whether {@code transaction} spends the unit of {@code ticket} by the utility's branch, to whomever. */
    private static boolean isOf(Transaction transaction, Terms terms, Ticket ticket) {
        return transaction.inputs().stream().anyMatch(input -> isOf(input, terms, ticket));
    }

    /** Whether {@code input} spends the unit of {@code ticket} by the utility's branch. */
    static boolean isOf(TxInput input, Terms terms, Ticket ticket) {
        return new UtilityClaim(terms, ticket).isUtilityBranch(input.witness());
    }

    private boolean isUtilityBranch(List<Bytes> witness) {
        return witness.size() == WITNESS_SIZE
                && WitnessChoice.isTrue(witness.get(1))
                && !WitnessChoice.isTrue(witness.get(2))
                && !WitnessChoice.isTrue(witness.get(3))
                && isUnit(witness.get(4));
    }

    private boolean isUnit(Bytes script) {
        PublicKey placeholder = terms.identity().utilityKeys().balance();
        return Stream.of(0, 1)
                .anyMatch(extra -> new ScriptForm(UNKNOWN_KEYS, placeholder, keys -> unit(keys, extra))
                        .keysOf(script)
                        .isPresent());
    }

    /**
     * A unit's script with the households' keys P, j, Bu, Au; on the producer's version each branch waits one window longer.
     */
    private Fragment unit(List<PublicKey> keys, int extra) {
        PartyKeys utility = terms.identity().utilityKeys();
        Fragment justice = new Fragment.AndV(
                new Fragment.Pk(keys.get(0)), new Fragment.Multi(1, List.of(keys.get(1), utility.justice())));
        Fragment preimage = new Fragment.Sha256(ticket.hash());
        Fragment delivered = new Fragment.AndV(
                new Fragment.Pk(keys.get(2)), extra == 0 ? preimage : new Fragment.AndV(preimage, older(extra)));
        return new Fragment.OrI(
                justice,
                new Fragment.OrI(
                        delivered, new Fragment.OrI(late(utility.unit(), 1 + extra), late(keys.get(3), 2 + extra))));
    }

    private Fragment late(PublicKey key, int windows) {
        Fragment after = new Fragment.After(ticket.deadlines().claimableFrom());
        return new Fragment.AndV(new Fragment.Pk(key), new Fragment.AndV(after, older(windows)));
    }

    private Fragment older(int windows) {
        BlockCount csv = terms.windows().csv();
        return new Fragment.Older(csv.times(windows));
    }

    private boolean paysOthers(Transaction transaction) {
        Bytes producer = terms.identity().payoutScript(Party.PRODUCER);
        Bytes anchor = AnchorScript.ANCHOR.scriptPubKey();
        return transaction.outputs().stream()
                .map(TxOutput::script)
                .anyMatch(script -> !script.equals(producer) && !script.equals(anchor));
    }

    /** An honest claim is not made when the fee would leave less than the dust limit. */
    private boolean burns(Transaction transaction) {
        Bytes producer = terms.identity().payoutScript(Party.PRODUCER);
        return transaction.outputs().stream()
                .filter(output -> output.script().equals(producer))
                .noneMatch(output -> !output.value().isLessThan(terms.limits().dustLimit()));
    }
}
