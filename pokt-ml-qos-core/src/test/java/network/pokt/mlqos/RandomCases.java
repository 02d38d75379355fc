package network.pokt.mlqos;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A property that has to hold for many cases drawn by chance from a fixed seed. A failure names the seed, the case and what was
 * drawn for it; the same seed draws the same cases again.
 *
 * <pre>{@code
 * RandomCases.check(42, 300, draw -> {
 *     int n = draw.integer(1, 1000);
 *     assertThat(Wilson.interval(n, n).upper()).isEqualTo(1);
 * });
 * }</pre>
 */
public final class RandomCases {

    /** What has to hold, and the values that it asks for. */
    @FunctionalInterface
    public interface Property {
        void holds(Draw draw) throws Exception;
    }

    private RandomCases() {}

    /** Checks {@code property} for {@code cases} cases. */
    public static void check(long seed, int cases, Property property) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < cases; i++) {
            Draw draw = new Draw(random.split());
            try {
                property.holds(draw);
            } catch (AssertionError | Exception e) {
                throw new AssertionError("Case " + i + " of seed " + seed + " with " + draw + ": " + e.getMessage(), e);
            }
        }
    }

    /** Draws values; ends of ranges come more often than chance would have it, since they break more often. */
    public static final class Draw {

        /** One value in so many is the lower end of its range, and as many the upper end. */
        private static final int ENDS = 20;

        private final SplittableRandom random;
        private final List<Object> drawn = new ArrayList<>();

        private Draw(SplittableRandom random) {
            this.random = random;
        }

        /** A whole number from {@code min} to {@code max}, both included. */
        public long number(long min, long max) {
            long end = random.nextInt(ENDS);
            if (end < 2) {
                return noted(end == 0 ? min : max);
            }
            return noted(max == Long.MAX_VALUE ? random.nextLong(min - 1, max) + 1 : random.nextLong(min, max + 1));
        }

        public long number() {
            return random.nextInt(ENDS) == 0 ? number(-2, 2) : noted(random.nextLong());
        }

        /** A whole number from {@code min} to {@code max}, both included. */
        public int integer(int min, int max) {
            return (int) number(min, max);
        }

        public int integer() {
            return random.nextInt(ENDS) == 0 ? integer(-2, 2) : integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
        }

        public boolean bool() {
            return noted(random.nextBoolean());
        }

        /** A number of so many decimals from {@code min} to {@code max}, both included. */
        public double decimal(double min, double max, int decimals) {
            double unit = Math.pow(10, decimals);
            return noted(number((long) Math.ceil(min * unit), (long) Math.floor(max * unit)) / unit);
        }

        @SafeVarargs
        @SuppressWarnings("varargs")
        public final <T> T of(T... values) {
            return noted(values[random.nextInt(values.length)]);
        }

        /** A list of {@code min} to {@code max} values. */
        public <T> List<T> list(int min, int max, Supplier<T> value) {
            return Stream.generate(value).limit(number(min, max)).toList();
        }

        /** An array of {@code min} to {@code max} numbers. */
        public double[] decimals(int min, int max, Supplier<Double> value) {
            return list(min, max, value).stream().mapToDouble(x -> x).toArray();
        }

        /** Any bytes, {@code min} to {@code max} of them. */
        public byte[] bytes(int min, int max) {
            byte[] bytes = new byte[size(min, max)];
            random.nextBytes(bytes);
            drawn.add(HexFormat.of().formatHex(bytes));
            return bytes;
        }

        /** A word of {@code min} to {@code max} letters of {@code alphabet}. */
        public String word(String alphabet, int min, int max) {
            StringBuilder word = new StringBuilder();
            for (int left = size(min, max); left > 0; left--) {
                word.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            return noted(word.toString());
        }

        /** A text of up to {@code max} code points of all planes, without half surrogate pairs. */
        public String text(int max) {
            StringBuilder text = new StringBuilder();
            for (int left = size(0, max); left > 0; left--) {
                int c = random.nextInt(1 << (7 + random.nextInt(15)));
                boolean isText = c <= Character.MAX_CODE_POINT && (c < 0xD800 || c > 0xDFFF);
                text.appendCodePoint(isText ? c : '\u00df');
            }
            return noted(text.toString());
        }

        private int size(int min, int max) {
            int end = random.nextInt(ENDS);
            return end == 0 ? min : end == 1 ? max : random.nextInt(min, max + 1);
        }

        private <T> T noted(T value) {
            drawn.add(value);
            return value;
        }

        @Override
        public String toString() {
            return drawn.toString();
        }
    }
}
