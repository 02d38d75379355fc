package network.pokt.mlqos.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Texts whose words became numbers, so that they compare quickly: equal words, equal numbers. */
final class WordNumbers {

    private WordNumbers() {}

    /** Returns the numbers of each text, under one numbering from zero. */
    static int[][] of(List<List<String>> texts) {
        Map<String, Integer> known = new HashMap<>();
        int[][] numbers = new int[texts.size()][];
        for (int text = 0; text < numbers.length; text++) {
            List<String> words = texts.get(text);
            numbers[text] = new int[words.size()];
            for (int i = 0; i < numbers[text].length; i++) {
                numbers[text][i] = known.computeIfAbsent(words.get(i), word -> known.size());
            }
        }
        return numbers;
    }
}
