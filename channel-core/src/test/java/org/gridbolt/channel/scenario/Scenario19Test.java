package org.gridbolt.channel.scenario;

import static org.gridbolt.channel.testing.TransitionAssert.assertThatStep;

import org.gridbolt.channel.action.Refusal;
import org.gridbolt.channel.state.OpeningFlaw;
import org.gridbolt.channel.state.Transition;
import org.gridbolt.channel.testing.Neighbourhood;
import org.gridbolt.multisig.BlockCount;
import org.gridbolt.penalty.contract.Terms;
import org.gridbolt.penalty.contract.Windows;
import org.junit.jupiter.api.Test;

/** csv = 21846, three times which BIP 68 masks to 2 blocks. */
class Scenario19Test {

    private final Neighbourhood street = new Neighbourhood();

    private static Terms withCsv(Terms terms, int blocks) {
        Windows windows = terms.windows();
        return new Terms(
                terms.identity(),
                terms.contributions(),
                new Windows(
                        new BlockCount(blocks),
                        windows.horizon(),
                        windows.revealGrace(),
                        windows.notice(),
                        windows.rulingDelay(),
                        windows.reaction(),
                        windows.reorgDepth()),
                terms.depths(),
                terms.schedule(),
                terms.limits(),
                terms.clauses());
    }

    @Test
    void a_window_that_bip_68_masks_is_refused() {
        Transition step = OpeningScenario.consumerReceivesTerms(street, terms -> withCsv(terms, 21_846));

        assertThatStep(step)
                .refuses(Refusal.Warned.class, OpeningFlaw.BadTerms.class)
                .changesNothing(street.consumer().state());
    }
}
