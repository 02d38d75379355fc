package network.pokt.mlqos.price;

import java.util.SplittableRandom;

/** How a simulated node gets from what was read and written to its bill. */
@FunctionalInterface
interface Biller {

    long claim(long counted, SplittableRandom random);

    /**
     * An honest node: it bills up to two special tokens with every text, miscounts by one now and then, and its sampler
     * writes up to 1 % more tokens than the tokenizer takes for the same text.
     */
    static Biller honest(SplittableRandom random) {
        int special = random.nextInt(3);
        double miscounts = random.nextDouble() * 0.1;
        double detours = random.nextDouble() * 0.01;
        return (counted, r) -> {
            long miscount = r.nextDouble() < miscounts ? r.nextInt(2) * 2 - 1 : 0;
            return Math.max(0, counted + special + miscount + scattered(counted * detours, r));
        };
    }

    /** A node on the edge: on average it bills exactly what is tolerated, and scatters by 5 % around it. */
    static Biller onTheEdge() {
        return (counted, random) -> {
            double allowed = UsageTolerance.DEFAULT.allowed(TokenClaim.of(0, counted));
            return (long) (allowed * (0.95 + random.nextDouble() * 0.1) + random.nextDouble());
        };
    }

    /** A node that is honest in its count and then multiplies it, rounding up. */
    static Biller padding(double factor, SplittableRandom random) {
        Biller honest = honest(random);
        return (counted, r) -> (long) Math.ceil(honest.claim(counted, r) * factor);
    }

    private static long scattered(double mean, SplittableRandom random) {
        return (long) (mean * 2 * random.nextDouble() + random.nextDouble());
    }
}
