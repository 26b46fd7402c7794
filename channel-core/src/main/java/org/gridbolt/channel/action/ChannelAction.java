package org.gridbolt.channel.action;

import java.util.List;
import java.util.Optional;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.HouseholdMessage;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.multisig.tx.FundingTx;
import org.gridbolt.multisig.tx.Transaction;

/**
 * An effect that a step asks for, performed only after the step's state is durable. Performing one twice does no more than
 * once, so a restart may repeat all that it is not sure of.
 */
public sealed interface ChannelAction {

    /** Calls the one method of {@code desk} that is for this kind. */
    void perform(Desk desk);

    /** The world: one method for each action. */
    interface Performer {

        /** Says something to a party; lost when it cannot be reached. */
        void send(Send action);

        /** Ends the connection to a party. */
        void disconnect(Disconnect action);

        /** Reports from now on what happens to an output, and what happened to it before. */
        void watch(Watch action);

        /** Asks the chain what stands at some outpoints; the answer is an event. */
        void lookUp(LookUp action);

        /** Asks the household's own wallet for the witnesses of the inputs it funds with; the answer is an event. */
        void signInputs(SignInputs action);

        /** Brings a transaction into the chain, and pays for it where it pays no fee itself. */
        void publish(Publish action);

        /** Tells the household. */
        void report(Report action);
    }

    /** The world with a signer: what is unsigned is completed first, or refused. The driver makes one of the two. */
    interface Desk extends Performer {

        /** Completes a message and says it. */
        <R> void sendSigned(SendSigned<R> action);

        /** Completes a transaction and publishes it. */
        <R> void publishSigned(PublishSigned<R> action);

        /** Asks for what nobody waits for. */
        void showSigner(ShowSigner action);
    }

    /**
     * Says something to a party. What households say to each other never goes to the utility: with a signature on a
     * commitment it could complete what it must not have.
     *
     * @param to the party
     * @param message what to say; to the utility a {@link HouseholdMessage}
     */
    record Send(Party to, ChannelMessage message) implements ChannelAction {

        public Send {
            if (to == Party.UTILITY && !(message instanceof HouseholdMessage)) {
                throw new IllegalArgumentException(message.kind() + " is not for the utility");
            }
        }

        @Override
        public void perform(Desk desk) {
            desk.send(this);
        }
    }

    /**
     * Ends the connection to a party.
     *
     * @param party the party
     */
    record Disconnect(Party party) implements ChannelAction {
        @Override
        public void perform(Desk desk) {
            desk.disconnect(this);
        }
    }

    /**
     * Watches an output, from its confirmation to the burial of its spend.
     *
     * @param outpoint the output
     */
    record Watch(Outpoint outpoint) implements ChannelAction {
        @Override
        public void perform(Desk desk) {
            desk.watch(this);
        }
    }

    /**
     * Asks the chain what stands at some outpoints.
     *
     * @param outpoints which
     */
    record LookUp(List<Outpoint> outpoints) implements ChannelAction {

        public LookUp {
            outpoints = List.copyOf(outpoints);
        }

        @Override
        public void perform(Desk desk) {
            desk.lookUp(this);
        }
    }

    /**
     * Asks the household's own wallet to sign the inputs that it funds with, and no other, whatever else of the funding the
     * wallet holds a key of: a peer may have named a coin of this household as its own.
     *
     * @param funding the transaction, rebuilt by this household from what all have sent
     * @param own what this household brings: the witnesses of its inputs are the answer, in their order
     */
    record SignInputs(FundingTx funding, FundingContribution own) implements ChannelAction {
        @Override
        public void perform(Desk desk) {
            desk.signInputs(this);
        }
    }

    /**
     * Brings a transaction into the chain, again at every tip until it is there.
     *
     * @param purpose what it is for
     * @param transaction signed by all who must
     * @param anchor its pay-to-anchor output, when it pays no fee: a child of the household's own coins pays
     */
    record Publish(Purpose purpose, Transaction transaction, Optional<Outpoint> anchor) implements ChannelAction {
        @Override
        public void perform(Desk desk) {
            desk.publish(this);
        }
    }

    /**
     * Says something to a party that the signer completes first. When it refuses, nothing is said.
     *
     * @param to the party
     * @param draft what to say
     * @param <R> what the signer gives
     */
    record SendSigned<R>(Party to, MessageDraft<R> draft) implements ChannelAction {

        public SendSigned {
            if (to == Party.UTILITY && !HouseholdMessage.class.isAssignableFrom(draft.kind())) {
                throw new IllegalArgumentException(draft.kind() + " is not for the utility");
            }
        }

        @Override
        public void perform(Desk desk) {
            desk.sendSigned(this);
        }
    }

    /**
     * Shows the signer an order whose answer nobody waits for: what it did not hear of before a process ended.
     *
     * @param order what it would have been asked
     */
    record ShowSigner(SigningOrder<?> order) implements ChannelAction {
        @Override
        public void perform(Desk desk) {
            desk.showSigner(this);
        }
    }

    /**
     * Brings a transaction into the chain that the signer completes first. When it refuses, nothing is published.
     *
     * @param purpose what it is for
     * @param draft the transaction
     * @param anchor as in {@link Publish}
     * @param <R> what the signer gives
     */
    record PublishSigned<R>(Purpose purpose, TransactionDraft<R> draft, Optional<Outpoint> anchor)
            implements ChannelAction {
        @Override
        public void perform(Desk desk) {
            desk.publishSigned(this);
        }
    }

    /**
     * Tells the household.
     *
     * @param notice what
     */
    record Report(Notice notice) implements ChannelAction {
        @Override
        public void perform(Desk desk) {
            desk.report(this);
        }
    }
}
