package org.gridbolt.channel.event;

import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.multisig.Bytes;

/** What the household's own on-chain wallet says. */
public sealed interface WalletEvent extends ChannelEvent {

    /** Calls the method for this kind. */
    <R> R dispatch(WalletEvent.Handler<R> handler);

    @Override
    default <R> R dispatch(ChannelEvent.Handler<R> handler) {
        return dispatch((WalletEvent.Handler<R>) handler);
    }

    /**
     * One method for each kind.
     *
     * @param <R> what comes of it
     */
    interface Handler<R> {

        /** The wallet signed the inputs that the household funds with. */
        R onInputsSigned(InputsSigned event);
    }

    /**
     * The wallet signed the inputs that the household funds with.
     *
     * @param fundingTxid the transaction that it signed
     * @param witnesses a witness stack for each of its inputs, in the order of its contribution
     */
    record InputsSigned(Sha256Hash fundingTxid, List<List<Bytes>> witnesses) implements WalletEvent {

        public InputsSigned {
            witnesses = witnesses.stream().map(List::copyOf).toList();
        }

        @Override
        public <R> R dispatch(WalletEvent.Handler<R> handler) {
            return handler.onInputsSigned(this);
        }
    }
}
