package network.pokt.mlqos.evaluation;

import java.util.List;
import network.pokt.mlqos.inference.TokenLogprob;

/**
 * Compares the tokens that a node echoes with those that were sent. Servers spell tokens in their own ways, so white space and
 * what stands for it does not count, and neither do tokens that are no whole characters.
 */
final class EchoedTokens {

    /** Of a server that spells some tokens in an odd way, most are still as they should be. */
    private static final double MOST = 0.8;

    /** vLLM spells tokens so if asked to. */
    private static final String ID = "token_id:";

    private static final String NO_WHOLE_CHARACTER = "\uFFFD";

    private final int[] ids;
    private final List<String> spelled;
    private final List<TokenLogprob> echoed;

    /**
     * A comparison.
     *
     * @param ids the ids that were sent; not changed
     * @param spelled what the tokenizer makes of each of them
     * @param echoed what the node answers
     */
    EchoedTokens(int[] ids, List<String> spelled, List<TokenLogprob> echoed) {
        this.ids = ids;
        this.spelled = spelled;
        this.echoed = echoed;
    }

    /** Returns whether the tokens are those that were sent, after as many of the node's own. */
    boolean agreeAfter(int ownTokens) {
        int compared = 0;
        int same = 0;
        for (int i = 0; i < ids.length && i + ownTokens < echoed.size(); i++) {
            String theirs = echoed.get(i + ownTokens).token();
            String ours = theirs.startsWith(ID) ? ID + ids[i] : plain(spelled.get(i));
            if (!ours.isEmpty() && !ours.contains(NO_WHOLE_CHARACTER)) {
                compared++;
                same += ours.equals(plain(theirs)) ? 1 : 0;
            }
        }
        return compared > 0 && same >= MOST * compared;
    }

    /** Returns the first tokens that differ, for people. */
    String difference() {
        for (int i = 0; i < ids.length && i < echoed.size(); i++) {
            String theirs = plain(echoed.get(i).token());
            if (!plain(spelled.get(i)).equals(theirs)) {
                return "token " + i + " is '" + shortened(theirs) + "' where the tokenizer has '"
                        + shortened(plain(spelled.get(i))) + "'";
            }
        }
        return "it has " + echoed.size() + " tokens where the tokenizer has " + ids.length;
    }

    private static String plain(String token) {
        StringBuilder plain = new StringBuilder();
        token.codePoints()
                .filter(c -> !Character.isWhitespace(c) && c != '\u0120' && c != '\u010A' && c != '\u2581')
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static String shortened(String token) {
        return token.length() > 20 ? token.substring(0, 20) + "..." : token;
    }
}
