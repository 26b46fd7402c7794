package org.gridbolt.channel.state;

import java.util.Optional;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.UnitAccept;
import org.gridbolt.pricing.UnitNumber;

/** Whether an acceptance binds the producer to units of this channel. */
final class AcceptanceRules {

    private AcceptanceRules() {}

    /** Why the consumer cannot rely on {@code acceptance}. */
    static Optional<UnitFlaw> flawOf(Signed<UnitAccept> acceptance, Channel channel) {
        UnitAccept content = acceptance.content();
        if (!content.channel().equals(channel.context().ref())) {
            return bad("it is about another channel");
        }
        for (UnitNumber unit : content.units()) {
            if (channel.units().find(unit).isEmpty()) {
                return bad("it names " + unit + ", which is not pending");
            }
        }
        boolean genuine = acceptance.isSignedBy(channel.context().peerNodeKey());
        return genuine ? Optional.empty() : bad("it is not signed by the producer's node key");
    }

    private static Optional<UnitFlaw> bad(String why) {
        return Optional.of(new UnitFlaw.BadAcceptance(why));
    }
}
