package network.pokt.mlqos.lmeh.suite;

import java.util.ArrayList;
import java.util.List;

/** Letters in a row, words in a list, or things in a room, to be counted. */
final class CountingPuzzles implements PuzzleFamily.Maker {

    private static final List<String> ANIMALS = List.of("cat", "dog", "hen", "goat", "duck");
    private static final List<String> TOOLS = List.of("hammer", "saw", "drill", "spade", "rake");

    @Override
    public Puzzle make(Dice dice, int difficulty) {
        return switch (dice.between(0, 2)) {
            case 0 -> letters(dice, difficulty);
            case 1 -> words(dice, difficulty);
            default -> things(dice, difficulty);
        };
    }

    private static Puzzle letters(Dice dice, int difficulty) {
        String row = dice.inventedWord(3 + 2 * difficulty);
        char letter = row.charAt(dice.between(0, row.length() - 1));
        int count = 0;
        for (int i = 0; i < row.length(); i++) {
            count += row.charAt(i) == letter ? 1 : 0;
        }
        return number("How many times does the letter " + letter + " occur in " + row + "?", count);
    }

    private static Puzzle words(Dice dice, int difficulty) {
        List<String> kinds = List.of(dice.inventedWord(2), dice.inventedWord(2), dice.inventedWord(2));
        List<String> list = new ArrayList<>();
        String asked = kinds.get(0);
        int count = 0;
        for (int i = 0; i < 5 + 4 * difficulty; i++) {
            String word = dice.oneOf(kinds);
            count += word.equals(asked) ? 1 : 0;
            list.add(word);
        }
        return number(
                "How many times does the word " + asked + " occur in this list? " + String.join(" ", list) + ".",
                count);
    }

    private static Puzzle things(Dice dice, int difficulty) {
        List<String> phrases = new ArrayList<>();
        int animals = 0;
        List<String> all = new ArrayList<>(ANIMALS);
        all.addAll(TOOLS);
        for (String thing : dice.some(all, Math.min(all.size(), 3 + difficulty))) {
            int count = dice.between(1, 4 + difficulty);
            animals += ANIMALS.contains(thing) ? count : 0;
            phrases.add(count + " " + thing + (count == 1 ? "" : "s"));
        }
        return number("In a barn there are " + Words.joined(phrases) + ". How many animals are there?", animals);
    }

    private static Puzzle number(String question, int count) {
        return new Puzzle(question + " The answer is one whole number.", Integer.toString(count), Puzzle.Form.NUMBER);
    }
}
