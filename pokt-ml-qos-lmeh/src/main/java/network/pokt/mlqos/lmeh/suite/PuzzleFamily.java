package network.pokt.mlqos.lmeh.suite;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Kinds of puzzles that are made up from a seed, without end: no model can have memorised them. Difficulty 1 is for small
 * models, 10 is hard for the largest without tools; each step makes numbers longer or steps more.
 */
public enum PuzzleFamily {
    /** Terms of whole numbers with brackets. */
    ARITHMETIC,
    /** Stories of things that are given, bought and shared. */
    WORD_PROBLEMS,
    /** Dates so many days and weeks away, and their weekdays. */
    DATES,
    /** Words and numbers to be put in order. */
    SORTING,
    /** Letters, words and things to be counted. */
    COUNTING,
    /** Edits of a row of letters, one after another. */
    STRING_EDITS,
    /** People in a row, of whom clues say where they stand. */
    LOGIC;

    /** The hardest. */
    public static final int MOST_DIFFICULT = 10;

    @SuppressWarnings("ImmutableEnumChecker") // Makers have no state.
    private final Maker maker;

    PuzzleFamily(Maker maker) {
        this.maker = maker;
    }

    /** Makes puzzles up. */
    interface Maker {

        Puzzle make(Dice dice, int difficulty);
    }

    /** Returns the name in lower case, such as {@code word_problems}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns puzzle number {@code index} of a seed, always the same.
     *
     * @param difficulty from 1 to {@value #MOST_DIFFICULT}
     */
    public Puzzle puzzle(long seed, long index, int difficulty) {
        if (difficulty < 1 || difficulty > MOST_DIFFICULT) {
            throw new IllegalArgumentException(
                    "The difficulty of puzzles is from 1 to " + MOST_DIFFICULT + ", got " + difficulty + ".");
        }
        // Mixed one after the other, else neighbouring seeds or families would share puzzles.
        long mixed = new SplittableRandom(seed).nextLong();
        mixed = new SplittableRandom(mixed + name().hashCode()).nextLong();
        mixed = new SplittableRandom(mixed + difficulty).nextLong();
        return maker().make(new Dice(new SplittableRandom(mixed + index)), difficulty);
    }

    private Maker maker() {
        return switch (this) {
            case ARITHMETIC -> new ArithmeticPuzzles();
            case WORD_PROBLEMS -> new WordProblems();
            case DATES -> new DatePuzzles();
            case SORTING -> new SortingPuzzles();
            case COUNTING -> new CountingPuzzles();
            case STRING_EDITS -> new StringEdits();
            case LOGIC -> new LogicPuzzles();
        };
    }
}
