package network.pokt.mlqos.samples.quickstart;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import network.pokt.mlqos.samples.quickstart.sim.AnswerBook;
import network.pokt.mlqos.samples.quickstart.sim.Truth;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Ask.Context;
import network.pokt.mlqos.task.Ask.Generation;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Reply.Generated;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.task.Task;

/**
 * A task of one's own in one file: two-step arithmetic in words, made up from a seed, so that no model has seen it
 * before.
 *
 * <p>Two worked examples, then the question; the answer's last number has to be the right one.
 */
public final class ArithmeticTask implements Task {

    private static final int VERSION = 1;
    private static final int FEW_SHOT = 2;
    private static final Generation GENERATION = Generation.greedy(64, "Question:");
    private static final List<String> PEOPLE =
            List.of("Ada", "Ben", "Chloe", "Dmitri", "Elif", "Farid", "Grace", "Hiro");
    private static final List<String> THINGS =
            List.of("apples", "books", "coins", "marbles", "pens", "shells", "stamps");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");

    private final long seed;
    private final int size;
    private final String examples;

    /** Makes up {@code size} problems, at least 1; the first ones are the same for every size. */
    public ArithmeticTask(long seed, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("An arithmetic task needs at least 1 problem, got " + size + ".");
        }
        this.seed = seed;
        this.size = size;
        StringBuilder shots = new StringBuilder();
        for (int i = 1; i <= FEW_SHOT; i++) {
            Problem example = problem(-i);
            shots.append(example.prompt())
                    .append(' ')
                    .append(example.answer(example.result()))
                    .append("\n\n");
        }
        this.examples = shots.toString();
    }

    /** One problem, {@code start + bags * each}, in words. */
    private record Problem(String person, String thing, long start, long bags, long each) {

        String question() {
            return person + " has " + start + " " + thing + " and buys " + bags + " bags with " + each
                    + " more in each. How many " + thing + " does " + person + " have now?";
        }

        String prompt() {
            return "Question: " + question() + "\nAnswer:";
        }

        long result() {
            return start + bags * each;
        }

        /** The way to the result, ending in {@code claimed}, which may be another number. */
        String answer(long claimed) {
            return "The bags hold " + bags + " * " + each + " = " + bags * each + ". With the first " + start
                    + " that makes " + claimed + ".";
        }
    }

    /** Indices below 0 are the worked examples. */
    private Problem problem(int index) {
        long mixedSeed = new SplittableRandom(seed).nextLong(); // else neighbouring seeds would share problems
        SplittableRandom random = new SplittableRandom(mixedSeed + index);
        return new Problem(
                PEOPLE.get(random.nextInt(PEOPLE.size())),
                THINGS.get(random.nextInt(THINGS.size())),
                random.nextInt(2, 100),
                random.nextInt(2, 13),
                random.nextInt(2, 25));
    }

    @Override
    public String name() {
        return "arithmetic";
    }

    @Override
    public String fingerprint() {
        return name() + " version=" + VERSION + " seed=" + seed + " size=" + size + " fewshot=" + FEW_SHOT + " "
                + GENERATION;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public List<Measure> measures() {
        return List.of(Measure.of("exact_match"));
    }

    @Override
    public Iterator<Sample> samples(Sampling sampling) {
        return Arrays.stream(sampling.indices(size))
                .<Sample>mapToObj(WordProblem::new)
                .iterator();
    }

    /** Returns what a simulated node has to know to answer this task; a few plausible mistakes go with each problem. */
    public AnswerBook answers() {
        return AnswerBook.of(
                IntStream.range(0, size).mapToObj(this::truth).distinct().toList());
    }

    private Truth truth(int index) {
        Problem problem = problem(index);
        long right = problem.result();
        List<String> wrong = LongStream.of(right + 1, right - 1, right + 10, right + problem.each())
                .mapToObj(problem::answer)
                .toList();
        return new Truth(problem.question(), problem.answer(right), wrong);
    }

    /** A problem as a sample. */
    private final class WordProblem implements Sample {

        private final int index;
        private final Problem problem;

        WordProblem(int index) {
            this.index = index;
            this.problem = problem(index);
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public List<Ask> asks() {
            return List.of(new Ask.Generate(Context.text(examples + problem.prompt()), GENERATION));
        }

        @Override
        public Score score(List<Reply> replies) {
            String text = ((Generated) replies.get(0)).text();
            String last = NUMBER.matcher(text).results().map(MatchResult::group).reduce("", (before, number) -> number);
            return Score.of(last.equals(Long.toString(problem.result())) ? 1 : 0);
        }
    }
}
