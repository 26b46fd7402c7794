package org.gridbolt.channel.state;

import java.util.Optional;
import java.util.Set;
import org.gridbolt.channel.action.ChannelAction.Send;
import org.gridbolt.channel.event.Command.Open;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;

/**
 * NEW: a household without a channel yet.
 *
 * @param profile the household
 * @param usedKeyIds all key ids that it ever drew: none is used twice
 */
public record New(HouseholdProfile profile, Set<KeyId> usedKeyIds) implements OffChain {

    public New {
        usedKeyIds = Set.copyOf(usedKeyIds);
    }

    @Override
    public Party self() {
        return profile.role();
    }

    @Override
    public Transition resume() {
        return stay();
    }

    @Override
    public Transition onOpen(Open command) {
        if (usedKeyIds.contains(command.keyId())) {
            return refuse(command, new OpeningFlaw.UsedKeyId(command.keyId()));
        }
        AwaitingTerms next =
                new AwaitingTerms(profile, usedKeyIds, command.keyId(), command.contribution(), Optional.empty());
        return Transition.to(next, new Send(Party.UTILITY, next.request()));
    }
}
