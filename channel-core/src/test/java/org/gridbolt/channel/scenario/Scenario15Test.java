package org.gridbolt.channel.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.message.StateReported;
import org.gridbolt.channel.state.Channel;
import org.gridbolt.channel.testing.StreetOnBitcoind;
import org.gridbolt.channel.testing.UtilityRig;
import org.gridbolt.channel.utility.Conditions;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.multisig.tx.CloseTx;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.penalty.contract.Clauses;
import org.gridbolt.penalty.contract.Limits;
import org.gridbolt.penalty.contract.Signed;
import org.gridbolt.penalty.contract.StateReceipt;
import org.gridbolt.penalty.contract.Ticket;
import org.gridbolt.testing.Bitcoind;
import org.gridbolt.testing.OnBitcoind;
import org.junit.jupiter.api.Test;

/** A and B close together and give the utility nothing of what is its own. */
@OnBitcoind
class Scenario15Test {

    private static final Coin GRID_FEE = Coin.valueOf(600);

    private static Conditions withGridFee() {
        Clauses plain = Clauses.DEFAULT;
        return new Conditions(
                Conditions.DEFAULT.windows(),
                Conditions.DEFAULT.depths(),
                Optional.empty(),
                new Clauses(plain.policy(), plain.deliveryTolerance(), GRID_FEE, plain.fundingFee(), plain.template()));
    }

    @Test
    void the_receipts_prove_it_and_the_loss_is_bounded(Bitcoind bitcoind) {
        StreetOnBitcoind<UtilityRig> street =
                StreetOnBitcoind.withUtility(bitcoind, withGridFee()).open();
        Ticket ticket = StreetOnBitcoind.offerOne(street, 250);
        StreetOnBitcoind.measure(street, ticket, 250);
        street.mine(2);
        Channel channel = street.consumer().channel();
        assertThat(channel.commitments().own().ledger().balances().utility()).isEqualTo(GRID_FEE);

        Allocation honest = channel.commitments().own().ledger().balances();
        Allocation cheat = honest.with(Party.UTILITY, Coin.ZERO)
                .with(Party.CONSUMER, honest.consumer().add(honest.utility()));
        CloseTx close = CloseTx.build(
                        channel.context().wallet(), cheat, Party.CONSUMER, Coin.valueOf(500), channel.tip())
                .orElseThrow();
        Transaction signed = close.signed(
                close.sign(street.consumer().secrets().walletKeyWith(Party.PRODUCER)),
                close.sign(street.producer().secrets().walletKeyWith(Party.CONSUMER)));
        assertThat(street.view().submit(List.of(signed)).isThere()).isTrue();
        street.mine(1);

        assertThat(street.settlement().paid().utility()).isEqualTo(Coin.ZERO);
        for (Party side : List.of(Party.CONSUMER, Party.PRODUCER)) {
            StateReceipt newest = newestReceipt(street, side);
            assertThat(newest.balances().utility()).isEqualTo(GRID_FEE);
        }
        Limits limits = channel.context().terms().limits();
        Coin lost = honest.utility();
        assertThat(lost).isLessThanOrEqualTo(limits.utilityCoinsMax().add(limits.pendingCoinsMax()));
    }

    /** What the utility holds, signed by that household's own node key. */
    private static StateReceipt newestReceipt(StreetOnBitcoind<UtilityRig> street, Party side) {
        Channel channel = street.consumer().channel();
        List<Signed<StateReceipt>> receipts = street.post().delivered(StateReported.class, Party.UTILITY).stream()
                .flatMap(report -> report.receipt().stream())
                .filter(receipt -> receipt.content().side() == side)
                .toList();
        Signed<StateReceipt> newest = receipts.get(receipts.size() - 1);
        assertThat(newest.isSignedBy(channel.context().terms().identity().nodeKey(side)))
                .isTrue();
        return newest.content();
    }
}
