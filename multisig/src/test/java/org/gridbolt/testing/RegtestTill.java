package org.gridbolt.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * The coins that tests spend: coinbases to witness scripts that anybody can spend, so that neither a wallet nor a key is
 * needed to hand them out.
 */
final class RegtestTill {

    /** Coinbases that are mature from the start. */
    static final int COINBASES = 10;

    private static final int MATURITY = 100;
    private static final long FEE = 10_000;
    private static final HexFormat HEX = HexFormat.of();

    /** @param number of the witness script, see {@link #numberedTrue} */
    private record Coin(String txid, int index, long satoshis, int number) {}

    private final BitcoindRpc rpc;
    private final List<Coin> coins = new ArrayList<>();
    private final Map<String, String> fundings = new HashMap<>();
    private int coinbases;

    RegtestTill(BitcoindRpc rpc) {
        this.rpc = rpc;
    }

    /** The same coins, on a bitcoind that has the same chain. */
    RegtestTill copy(BitcoindRpc other) {
        RegtestTill copy = new RegtestTill(other);
        copy.coins.addAll(coins);
        copy.fundings.putAll(fundings);
        copy.coinbases = coinbases;
        return copy;
    }

    void open() {
        mine(COINBASES + MATURITY);
    }

    /** A block made twice on the same parent would be the same block; a script of its own keeps them apart. */
    List<String> mine(int blocks) {
        List<String> hashes = new ArrayList<>();
        for (int i = 0; i < blocks; i++) {
            int number = coinbases++;
            String hash = rpc.call("generatetodescriptor", 1, "raw(" + HEX.formatHex(p2wsh(numberedTrue(number))) + ")")
                    .path(0)
                    .asText();
            hashes.add(hash);
            if (coinbases <= COINBASES) {
                coins.add(coinbase(hash, number));
            }
        }
        return hashes;
    }

    String fund(String scriptHex, long satoshis) {
        Coin coin = coinOfAtLeast(satoshis + FEE);
        long rest = coin.satoshis() - satoshis - FEE;
        String transaction =
                HEX.formatHex(payment(coin, HEX.parseHex(scriptHex), satoshis, p2wsh(numberedTrue(0)), rest));
        String txid = rpc.call("sendrawtransaction", transaction).asText();
        mine(1);
        coins.add(new Coin(txid, 1, rest, 0));
        fundings.put(txid + ":0", transaction);
        return txid + ":0";
    }

    String fundingTransaction(String outpoint) {
        String transaction = fundings.get(outpoint);
        if (transaction == null) {
            throw new IllegalArgumentException("not funded here: " + outpoint);
        }
        return transaction;
    }

    /** A reorg may have unmade a coin: such are dropped. */
    private Coin coinOfAtLeast(long satoshis) {
        while (!coins.isEmpty()) {
            Coin coin = coins.remove(coins.size() - 1);
            boolean unspent = rpc.call("gettxout", coin.txid(), coin.index()).isObject();
            if (unspent && coin.satoshis() > satoshis) {
                return coin;
            }
        }
        throw new IllegalStateException("the till has no coin of " + satoshis + " satoshis");
    }

    private Coin coinbase(String block, int number) {
        JsonNode transaction = rpc.call("getblock", block, 2).path("tx").path(0);
        long satoshis = transaction
                .path("vout")
                .path(0)
                .path("value")
                .decimalValue()
                .movePointRight(8)
                .longValueExact();
        return new Coin(transaction.path("txid").asText(), 0, satoshis, number);
    }

    /** {@code number OP_DROP OP_TRUE}. */
    private static byte[] numberedTrue(int number) {
        return ByteBuffer.allocate(7)
                .put((byte) 4)
                .putInt(0x01010101 + number)
                .put((byte) 0x75)
                .put((byte) 0x51)
                .array();
    }

    private static byte[] p2wsh(byte[] witnessScript) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(witnessScript);
            return ByteBuffer.allocate(34)
                    .put((byte) 0)
                    .put((byte) 32)
                    .put(hash)
                    .array();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] payment(Coin from, byte[] to, long satoshis, byte[] change, long rest) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(HEX.parseHex("02000000" + "0001" + "01"));
        out.writeBytes(reversed(HEX.parseHex(from.txid())));
        out.writeBytes(littleEndian(4, from.index()));
        out.writeBytes(HEX.parseHex("00" + "fdffffff" + "02"));
        writeOutput(out, to, satoshis);
        writeOutput(out, change, rest);
        out.write(1);
        byte[] witnessScript = numberedTrue(from.number());
        out.write(witnessScript.length);
        out.writeBytes(witnessScript);
        out.writeBytes(new byte[4]);
        return out.toByteArray();
    }

    private static void writeOutput(ByteArrayOutputStream out, byte[] script, long satoshis) {
        out.writeBytes(littleEndian(8, satoshis));
        out.write(script.length);
        out.writeBytes(script);
    }

    private static byte[] littleEndian(int size, long value) {
        byte[] all = ByteBuffer.allocate(8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
        return Arrays.copyOf(all, size);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] result = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            result[i] = bytes[bytes.length - 1 - i];
        }
        return result;
    }
}
