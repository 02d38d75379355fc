package network.pokt.mlqos.lmeh.suite;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import network.pokt.mlqos.lmeh.prompt.FewShotPrompt;
import network.pokt.mlqos.lmeh.prompt.PromptLayout;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.task.Task;

/**
 * Puzzles of one family as a task, with two solved ones before each: {@code exact_match} says whether the last answer that
 * a model gives is the computed one. Immutable and thread-safe.
 *
 * <pre>{@code
 * Task task = PuzzleTask.of(PuzzleFamily.DATES, 20260101, 100).difficulty(4).style(PromptStyle.CHAT);
 * }</pre>
 *
 * <p>The first puzzles are the same for every size, so that a run can be made longer.
 */
public final class PuzzleTask implements Task {

    /** Changes with every change that makes a puzzle or its judgement differ. */
    private static final int VERSION = 1;

    private static final int SHOTS = 2;
    private static final int DEFAULT_DIFFICULTY = 3;

    /** Room for a way to the answer. */
    private static final int MAX_TOKENS = 1024;

    private static final String QUESTION = "Question: ";
    private static final Ask.Generation GENERATION = Ask.Generation.greedy(MAX_TOKENS, "\n" + QUESTION.strip());
    private static final PromptLayout LAYOUT = PromptLayout.of("\n", "\n\n");

    private final PuzzleFamily family;
    private final long seed;
    private final int size;
    private final int difficulty;
    private final PromptStyle style;

    private PuzzleTask(PuzzleFamily family, long seed, int size, int difficulty, PromptStyle style) {
        this.family = family;
        this.seed = seed;
        this.size = size;
        this.difficulty = difficulty;
        this.style = style;
    }

    /**
     * Returns puzzles of difficulty 3 as plain text.
     *
     * @param seed which puzzles; a new one each day makes sure that nobody has seen them
     * @param size how many, at least 1
     */
    public static PuzzleTask of(PuzzleFamily family, long seed, int size) {
        if (size < 1) {
            throw new IllegalArgumentException("A task needs at least 1 puzzle, got " + size + ".");
        }
        return new PuzzleTask(family, seed, size, DEFAULT_DIFFICULTY, PromptStyle.TEXT);
    }

    /** Returns a task of each family: the generated suite. */
    public static List<PuzzleTask> suite(long seed, int sizeOfEach) {
        return Arrays.stream(PuzzleFamily.values())
                .map(family -> of(family, seed, sizeOfEach))
                .toList();
    }

    /** Sets the difficulty, from 1 to {@value PuzzleFamily#MOST_DIFFICULT}. */
    public PuzzleTask difficulty(int level) {
        family.puzzle(seed, 0, level); // refuses what is none
        return new PuzzleTask(family, seed, size, level, style);
    }

    /** Sets whether prompts are texts or conversations. */
    public PuzzleTask style(PromptStyle promptStyle) {
        return new PuzzleTask(family, seed, size, difficulty, promptStyle);
    }

    @Override
    public String name() {
        return "generated_" + family.label();
    }

    @Override
    public String fingerprint() {
        return name() + " version " + VERSION + ", seed " + seed + ", size " + size + ", difficulty " + difficulty
                + ", " + SHOTS + "-shot, " + style + ", " + GENERATION;
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
        FewShotPrompt.Builder shots = FewShotPrompt.builder();
        for (int i = 1; i <= SHOTS; i++) {
            Puzzle example = family.puzzle(seed, -i, difficulty);
            shots.shot(LAYOUT, QUESTION + example.question(), "", FinalAnswer.MARK + " " + example.answer());
        }
        return Arrays.stream(sampling.indices(size))
                .mapToObj(index -> sample(index, shots))
                .iterator();
    }

    private Sample sample(int index, FewShotPrompt.Builder shots) {
        Puzzle puzzle = family.puzzle(seed, index, difficulty);
        FewShotPrompt prompt = shots.ask(LAYOUT, QUESTION + puzzle.question() + "\n", "");
        return new PuzzleSample(index, puzzle, new Ask.Generate(style.context(prompt), GENERATION));
    }

    private record PuzzleSample(int index, Puzzle puzzle, Ask ask) implements Sample {

        @Override
        public List<Ask> asks() {
            return List.of(ask);
        }

        @Override
        public Score score(List<Reply> replies) {
            if (replies.size() == 1 && replies.get(0) instanceof Reply.Generated generated) {
                return Score.of(FinalAnswer.isRight(generated.text(), puzzle) ? 1 : 0);
            }
            throw new IllegalArgumentException(
                    "Puzzle " + index + " is judged by one generated text, not by " + replies + ".");
        }
    }
}
