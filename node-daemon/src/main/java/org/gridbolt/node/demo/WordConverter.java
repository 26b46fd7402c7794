package org.gridbolt.node.demo;

import java.util.List;
import java.util.stream.Collectors;
import org.gridbolt.node.report.ChainKind;
import org.gridbolt.node.report.Scenario;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words. */
abstract class WordConverter<T> implements ITypeConverter<T> {

    private final List<T> words;

    private WordConverter(List<T> words) {
        this.words = words;
    }

    @Override
    public T convert(String text) {
        return words.stream()
                .filter(word -> word.toString().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + choice()));
    }

    private String choice() {
        return words.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    /** Reads a scenario. */
    static final class OfScenario extends WordConverter<Scenario> {
        OfScenario() {
            super(List.of(Scenario.values()));
        }
    }

    /** Reads a kind of chain. */
    static final class OfChain extends WordConverter<ChainKind> {
        OfChain() {
            super(List.of(ChainKind.values()));
        }
    }
}
