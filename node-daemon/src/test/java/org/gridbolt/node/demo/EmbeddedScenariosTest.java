package org.gridbolt.node.demo;

class EmbeddedScenariosTest extends ScenarioContract {

    @Override
    String chain() {
        return "--chain embedded";
    }
}
