package org.gridbolt.pricing.agreement;

import org.gridbolt.pricing.Outcome;

/**
 * Owner and prosumer share what the surplus is sold for. The prosumer's own use is free: the shares of the surplus are all
 * that the owner has of the plant while the agreement lasts.
 *
 * @param terms all of it
 */
public record RevenueShare(Terms terms) implements Agreement {

    public RevenueShare {
        Checks.refuse(terms.flawFor("a revenue share", possibleOwner(terms)));
    }

    /** The agreement; or the flaw that somebody gets a share who takes no part, or a plant that is not for it. */
    public static Outcome<RevenueShare, AgreementFlaw> of(Terms terms) {
        return Checks.checked(terms.flawFor("a revenue share", possibleOwner(terms)), () -> new RevenueShare(terms));
    }

    @Override
    public Outcome<Shares, AgreementFlaw> shares(Use use, Standing standing) {
        return terms.on(standing.day(), use == Use.OWN_USE ? Shares.whole(Role.PROSUMER) : terms.surplus());
    }

    @Override
    public Role owner(Standing standing) {
        return standing.day().isBefore(terms.ends()) ? Role.OWNER : terms.ownerAfterwards();
    }

    private static Role possibleOwner(Terms terms) {
        return terms.ownerAfterwards() == Role.PROSUMER ? Role.PROSUMER : Role.OWNER;
    }
}
