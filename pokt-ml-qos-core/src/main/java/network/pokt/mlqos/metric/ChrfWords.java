package network.pokt.mlqos.metric;

import java.util.ArrayList;
import java.util.List;

/** The words of chrF++: what stands between white space, with one ASCII punctuation mark taken off its end or else its start. */
final class ChrfWords {

    private ChrfWords() {}

    static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        for (String word : Respacing.wordsOf(text)) {
            int last = word.length() - 1;
            if (last > 0 && AsciiPunctuation.contains(word.charAt(last))) {
                words.add(word.substring(0, last));
                words.add(word.substring(last));
            } else if (last > 0 && AsciiPunctuation.contains(word.charAt(0))) {
                words.add(word.substring(0, 1));
                words.add(word.substring(1));
            } else {
                words.add(word);
            }
        }
        return words;
    }
}
