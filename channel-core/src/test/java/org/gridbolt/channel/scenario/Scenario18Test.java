package org.gridbolt.channel.scenario;

import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.event.Command;
import org.gridbolt.channel.state.New;
import org.gridbolt.channel.state.OpeningFlaw;
import org.gridbolt.channel.state.Transition;
import org.gridbolt.channel.testing.Examples;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.KeyId;
import org.gridbolt.multisig.tx.FundingContribution;
import org.gridbolt.penalty.contract.Household;
import org.gridbolt.penalty.contract.Identity;
import org.gridbolt.penalty.contract.Terms;
import org.junit.jupiter.api.Test;

/** Terms with an old key_id, or another one than was drawn. */
class Scenario18Test {

    private final Neighbourhood street = new Neighbourhood();

    @Test
    void terms_with_another_key_id_than_was_drawn_are_refused() {
        KeyId foreign = new KeyId(Examples.bytes32("foreign").slice(0, KeyId.SIZE));

        Transition step = OpeningScenario.consumerReceivesTerms(street, terms -> withKeyId(terms, foreign));

        assertThatStep(step)
                .refuses(Refusal.Warned.class, OpeningFlaw.BadTerms.class)
                .changesNothing(street.consumer().state());
    }

    private static Terms withKeyId(Terms terms, KeyId keyId) {
        Identity identity = terms.identity();
        Household consumer = identity.consumer();
        Identity other = new Identity(
                identity.nonce(),
                identity.chain(),
                new Household(consumer.nodeKey(), consumer.meterKey(), keyId, consumer.payoutScript()),
                identity.producer(),
                identity.utilityNodeKey(),
                identity.utilityKeys(),
                identity.utilityPayoutScript());
        return new Terms(
                other,
                terms.contributions(),
                terms.windows(),
                terms.depths(),
                terms.schedule(),
                terms.limits(),
                terms.clauses());
    }

    @Test
    void a_key_id_that_was_used_before_is_never_drawn_again() {
        KeyId used = new KeyId(Examples.bytes32("used").slice(0, KeyId.SIZE));
        New fresh = new New(street.consumer().profile(), Set.of(used));
        FundingContribution contribution =
                new FundingContribution(Party.CONSUMER, Neighbourhood.CONSUMER_SHARE, List.of(), Optional.empty());

        assertThatStep(fresh.step(new Command.Open(used, contribution)))
                .refusesCommand(OpeningFlaw.UsedKeyId.class)
                .changesNothing(fresh);
    }
}
