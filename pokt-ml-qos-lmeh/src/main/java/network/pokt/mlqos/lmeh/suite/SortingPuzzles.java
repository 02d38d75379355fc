package network.pokt.mlqos.lmeh.suite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Different numbers or invented words, to be put in order. */
final class SortingPuzzles implements PuzzleFamily.Maker {

    @Override
    public Puzzle make(Dice dice, int difficulty) {
        int count = 3 + 2 * difficulty;
        return dice.coin() ? numbers(dice, difficulty, count) : words(dice, count);
    }

    private static Puzzle numbers(Dice dice, int difficulty, int count) {
        Set<Long> numbers = new LinkedHashSet<>();
        while (numbers.size() < count) {
            numbers.add((dice.coin() ? 1 : -1) * dice.withDigits(dice.between(1, 2 + difficulty / 3)));
        }
        List<Long> sorted = new ArrayList<>(numbers);
        boolean falling = dice.coin();
        sorted.sort(falling ? Comparator.reverseOrder() : Comparator.naturalOrder());
        return puzzle(
                "numbers " + (falling ? "from the largest to the smallest" : "from the smallest to the largest"),
                List.copyOf(numbers),
                sorted);
    }

    private static Puzzle words(Dice dice, int count) {
        Set<String> words = new LinkedHashSet<>();
        String shared = dice.inventedWord(1);
        while (words.size() < count) {
            words.add((dice.coin() ? shared : "") + dice.inventedWord(dice.between(1, 3)));
        }
        List<String> sorted = new ArrayList<>(words);
        Collections.sort(sorted);
        return puzzle("words in alphabetical order", List.copyOf(words), sorted);
    }

    private static Puzzle puzzle(String order, List<?> things, List<?> sorted) {
        return new Puzzle(
                "Put these " + order + ": " + joined(things) + ". The answer is the list, separated by commas.",
                joined(sorted),
                Puzzle.Form.LIST);
    }

    private static String joined(List<?> things) {
        return things.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
