package org.gridbolt.channel.chain.bitcoind;

import com.fasterxml.jackson.databind.JsonNode;
import fr.acinq.bitcoin.Block;
import java.util.List;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.BlockSource;
import org.gridbolt.channel.chain.ChainFlaw;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.channel.chain.ChainUnavailable;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.tx.Transaction;

/** The blocks of a bitcoind, which needs no index for it. */
final class BitcoindBlocks implements BlockSource {

    private final BitcoindRpc rpc;

    BitcoindBlocks(BitcoindRpc rpc) {
        this.rpc = rpc;
    }

    @Override
    public Sha256Hash bestBlock() {
        return Sha256Hash.wrap(rpc.call("getbestblockhash").asText());
    }

    @Override
    public Link link(Sha256Hash block) {
        JsonNode header = rpc.call("getblockheader", block.toString());
        ChainTip tip = new ChainTip(new BlockHeight(header.path("height").asInt()), block);
        String previous = header.path("previousblockhash").asText("");
        return new Link(tip, previous.isEmpty() ? Sha256Hash.ZERO_HASH : Sha256Hash.wrap(previous));
    }

    @Override
    public List<Transaction> transactions(Sha256Hash block) {
        RpcAnswer answer = rpc.ask("getblock", block.toString(), 0);
        if (answer instanceof RpcAnswer.Result result) {
            return Block.read(result.value().asText()).tx.stream()
                    .map(this::transaction)
                    .toList();
        }
        throw new ChainUnavailable(new ChainFlaw.BlockMissing(rpc.where(), block.toString()));
    }

    private Transaction transaction(fr.acinq.bitcoin.Transaction read) {
        Bytes bytes = Bytes.of(fr.acinq.bitcoin.Transaction.write(read));
        return Transaction.parse(bytes).orElseThrow(() -> rpc.unexpected("getblock", "transaction " + bytes));
    }
}
