package org.gridbolt.node.demo;

import org.gridbolt.testing.OnBitcoind;

@OnBitcoind
class BitcoindScenariosTest extends ScenarioContract {

    @Override
    String chain() {
        return SharedBitcoind.option();
    }

    /** Every scenario comes to the same on the embedded chain, to the coin. */
    @Override
    void compare(DemoResult result, String options) {
        result.assertSameAs(DemoResult.of(folder.resolve("embedded"), "--chain embedded --scenario " + options));
    }
}
