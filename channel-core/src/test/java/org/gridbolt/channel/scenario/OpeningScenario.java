package org.gridbolt.channel.scenario;

import java.util.function.UnaryOperator;
import org.gridbolt.channel.message.ChannelMessage;
import org.gridbolt.channel.message.TermsOffered;
import org.gridbolt.channel.state.Transition;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.channel.testing.ScriptedUtility;
import org.gridbolt.multisig.Party;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.Terms;

/** An opening that is stopped where a scenario begins. */
final class OpeningScenario {

    private OpeningScenario() {}

    /** The first message of that kind to the consumer, which does not arrive. */
    static <M extends ChannelMessage> M heldForConsumer(Neighbourhood street, Class<M> kind) {
        street.post().holdBack(letter -> letter.to() == Party.CONSUMER && kind.isInstance(letter.message()));
        street.openChannel();
        return kind.cast(street.post().held().get(0).message());
    }

    /** What comes of the terms, when the utility signs changed ones. */
    static Transition consumerReceivesTerms(Neighbourhood street, UnaryOperator<Terms> change) {
        TermsOffered offered = heldForConsumer(street, TermsOffered.class);
        Terms changed = change.apply(offered.terms().content());
        return street.consumer()
                .wouldReceive(
                        Party.UTILITY,
                        new TermsOffered(Signed.sign(changed, ScriptedUtility.NODE), offered.contribution()));
    }
}
