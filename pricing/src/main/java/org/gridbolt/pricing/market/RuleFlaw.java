package org.gridbolt.pricing.market;

import java.util.List;
import org.gridbolt.pricing.Slot;
import org.gridbolt.pricing.WattHours;
import org.gridbolt.pricing.rule.PriceFlaw;

/** What is wrong with the text that chooses a market rule. */
public sealed interface RuleFlaw extends MarketFlaw {

    /**
     * There is no such rule.
     *
     * @param name what was asked for
     * @param known the names there are
     */
    record UnknownRule(String name, List<String> known) implements RuleFlaw {
        public UnknownRule {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return "market rule \"%s\" is unknown; give one of %s".formatted(name, String.join(", ", known));
        }
    }

    /**
     * The rule has no such parameter.
     *
     * @param rule the rule
     * @param parameter what was given
     * @param known the parameters that it has
     */
    record UnknownParameter(String rule, String parameter, List<String> known) implements RuleFlaw {
        public UnknownParameter {
            known = List.copyOf(known);
        }

        @Override
        public String message() {
            return known.isEmpty()
                    ? "market rule %s has no parameter \"%s\"; it has none".formatted(rule, parameter)
                    : "market rule %s has no parameter \"%s\"; it has %s"
                            .formatted(rule, parameter, String.join(", ", known));
        }
    }

    /**
     * A parameter is given twice, or not as {@code name=value}.
     *
     * @param rule the rule
     * @param text what stands there
     */
    record NotAParameter(String rule, String text) implements RuleFlaw {
        @Override
        public String message() {
            return "market rule %s: \"%s\" is no parameter of its own; write name=value, each name once"
                    .formatted(rule, text);
        }
    }

    /**
     * The value of a parameter is none that it can have.
     *
     * @param rule the rule
     * @param parameter the parameter
     * @param text what was given
     * @param instead what to give instead
     */
    record BadValue(String rule, String parameter, String text, String instead) implements RuleFlaw {
        @Override
        public String message() {
            return "market rule %s, %s: \"%s\" will not do; give %s".formatted(rule, parameter, text, instead);
        }
    }

    /**
     * The price rule inside the market rule is flawed.
     *
     * @param rule the market rule
     * @param flaw what is wrong with the price rule
     */
    record BadPriceRule(String rule, PriceFlaw flaw) implements RuleFlaw {
        @Override
        public String message() {
            return "market rule %s, %s".formatted(rule, flaw.message());
        }
    }

    /**
     * A rule leaves energy in the book of homes that have used or made it.
     *
     * @param rule the rule's name
     * @param slot the slot
     * @param energy how much
     */
    record LeavesEnergy(String rule, Slot slot, WattHours energy) implements RuleFlaw {
        @Override
        public String message() {
            return "market rule \"%s\" leaves %s of %s in the book, which homes have used or made; choose rest=grid"
                    .formatted(rule, energy, slot);
        }
    }
}
