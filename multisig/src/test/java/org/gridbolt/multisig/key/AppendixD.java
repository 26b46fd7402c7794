package org.gridbolt.multisig.key;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gridbolt.multisig.Bytes;

/** Reads Appendix D of BOLT 3 as the specification prints it: blocks of {@code field: value}, each begun by its name. */
final class AppendixD {

    private static final Pattern FIELD = Pattern.compile("\\s*(name|seed|I|secret|output): (.*\\S)\\s*");

    private AppendixD() {}

    /** A secret from a seed. */
    record Generation(String name, Bytes seed, long index, Bytes output) {}

    /** One secret of a sequence and whether it is accepted. */
    record Insertion(CommitmentNumber number, PrivateKey secret, boolean accepted) {}

    /** A sequence of insertions. */
    record Storage(String name, List<Insertion> insertions) {}

    static List<Generation> generations() {
        return blocks().stream()
                .filter(block -> block.get(1).getKey().equals("seed"))
                .map(block -> new Generation(
                        block.get(0).getValue(),
                        hex(block.get(1).getValue()),
                        Long.decode(block.get(2).getValue()),
                        hex(block.get(3).getValue())))
                .toList();
    }

    static List<Storage> storages() {
        return blocks().stream()
                .filter(block -> !block.get(1).getKey().equals("seed"))
                .map(block -> new Storage(block.get(0).getValue(), insertions(block)))
                .toList();
    }

    private static List<Insertion> insertions(List<Map.Entry<String, String>> block) {
        List<Insertion> insertions = new ArrayList<>();
        for (int i = 1; i < block.size(); i += 3) {
            long index = Long.decode(block.get(i).getValue());
            insertions.add(new Insertion(
                    new CommitmentNumber(ShaChain.FIRST_INDEX - index),
                    PrivateKey.of(hex(block.get(i + 1).getValue())),
                    block.get(i + 2).getValue().equals("OK")));
        }
        return insertions;
    }

    private static Bytes hex(String value) {
        return Bytes.ofHex(value.substring("0x".length()));
    }

    private static List<List<Map.Entry<String, String>>> blocks() {
        List<List<Map.Entry<String, String>>> blocks = new ArrayList<>();
        PublishedVectors.lines("bolt3-appendix-D.txt")
                .map(FIELD::matcher)
                .filter(Matcher::matches)
                .forEach(field -> {
                    if (field.group(1).equals("name")) {
                        blocks.add(new ArrayList<>());
                    }
                    blocks.get(blocks.size() - 1).add(Map.entry(field.group(1), field.group(2)));
                });
        return blocks;
    }
}
