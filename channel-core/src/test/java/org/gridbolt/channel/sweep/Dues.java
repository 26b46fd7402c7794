package org.gridbolt.channel.sweep;

import java.util.ArrayList;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.CommitmentNumber;
import org.gridbolt.multisig.tx.Allocation;
import org.gridbolt.penalty.policy.Split;

/**
 * What each party that keeps to the protocol must have in the end, before the fees of its claims.
 *
 * @param attack what the others do
 * @param channel to what
 */
record Dues(Attack attack, SweptChannel channel) {

    /**
     * What one party is due.
     *
     * @param party who
     * @param coins how much at least
     */
    record Due(Party party, Coin coins) {}

    List<Due> all() {
        List<Due> dues = new ArrayList<>();
        if (attack.isVictimHonest()) {
            dues.add(new Due(attack.victim(), victims()));
        }
        if (attack.isUtilityHonest()) {
            dues.add(new Due(Party.UTILITY, utilitys()));
        }
        return dues;
    }

    private boolean isRuled() {
        return attack.stage() != Attack.Stage.TRADING;
    }

    /** Whether nobody has revoked what is published. */
    private boolean isLive() {
        return channel.past(attack.cheat()).lastKey().equals(attack.version());
    }

    /**
     * With a ruling, what that gives it. The consumer's share of the forfeit is paid by what consumer and utility sign, so one that
     * sleeps through the whole window has none.
     */
    private Coin victims() {
        if (!isRuled()) {
            return channel.due(attack.victim());
        }
        Coin split = channel.ruling().onWallet().of(attack.victim());
        boolean sleepsThrough = attack.victim() == Party.CONSUMER && attack.watch() == Attack.Watch.TOWER && isLive();
        return sleepsThrough ? split.subtract(onNewest().consumerShare()) : split;
    }

    /**
     * With a ruling on the newest state, what that gives it as far as the consumer helps, and the coins of the unit that it supplied
     * in any case. Of a version that was revoked, its share in it: all that the cheat had there is the victim's, and no unit of
     * the newest state is in it. So with the newest state it loses what it gained since, at most max_u, and the pending units.
     */
    private Coin utilitys() {
        Coin share = share();
        if (!isRuled() || !isLive()) {
            return share;
        }
        Allocation split = channel.ruling().onWallet();
        boolean helped = attack.cheat() == Party.PRODUCER && attack.watch() == Attack.Watch.BOTH;
        return helped ? split.utility() : share.add(onNewest().forfeiture().replacement());
    }

    private Split onNewest() {
        return channel.ruling().onVersionOf(Party.CONSUMER);
    }

    private Coin share() {
        Coin published = channel.share(attack.cheat(), attack.version());
        return switch (attack.past()) {
            case KEPT -> published;
            case REWRITTEN_BY_VICTIM -> least(published, newest(attack.victim()));
            case REWRITTEN_BY_CHEAT ->
                least(published, least(newest(attack.cheat()), channel.share(attack.cheat(), first())));
        };
    }

    private CommitmentNumber first() {
        return channel.past(attack.cheat()).firstKey();
    }

    private Coin newest(Party owner) {
        return channel.share(owner, channel.past(owner).lastKey());
    }

    private static Coin least(Coin one, Coin other) {
        return one.isLessThan(other) ? one : other;
    }
}
