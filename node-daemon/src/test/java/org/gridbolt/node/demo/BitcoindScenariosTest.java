package org.gridbolt.node.demo;

import org.gridbolt.testing.OnBitcoind;

@OnBitcoind
class BitcoindScenariosTest extends ScenarioContract {

    @Override
    String chain() {
        return SharedBitcoind.option();
    }
}
