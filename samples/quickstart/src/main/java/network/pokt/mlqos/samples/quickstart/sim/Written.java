package network.pokt.mlqos.samples.quickstart.sim;

import java.util.List;
import network.pokt.mlqos.inference.TokenLogprob;

/**
 * What was written after one prompt.
 *
 * @param promptTokens how many tokens the prompt has
 * @param echo the prompt where the answer repeats it, else empty
 * @param pieces what each token written adds to the text: nothing, while a character is not complete
 * @param scores the log-probabilities of the tokens of the text, empty if not asked for
 * @param finish why it ended
 */
record Written(int promptTokens, String echo, List<String> pieces, List<TokenLogprob> scores, String finish) {

    static Written nothing(int promptTokens) {
        return new Written(promptTokens, "", List.of(), List.of(), "stop");
    }

    int tokens() {
        return pieces.size();
    }

    String text() {
        return echo + String.join("", pieces);
    }
}
