package org.gridbolt.channel.testing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gridbolt.channel.signer.ChannelSigner;
import org.gridbolt.channel.signing.SigningOrder;
import org.gridbolt.channel.signing.SigningRefusal;
import org.gridbolt.channel.torture.SignerAccount;
import org.gridbolt.multisig.tx.CommitmentTx;
import org.gridbolt.pricing.Outcome;

/**
 * A signer that is held to its {@link SignerAccount}: what must never be released fails the test, whatever the test is about.
 */
public final class WatchedSigner implements ChannelSigner {

    private final ChannelSigner signer;
    private final Runnable asked;
    private final SignerAccount released;
    private final List<SigningRefusal> refusals = new ArrayList<>();

    /** Runs {@code asked} before each order. */
    public WatchedSigner(ChannelSigner signer, Runnable asked) {
        this.signer = signer;
        this.asked = asked;
        this.released = new SignerAccount(what -> {
            throw new AssertionError("the signer " + what);
        });
    }

    public WatchedSigner(ChannelSigner signer) {
        this(signer, () -> {});
    }

    @Override
    public <R> Outcome<R, SigningRefusal> sign(SigningOrder<R> order) throws IOException {
        asked.run();
        Outcome<R, SigningRefusal> outcome = signer.sign(order);
        outcome.flaw().ifPresent(refusals::add);
        if (outcome.value().isPresent()) {
            order.judgedBy(released).run();
        }
        return outcome;
    }

    /** What was refused. */
    public List<SigningRefusal> refusals() {
        return List.copyOf(refusals);
    }

    /** The peer's versions that were signed, by number. */
    public Map<Long, CommitmentTx> signed() {
        return released.signed();
    }

    /** The own versions that were signed to be published, by number. */
    public Map<Long, CommitmentTx> published() {
        return released.published();
    }

    /** The own numbers that were revoked. */
    public Set<Long> revoked() {
        return released.revoked();
    }

    /** What ended the channel for the signer, if anything did. */
    public Optional<String> end() {
        return released.end();
    }
}
