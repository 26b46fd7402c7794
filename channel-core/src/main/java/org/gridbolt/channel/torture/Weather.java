package org.gridbolt.channel.torture;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.gridbolt.multisig.Party;

/**
 * How rough a trial is: odds in a thousand of what may happen at each event, and how each party behaves. Drawn at its beginning,
 * so that some trials are calm but for one thing, and some are everything at once.
 *
 * @param delay that a block comes although letters are under way
 * @param cut that a connection breaks
 * @param disorder that a letter is lost, doubled or overtaken although its connection goes on
 * @param crash that a process ends somewhere in the next thing that it does
 * @param blind that a party does not look at the chain at a block
 * @param reorg that the newest blocks are replaced
 * @param spike that room in blocks becomes dear, or cheap again
 * @param silence that a party's node does not answer for a while
 * @param failure that the plant delivers less than it accepted
 * @param loss that a household's disk is lost, and a backup takes its place
 * @param skew how many seconds a party's clock is off, at most
 * @param conduct how each behaves
 */
record Weather(
        int delay,
        int cut,
        int disorder,
        int crash,
        int blind,
        int reorg,
        int spike,
        int silence,
        int failure,
        int loss,
        int skew,
        Map<Party, Conduct> conduct) {

    private static final List<Integer> DELAYS = List.of(5, 30, 100);
    private static final List<Integer> CUTS = List.of(0, 2, 10, 40);
    private static final List<Integer> DISORDERS = List.of(0, 0, 0, 2, 10);
    private static final List<Integer> CRASHES = List.of(0, 2, 10, 40);
    private static final List<Integer> BLINDNESSES = List.of(0, 50, 300);
    private static final List<Integer> REORGS = List.of(0, 0, 20, 80);
    private static final List<Integer> SPIKES = List.of(0, 0, 20);
    private static final List<Integer> SILENCES = List.of(0, 0, 30);
    private static final List<Integer> FAILURES = List.of(0, 0, 10, 100);
    private static final List<Integer> LOSSES = List.of(0, 0, 0, 0, 3);
    private static final List<Integer> SKEWS = List.of(0, 0, 7200);

    Weather {
        conduct = Map.copyOf(conduct);
    }

    /** The weather of a trial. */
    static Weather draw(Dice dice) {
        return new Weather(
                dice.pick(DELAYS),
                dice.pick(CUTS),
                dice.pick(DISORDERS),
                dice.pick(CRASHES),
                dice.pick(BLINDNESSES),
                dice.pick(REORGS),
                dice.pick(SPIKES),
                dice.pick(SILENCES),
                dice.pick(FAILURES),
                dice.pick(LOSSES),
                dice.pick(SKEWS),
                conducts(dice));
    }

    /** All honest in a third of the trials; else one or two who are not. */
    private static Map<Party, Conduct> conducts(Dice dice) {
        Map<Party, Conduct> conducts = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            conducts.put(party, Conduct.HONEST);
        }
        int rogues = dice.pick(List.of(0, 1, 1, 2));
        for (int i = 0; i < rogues; i++) {
            conducts.put(dice.pick(List.of(Party.values())), dice.pick(Conduct.ROGUES));
        }
        return conducts;
    }

    /** In one line. */
    String line() {
        StringBuilder line = new StringBuilder("weather: delay " + delay + ", cut " + cut + ", disorder " + disorder
                + ", crash " + crash + ", blind " + blind + ", reorg " + reorg + ", spike " + spike + ", silence "
                + silence + ", failure " + failure + ", loss " + loss + ", skew " + skew);
        for (Party party : Party.values()) {
            line.append(", ").append(party).append(' ').append(of(party));
        }
        return line.toString();
    }

    /** How {@code party} behaves. */
    Conduct of(Party party) {
        return conduct.getOrDefault(party, Conduct.HONEST);
    }
}
