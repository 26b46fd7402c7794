package org.gridbolt.channel.utility;

import java.util.Optional;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.action.ChannelAction.Publish;
import org.gridbolt.channel.action.Purpose;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.WalletSpend;
import org.gridbolt.pricing.Outcome;

/**
 * Pays for a household's version that the mempool holds and no block takes. The utility sees the version where everybody does:
 * no household sends it one. It helps no revoked version into the chain, and pays no more than it has set itself.
 */
final class Sponsoring {

    private final UtilityChannel channel;
    private final UtilityOrder.Sponsor order;

    private Sponsoring(UtilityChannel channel, UtilityOrder.Sponsor order) {
        this.channel = channel;
        this.order = order;
    }

    /** The child to publish, or why the utility does not pay for that version. */
    static Outcome<Publish, OrderFlaw> of(UtilityChannel channel, UtilityOrder.Sponsor order) {
        Sponsoring sponsoring = new Sponsoring(channel, order);
        return sponsoring
                .version()
                .or(sponsoring::child)
                .or(sponsoring::cost)
                .<Outcome<Publish, OrderFlaw>>map(Outcome::flawed)
                .orElseGet(() -> Outcome.of(new Publish(Purpose.BUMP, order.child(), Optional.empty())));
    }

    private Optional<OrderFlaw> version() {
        Optional<WalletSpend.State> state = WalletSpend.recognise(
                        channel.context().wallet(), order.version())
                .flatMap(WalletSpend::commitment);
        if (state.isEmpty()) {
            return Optional.of(new OrderFlaw.NoVersion(order.version().txid()));
        }
        boolean revoked = channel.tower()
                .record()
                .isRevoked(state.get().owner(), state.get().number());
        return revoked
                ? Optional.of(new OrderFlaw.RevokedVersion(order.version().txid()))
                : Optional.empty();
    }

    private Optional<OrderFlaw> child() {
        Transaction version = order.version();
        boolean spendsAnchor = version.anchor()
                .flatMap(anchor -> order.child().inputSpending(anchor))
                .isPresent();
        return spendsAnchor
                ? Optional.empty()
                : Optional.of(new OrderFlaw.NoChild(order.child().txid()));
    }

    private Optional<OrderFlaw> cost() {
        Sponsorship limits = channel.context().profile().sponsorship();
        if (order.fee().isGreaterThan(limits.cap())) {
            return Optional.of(new OrderFlaw.AboveSponsorship(order.fee(), limits.cap()));
        }
        Coin most =
                limits.rateMax().feeFor(order.version().vsize() + order.child().vsize());
        return order.fee().isGreaterThan(most)
                ? Optional.of(new OrderFlaw.AboveSponsorship(order.fee(), most))
                : Optional.empty();
    }
}
