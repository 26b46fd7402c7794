package org.gridbolt.node.demo;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gridbolt.multisig.script.WalletTemplate;
import org.gridbolt.node.report.ChainKind;
import org.gridbolt.node.report.Scenario;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads one of a few words. */
abstract class WordConverter<T extends Enum<T>> implements ITypeConverter<T> {

    private final List<T> words;

    private WordConverter(List<T> words) {
        this.words = words;
    }

    /** As it is typed. */
    private String spelled(T word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public T convert(String text) {
        return words.stream()
                .filter(word -> spelled(word).equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException("'" + text + "' is none of " + choice()));
    }

    private String choice() {
        return words.stream().map(this::spelled).collect(Collectors.joining(", "));
    }

    /** Reads a scenario. */
    static final class OfScenario extends WordConverter<Scenario> {
        OfScenario() {
            // The sleeping victim is an option of the scenario cheat.
            super(Stream.of(Scenario.values())
                    .filter(scenario -> scenario != Scenario.CHEAT_ASLEEP)
                    .toList());
        }
    }

    /** Reads a form of the wallet's script. */
    static final class OfWallet extends WordConverter<WalletTemplate> {
        OfWallet() {
            super(List.of(WalletTemplate.values()));
        }
    }

    /** Reads a kind of chain. */
    static final class OfChain extends WordConverter<ChainKind> {
        OfChain() {
            super(List.of(ChainKind.values()));
        }
    }
}
