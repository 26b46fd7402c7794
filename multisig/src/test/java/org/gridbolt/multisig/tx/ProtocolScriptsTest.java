package org.gridbolt.multisig.tx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Party;
import org.gridbolt.multisig.key.PartyKeys;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts, as section 4 of the protocol writes them: which branch is whose, in which order and after how long. */
class ProtocolScriptsTest {

    private static final int CSV = 42;
    private static final int D1 = 700;
    private static final ExampleChannel CHANNEL = ExampleChannel.withWindow(CSV);

    @ParameterizedTest
    @CsvSource(delimiter = '=', textBlock = """
        wallet                  = wsh(or_i(multi(2,A1,B1),or_i(multi(2,A2,U1),multi(2,B2,U2))))
        balance of A on A's version = wsh(or_i(and_v(v:pk(P),multi(1,Bj,Uj)),and_v(v:pk(Ab),older(42))))
        balance of A on B's version = wpkh(Ab)
        balance of B on A's version = wsh(or_i(multi(2,Aa,Ua),and_v(v:pk(Bb),or_i(pk(P),older(42)))))
        balance of B on B's version = wsh(or_i(and_v(v:pk(P),multi(1,Aj,Uj)),or_i(multi(2,Aa,Ua),and_v(v:pk(Bb),older(42)))))
        balance of U on A's version = wpkh(Ub)
        balance of U on B's version = wpkh(Ub)
        unit on A's version = wsh(or_i(and_v(v:pk(P),multi(1,Bj,Uj)),or_i(and_v(v:pk(Bu),sha256(h)),or_i(and_v(v:pk(Uu),and_v(v:after(700),older(42))),and_v(v:pk(Au),and_v(v:after(700),older(84)))))))
        unit on B's version = wsh(or_i(and_v(v:pk(P),multi(1,Aj,Uj)),or_i(and_v(v:pk(Bu),and_v(v:sha256(h),older(42))),or_i(and_v(v:pk(Uu),and_v(v:after(700),older(84))),and_v(v:pk(Au),and_v(v:after(700),older(126)))))))
        """)
    void a_script_is_the_protocols(String name, String script) {
        String descriptor = ScriptCase.scripts(CHANNEL, new BlockHeight(D1))
                .filter(named -> named.name().equals(name))
                .findFirst()
                .orElseThrow()
                .script()
                .descriptor();

        assertThat(withNames(descriptor)).isEqualTo(script);
    }

    private static String withNames(String descriptor) {
        Map<String, String> names = new LinkedHashMap<>();
        names(names, "A", CHANNEL.ring.consumer());
        names(names, "B", CHANNEL.ring.producer());
        names(names, "U", CHANNEL.ring.utility());
        names.put(CHANNEL.version(Party.CONSUMER, ScriptCase.NUMBER).point().toString(), "P");
        names.put(CHANNEL.version(Party.PRODUCER, ScriptCase.NUMBER).point().toString(), "P");
        names.put(ExampleChannel.unit(ScriptCase.UNIT, 1000, D1).hash().toString(), "h");
        String written = descriptor;
        for (Map.Entry<String, String> name : names.entrySet()) {
            written = written.replace(name.getKey(), name.getValue());
        }
        return written;
    }

    private static void names(Map<String, String> names, String party, PartyKeys keys) {
        names.put(keys.walletFirst().toString(), party + "1");
        names.put(keys.walletSecond().toString(), party + "2");
        names.put(keys.arbitration().toString(), party + "a");
        names.put(keys.balance().toString(), party + "b");
        names.put(keys.justice().toString(), party + "j");
        names.put(keys.unit().toString(), party + "u");
    }
}
