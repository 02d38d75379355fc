package network.pokt.mlqos.metric;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;

/**
 * Measures the text metrics on one thread: {@code java -cp ... network.pokt.mlqos.metric.TextMetricsBenchmark}. Prints the
 * median of the processor time of some rounds after warming up, and the value, so that runs can be compared with others.
 *
 * <p>The corpus is 1,000 pairs of about 100 words; with the argument {@code texts} it is written to the standard output instead,
 * one prediction and its reference to a line with a tab between them, so that another program can score the same.
 */
public final class TextMetricsBenchmark {

    private static final int PAIRS = 1000;
    private static final int WORDS = 100;
    private static final int VOCABULARY = 2000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    private static final int ITERATIONS = 100_000;

    private TextMetricsBenchmark() {}

    public static void main(String[] arguments) {
        List<TextPair> pairs = corpus();
        if (arguments.length > 0) {
            pairs.forEach(pair -> System.out.println(
                    pair.prediction() + "\t" + pair.references().get(0)));
            return;
        }
        measure("BLEU, 1,000 pairs", ROUNDS, () -> Bleu.standard().of(pairs));
        measure("chrF, 1,000 pairs", ROUNDS, () -> Chrf.standard().of(pairs));
        measure("chrF++, 1,000 pairs", ROUNDS, () -> Chrf.plusPlus().of(pairs));
        measure("TER, 200 pairs", ROUNDS, () -> Ter.standard().of(pairs.subList(0, 200)));
        measure("ROUGE-L, 1,000 pairs", ROUNDS, () -> meanF(Rouge.ofLongestSubsequence(), pairs));
        Bootstrap bootstrap = Bootstrap.ofIterations(ITERATIONS);
        for (CorpusMetric metric : List.of(Bleu.standard(), Chrf.standard(), Ter.standard())) {
            CorpusStatistics statistics = metric.collect(metric instanceof Ter ? pairs.subList(0, 200) : pairs);
            measure(
                    "bootstrap of " + metric + ", 100,000 resamples of " + statistics.size(),
                    1,
                    () -> bootstrap.standardError(statistics));
        }
        double[] verdicts =
                new SplittableRandom(1).doubles(1319).map(Math::rint).toArray();
        measure(
                "bootstrap of the mean of 1,319",
                1,
                () -> bootstrap.standardError(new Mean(Summation.LEFT_TO_RIGHT), verdicts));
        double[] scores = new SplittableRandom(2).doubles(1319).toArray();
        measure("bootstrap of the median of 1,319", 1, () -> bootstrap.standardError(new Median(), scores));
        List<Classified<Integer>> samples = new ArrayList<>();
        for (double score : scores) {
            samples.add(new Classified<>((int) (score * 4), (int) (score * 40) % 4));
        }
        measure(
                "bootstrap of mcc of 1,319",
                1,
                () -> bootstrap.standardError(new MatthewsCorrelation<Integer>(), samples));
    }

    private static double meanF(Rouge rouge, List<TextPair> pairs) {
        return pairs.stream()
                .mapToDouble(pair -> rouge.best(pair).f())
                .average()
                .orElseThrow();
    }

    private static void measure(String what, int rounds, DoubleSupplier work) {
        double value = 0;
        for (int i = 0; i < (rounds > 1 ? WARM_UP : 0); i++) {
            value = work.getAsDouble();
        }
        double[] seconds = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            value = work.getAsDouble();
            seconds[i] = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
        }
        System.out.printf("%-75s %8.3f s  value %s%n", what, new Median().of(seconds), value);
    }

    /** Predictions are references in which every eighth word is another, and one run of words has moved. */
    private static List<TextPair> corpus() {
        SplittableRandom random = new SplittableRandom(7);
        List<TextPair> pairs = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            List<String> reference = new ArrayList<>();
            for (int j = 0; j < WORDS; j++) {
                reference.add(word(random) + (j % 15 == 14 ? "." : ""));
            }
            List<String> prediction = new ArrayList<>(reference);
            prediction.replaceAll(word -> random.nextInt(8) == 0 ? word(random) : word);
            List<String> run = prediction.subList(20, 25);
            List<String> moved = new ArrayList<>(run);
            run.clear();
            prediction.addAll(random.nextInt(prediction.size()), moved);
            pairs.add(TextPair.of(String.join(" ", prediction), String.join(" ", reference)));
        }
        return pairs;
    }

    /** Small numbers are common words, as in text; a word is the number in letters, and rare ones are long. */
    private static String word(SplittableRandom random) {
        double share = random.nextDouble();
        int number = (int) (share * share * VOCABULARY);
        return Integer.toString(number * 7919 + 36, 26).replaceAll("[0-9]", "e").repeat(number % 3 == 0 ? 2 : 1);
    }
}
