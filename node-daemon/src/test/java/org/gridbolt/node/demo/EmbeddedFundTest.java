package org.gridbolt.node.demo;

import org.gridbolt.channel.local.EmbeddedNode;
import org.gridbolt.channel.local.RegtestNode;

class EmbeddedFundTest extends FundContract {

    @Override
    RegtestNode open() {
        return new EmbeddedNode(1);
    }
}
