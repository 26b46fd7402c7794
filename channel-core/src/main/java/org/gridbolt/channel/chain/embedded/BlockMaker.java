package org.gridbolt.channel.chain.embedded;

import fr.acinq.bitcoin.Block;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.bitcoinj.base.Coin;
import org.bitcoinj.base.Sha256Hash;
import org.gridbolt.channel.chain.BlockSource.Link;
import org.gridbolt.channel.chain.ChainTip;
import org.gridbolt.multisig.BlockHeight;
import org.gridbolt.multisig.Bytes;
import org.gridbolt.multisig.Outpoint;
import org.gridbolt.multisig.tx.Transaction;
import org.gridbolt.multisig.tx.TxInput;
import org.gridbolt.multisig.tx.TxOutput;

/**
 * Makes blocks that a real node takes: merkle root, witness commitment (BIP 141), height in the coinbase (BIP 34) and the
 * little work that regtest asks for. Their times are ten minutes apart from the first block on, by no clock.
 *
 * @param seed what sets this chain apart from others
 */
record BlockMaker(long seed) {

    private static final int SPACING_SECONDS = 600;
    private static final int HEADER_SIZE = 80;
    private static final int NONCE_AT = 76;
    private static final int VERSION = 0x2000_0000;
    private static final int EASIEST = 0x207f_ffff;
    private static final int SMALL_INTEGERS = 16;
    private static final int OP_BEFORE_ONE = 0x50;
    private static final long FINAL = 0xffff_ffffL;

    /** The block that every regtest chain begins with. */
    static MinedBlock first() {
        Block genesis = Block.RegtestGenesisBlock;
        Bytes bytes = Bytes.of(Block.write(genesis));
        Sha256Hash hash = hash(bytes.slice(0, HEADER_SIZE));
        Bytes coinbase = Bytes.of(fr.acinq.bitcoin.Transaction.write(genesis.tx.get(0)));
        Link link = new Link(new ChainTip(new BlockHeight(0), hash), Sha256Hash.ZERO_HASH);
        return new MinedBlock(
                link,
                (int) genesis.header.time,
                List.of(Transaction.parse(coinbase).orElseThrow()),
                bytes);
    }

    /** A block on {@code below} with {@code payments}, whose fees go with the reward to {@code script}. */
    MinedBlock make(MinedBlock below, List<Transaction> payments, Coin fees, Bytes script, int counter) {
        int height = below.height() + 1;
        List<Transaction> transactions = new ArrayList<>();
        transactions.add(coinbase(
                height, counter, new TxOutput(ActiveChain.reward(height).add(fees), script), payments));
        transactions.addAll(payments);
        int time = below.time() + SPACING_SECONDS;
        Sha256Hash previous = below.link().block().hash();
        byte[] header = work(header(previous, transactions, time));
        ChainTip block = new ChainTip(new BlockHeight(height), hash(Bytes.of(header)));
        return new MinedBlock(
                new Link(block, previous), time, List.copyOf(transactions), serialized(header, transactions));
    }

    private Transaction coinbase(int height, int counter, TxOutput reward, List<Transaction> payments) {
        Bytes nonce = Bytes.of(ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                .putLong(seed)
                .putInt(counter)
                .array());
        Bytes scriptSig = pushOf(height).concat(Bytes.of((byte) nonce.size())).concat(nonce);
        Bytes reserved = Bytes.of(new byte[Sha256Hash.LENGTH]);
        TxInput input = new TxInput(Outpoint.NONE, scriptSig, FINAL, List.of(reserved));
        return new Transaction(2, List.of(input), List.of(reward, commitment(payments, reserved)), 0);
    }

    /** The height as a script pushes it: small ones by an opcode, others in the fewest bytes, sign bit clear. */
    private static Bytes pushOf(int height) {
        if (height <= SMALL_INTEGERS) {
            return Bytes.of((byte) (OP_BEFORE_ONE + height));
        }
        int size = Integer.SIZE / Byte.SIZE - Integer.numberOfLeadingZeros(height << 1) / Byte.SIZE;
        Bytes number = Bytes.of(littleEndian(Integer.BYTES).putInt(height).array());
        return Bytes.of((byte) size).concat(number.slice(0, size));
    }

    private static TxOutput commitment(List<Transaction> payments, Bytes reserved) {
        List<Sha256Hash> witnessIds = new ArrayList<>(List.of(Sha256Hash.ZERO_HASH));
        payments.forEach(payment -> witnessIds.add(hash(payment.serialize())));
        Bytes root = wire(merkleRoot(witnessIds));
        Bytes hash = wire(hash(root.concat(reserved)));
        return new TxOutput(Coin.ZERO, Bytes.ofHex("6a24aa21a9ed").concat(hash));
    }

    private static byte[] header(Sha256Hash previous, List<Transaction> transactions, int time) {
        List<Sha256Hash> ids = transactions.stream().map(Transaction::txid).toList();
        return littleEndian(HEADER_SIZE)
                .putInt(VERSION)
                .put(wire(previous).toArray())
                .put(wire(merkleRoot(ids)).toArray())
                .putInt(time)
                .putInt(EASIEST)
                .array();
    }

    /** Half of all headers will do: their hash must begin with a clear bit. */
    private static byte[] work(byte[] header) {
        int nonce = 0;
        while (hash(Bytes.of(header)).getBytes()[0] < 0) {
            nonce++;
            littleEndianOf(header).putInt(NONCE_AT, nonce);
        }
        return header;
    }

    private static Sha256Hash merkleRoot(List<Sha256Hash> leaves) {
        List<Sha256Hash> level = leaves;
        while (level.size() > 1) {
            List<Sha256Hash> above = new ArrayList<>();
            for (int i = 0; i < level.size(); i += 2) {
                Sha256Hash right = level.get(Math.min(i + 1, level.size() - 1));
                above.add(hash(wire(level.get(i)).concat(wire(right))));
            }
            level = above;
        }
        return level.get(0);
    }

    private static Bytes serialized(byte[] header, List<Transaction> transactions) {
        Bytes bytes = Bytes.of(header).concat(compactSize(transactions.size()));
        for (Transaction transaction : transactions) {
            bytes = bytes.concat(transaction.serialize());
        }
        return bytes;
    }

    private static Bytes compactSize(int count) {
        return count < 0xfd
                ? Bytes.of((byte) count)
                : Bytes.of(
                        littleEndian(3).put((byte) 0xfd).putShort((short) count).array());
    }

    /** Twice SHA-256, shown as block explorers do: backwards. */
    private static Sha256Hash hash(Bytes content) {
        return Sha256Hash.wrapReversed(Sha256Hash.hashTwice(content.toArray()));
    }

    private static Bytes wire(Sha256Hash hash) {
        return Bytes.of(hash.serialize());
    }

    private static ByteBuffer littleEndian(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static ByteBuffer littleEndianOf(byte[] content) {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }
}
