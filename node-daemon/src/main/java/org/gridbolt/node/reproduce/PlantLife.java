package org.gridbolt.node.reproduce;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bitcoinj.base.Coin;
import org.gridbolt.pricing.Price;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.agreement.Agreement;
import org.gridbolt.pricing.agreement.Apportioned;
import org.gridbolt.pricing.agreement.CumulativeApportionment;
import org.gridbolt.pricing.agreement.LeaseToOwn;
import org.gridbolt.pricing.agreement.Role;
import org.gridbolt.pricing.agreement.Standing;
import org.gridbolt.pricing.agreement.Use;

/** The coins of one plant under an agreement, month by month. */
final class PlantLife {

    /** What the prosumer uses itself in a month. */
    static final WattHours OWN_USE = new WattHours(250_000);

    /** What is sold in a month. */
    static final WattHours SURPLUS = new WattHours(151_000);

    private static final Price PRICE = new Price(100_000_000_000L);

    private final Agreement agreement;
    private final Map<Role, Long> coins = new EnumMap<>(Role.class);
    private final List<Long> ownerByMonth = new ArrayList<>();
    private CumulativeApportionment rounding = CumulativeApportionment.START;
    private Coin paid = Coin.ZERO;

    private PlantLife(Agreement agreement) {
        this.agreement = agreement;
    }

    /** The whole time of that agreement. */
    static PlantLife of(Agreement agreement) {
        PlantLife life = new PlantLife(agreement);
        for (int month = 0; month < agreement.terms().months(); month++) {
            life.live(month);
        }
        return life;
    }

    /** All coins of that role, instalments not among them. */
    long total(Role role) {
        return coins.getOrDefault(role, 0L);
    }

    /** What the owner had after each month, instalments among it. */
    List<Long> ownerByMonth() {
        return List.copyOf(ownerByMonth);
    }

    private void live(int month) {
        Standing standing = new Standing(agreement.terms().begins().plusMonths(month), paid);
        divide(Use.OWN_USE, OWN_USE, standing);
        divide(Use.SURPLUS, SURPLUS, standing);
        if (agreement instanceof LeaseToOwn lease) {
            paid = paid.add(lease.nextInstalment(paid));
        }
        ownerByMonth.add(total(Role.OWNER) + paid.getValue());
    }

    private void divide(Use use, WattHours energy, Standing standing) {
        Apportioned unit = rounding.divide(
                PRICE.costFloor(energy), agreement.shares(use, standing).orElseThrow());
        unit.given().forEach((role, part) -> coins.merge(role, part.getValue(), Long::sum));
        rounding = unit.next();
    }
}
