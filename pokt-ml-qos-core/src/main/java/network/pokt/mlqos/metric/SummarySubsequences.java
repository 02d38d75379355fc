package network.pokt.mlqos.metric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The arithmetic of {@code rougeLsum}: the union of the longest common subsequences of sentences. */
final class SummarySubsequences {

    private final int[][] prediction;
    private final int[][] reference;
    private final int[] leftInPrediction;
    private final int[] leftInReference;

    private SummarySubsequences(int[][] prediction, int[][] reference) {
        this.prediction = prediction;
        this.reference = reference;
        int words = words(prediction) + words(reference);
        this.leftInPrediction = tally(prediction, words);
        this.leftInReference = tally(reference, words);
    }

    static RougeScore score(String prediction, String reference) {
        List<List<String>> sentences = new ArrayList<>(sentences(prediction));
        int first = sentences.size();
        sentences.addAll(sentences(reference));
        int[][] numbers = WordNumbers.of(sentences);
        SummarySubsequences sides = new SummarySubsequences(
                Arrays.copyOfRange(numbers, 0, first), Arrays.copyOfRange(numbers, first, numbers.length));
        return RougeScore.of(sides.hits(), words(sides.prediction), words(sides.reference));
    }

    private int hits() {
        int hits = 0;
        for (int[] sentence : reference) {
            boolean[] shared = new boolean[sentence.length];
            for (int[] other : prediction) {
                new LongestCommonSubsequence(sentence, other).mark(shared);
            }
            for (int i = 0; i < shared.length; i++) {
                if (shared[i] && leftInPrediction[sentence[i]] > 0 && leftInReference[sentence[i]] > 0) {
                    leftInPrediction[sentence[i]]--;
                    leftInReference[sentence[i]]--;
                    hits++;
                }
            }
        }
        return hits;
    }

    private static List<List<String>> sentences(String text) {
        return Arrays.stream(text.split("\n", -1)).map(Rouge::words).toList();
    }

    private static int words(int[][] sentences) {
        int words = 0;
        for (int[] sentence : sentences) {
            words += sentence.length;
        }
        return words;
    }

    private static int[] tally(int[][] sentences, int numbers) {
        int[] tally = new int[numbers];
        for (int[] sentence : sentences) {
            for (int word : sentence) {
                tally[word]++;
            }
        }
        return tally;
    }
}
