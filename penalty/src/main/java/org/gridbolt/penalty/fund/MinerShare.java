package org.gridbolt.penalty.fund;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bitcoinj.base.Coin;

/**
 * What a miner gets of a slot's pool.
 *
 * @param miner who
 * @param blocks how many of the slot's blocks it mined, at least 1
 * @param coins its share, at least 0
 */
public record MinerShare(Miner miner, int blocks, Coin coins) {

    public MinerShare {
        if (blocks < 1 || coins.isNegative()) {
            throw new IllegalArgumentException(coins.value + " coins for " + blocks + " blocks");
        }
    }

    /**
     * Divides {@code pool} in proportion to the blocks that each mined, in whole coins that are together all of it: rounded down,
     * and the coins left over to the largest remainders, to whoever mined first of equals. Nothing without blocks.
     */
    static List<MinerShare> of(Coin pool, List<MinedBlock> blocks) {
        Map<Miner, Integer> mined = new LinkedHashMap<>();
        blocks.forEach(block -> mined.merge(block.miner(), 1, Integer::sum));
        List<MinerShare> floors = new ArrayList<>();
        List<BigInteger> remainders = new ArrayList<>();
        BigInteger all = BigInteger.valueOf(blocks.size());
        mined.forEach((miner, count) -> {
            BigInteger[] share = BigInteger.valueOf(pool.value)
                    .multiply(BigInteger.valueOf(count))
                    .divideAndRemainder(all);
            floors.add(new MinerShare(miner, count, Coin.valueOf(share[0].longValueExact())));
            remainders.add(share[1]);
        });
        return withRest(pool, floors, remainders);
    }

    private static List<MinerShare> withRest(Coin pool, List<MinerShare> floors, List<BigInteger> remainders) {
        Coin given = floors.stream().map(MinerShare::coins).reduce(Coin.ZERO, Coin::add);
        List<MinerShare> shares = new ArrayList<>(floors);
        IntStream.range(0, floors.size())
                .boxed()
                .sorted(Comparator.comparing((Integer place) -> remainders.get(place))
                        .reversed())
                .limit(floors.isEmpty() ? 0 : pool.subtract(given).value)
                .forEach(place -> shares.set(place, floors.get(place).plusOne()));
        return List.copyOf(shares);
    }

    private MinerShare plusOne() {
        return new MinerShare(miner, blocks, coins.add(Coin.SATOSHI));
    }
}
