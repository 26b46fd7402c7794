package org.gridbolt.penalty.contract;

import org.bitcoinj.base.Coin;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.multisig.tx.FeeRate;
import org.gridbolt.penalty.encoding.CanonicalReader;
import org.gridbolt.penalty.encoding.CanonicalWriter;
import org.gridbolt.penalty.policy.ForfeitAll;
import org.gridbolt.penalty.policy.Fraction;
import org.gridbolt.penalty.policy.Graded;
import org.gridbolt.penalty.policy.PenaltyPolicy;
import org.gridbolt.penalty.policy.PerMille;
import org.gridbolt.pricing.WattHours;

/**
 * What is agreed besides times and amounts.
 *
 * <p>Encoding: policy (one byte, 0 for FORFEIT_ALL, 1 for GRADED), consumer share in thousandths (4), for GRADED alone f_num,
 * f_den and the tolerated shortfalls (4 each), delivery tolerance (8), grid fee (8), funding feerate in coins per 1000 virtual
 * bytes (4), template (one byte, 0 for ROLE_KEYS, 1 for PLAIN).
 *
 * @param policy how a default is paid for
 * @param deliveryTolerance a shortfall of at most this is no default
 * @param gridFee what the utility gets of each delivered unit
 * @param fundingFee what the funding transaction pays
 * @param template the wallet's script
 */
public record Clauses(
        PenaltyPolicy policy, WattHours deliveryTolerance, Coin gridFee, FeeRate fundingFee, WalletTemplate template) {

    /** Everything forfeited by a default, no tolerance, no grid fee, role keys. */
    public static final Clauses DEFAULT = new Clauses(
            ForfeitAll.WITHOUT_CONSUMER_SHARE, WattHours.ZERO, Coin.ZERO, FeeRate.RELAY, WalletTemplate.ROLE_KEYS);

    private static final int FORFEIT_ALL = 0;
    private static final int GRADED = 1;
    private static final int ROLE_KEYS = 0;
    private static final int PLAIN = 1;

    void writeTo(CanonicalWriter writer) {
        writePolicy(writer);
        writer.energy(deliveryTolerance)
                .coins(gridFee)
                .number(fundingFee.coinsPerKvb())
                .octet(codeOf(template));
    }

    private void writePolicy(CanonicalWriter writer) {
        writer.octet(policy instanceof Graded ? GRADED : FORFEIT_ALL)
                .number(policy.consumerShare().value());
        if (policy instanceof Graded graded) {
            writer.number(graded.forfeited().numerator())
                    .number(graded.forfeited().denominator())
                    .number(graded.toleratedShortfalls());
        }
    }

    static Clauses readFrom(CanonicalReader reader) {
        return new Clauses(
                readPolicy(reader),
                reader.energy(),
                reader.coins(),
                new FeeRate(reader.number()),
                readTemplate(reader));
    }

    private static PenaltyPolicy readPolicy(CanonicalReader reader) {
        boolean graded = reader.octet(GRADED) == GRADED;
        PerMille consumerShare = new PerMille(reader.number());
        return graded ? readGraded(reader, consumerShare) : new ForfeitAll(consumerShare);
    }

    private static Graded readGraded(CanonicalReader reader, PerMille consumerShare) {
        return new Graded(new Fraction(reader.number(), reader.number()), reader.number(), consumerShare);
    }

    private static int codeOf(WalletTemplate template) {
        return switch (template) {
            case ROLE_KEYS -> ROLE_KEYS;
            case PLAIN -> PLAIN;
        };
    }

    private static WalletTemplate readTemplate(CanonicalReader reader) {
        return reader.octet(PLAIN) == PLAIN ? WalletTemplate.PLAIN : WalletTemplate.ROLE_KEYS;
    }
}
