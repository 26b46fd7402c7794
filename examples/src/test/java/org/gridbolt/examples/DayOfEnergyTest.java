package org.gridbolt.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.bitcoinj.base.Coin;
import org.gridbolt.channel.local.Settlement;
import org.junit.jupiter.api.Test;

class DayOfEnergyTest {

    @Test
    void it_pays_for_three_hours_of_energy() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        Settlement settlement = DayOfEnergy.run(new PrintStream(printed, true, StandardCharsets.UTF_8));

        // 3,300 Wh at 10 * 12 * 12 + 100 * 12 + 5000 = 7,640 coins per kWh.
        assertThat(settlement.paid().producer()).isEqualTo(Coin.valueOf(20_000 + 25_212));
        assertThat(settlement.paid().total().add(settlement.fees())).isEqualTo(Coin.valueOf(80_000));
        assertThat(printed.toString(StandardCharsets.UTF_8)).contains("SETTLED", "FUNDING", "CLOSE");
    }
}
