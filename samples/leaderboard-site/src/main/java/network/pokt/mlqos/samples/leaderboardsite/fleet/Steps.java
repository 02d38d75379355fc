package network.pokt.mlqos.samples.leaderboardsite.fleet;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Ask.Generation;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Reply.Generated;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.task.Task;

/**
 * Arithmetic in words, step by step, made up from a seed: "Start with 48. Add 7. Multiply by 3." The last number of an answer has to
 * be the right one. Immutable.
 */
public final class Steps implements Task {

    /** More documents than any node is asked in a year. */
    private static final int SIZE = 100_000;

    private static final int MOST_TOKENS = 128;
    private static final Pattern STEP = Pattern.compile("(Start with|Add|Subtract|Multiply by) (\\d+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private final String name;
    private final int steps;
    private final boolean multiplying;
    private final long seed;

    private Steps(String name, int steps, boolean multiplying, long seed) {
        this.name = name;
        this.steps = steps;
        this.multiplying = multiplying;
        this.seed = seed;
    }

    /** Returns three tasks, the easiest first. */
    public static List<Task> three(long seed) {
        return List.of(
                new Steps("sums", 2, false, seed),
                new Steps("products", 2, true, seed + 1),
                new Steps("long sums", 7, false, seed + 2));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String fingerprint() {
        return name + " version=1 seed=" + seed;
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public List<Measure> measures() {
        return List.of(Measure.of("exact_match"));
    }

    @Override
    public Iterator<Sample> samples(Sampling sampling) {
        return Arrays.stream(sampling.indices(SIZE))
                .<Sample>mapToObj(Question::new)
                .iterator();
    }

    private String prompt(int index) {
        SplittableRandom random = new SplittableRandom(31 * seed + index).split();
        StringBuilder text =
                new StringBuilder("Start with ").append(random.nextInt(10, 100)).append('.');
        for (int i = 0; i < steps; i++) {
            if (multiplying) {
                text.append(" Multiply by ").append(random.nextInt(3, 20)).append('.');
            } else {
                text.append(random.nextBoolean() ? " Add " : " Subtract ")
                        .append(random.nextInt(2, 100))
                        .append('.');
            }
        }
        return text + " What is the result? Think in one line and end with the number.";
    }

    /** Returns the right answer to a prompt of any of these tasks. */
    static long solve(String prompt) {
        long value = 0;
        for (Matcher step = STEP.matcher(prompt); step.find(); ) {
            long operand = Long.parseLong(step.group(2));
            value = switch (step.group(1)) {
                case "Add" -> value + operand;
                case "Subtract" -> value - operand;
                case "Multiply by" -> value * operand;
                default -> operand;
            };
        }
        return value;
    }

    /** Returns how hard a prompt is, on the scale of {@link SimulatedNode#ability}. */
    static double difficulty(String prompt) {
        long steps = STEP.matcher(prompt).results().count() - 1;
        return prompt.contains("Multiply") ? 1 : (steps - 2) * 0.4;
    }

    private final class Question implements Sample {

        private final int index;

        Question(int index) {
            this.index = index;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public List<Ask> asks() {
            return List.of(new Ask.Generate(Ask.Context.text(prompt(index)), Generation.greedy(MOST_TOKENS, "\n")));
        }

        @Override
        public Score score(List<Reply> replies) {
            String text = ((Generated) replies.get(0)).text();
            String last = NUMBER.matcher(text).results().map(MatchResult::group).reduce("", (before, next) -> next);
            return Score.of(last.equals(Long.toString(solve(prompt(index)))) ? 1 : 0);
        }
    }
}
