package network.pokt.mlqos.metric;

/**
 * The language-dependent part of the tokenizer of NIST's mteval-v13a, which BLEU, the Chinese tokenizer and TER share: ASCII
 * punctuation stands alone, except full stop and comma within a number, an apostrophe, and a hyphen that follows no digit.
 */
final class WesternPunctuation {

    private WesternPunctuation() {}

    static Respacing apart(Respacing text) {
        return numbersKept(symbolsApart(text));
    }

    /** All of ASCII punctuation but apostrophe, comma, hyphen and full stop. */
    static Respacing symbolsApart(Respacing text) {
        return text.around(WesternPunctuation::isSymbol);
    }

    static Respacing numbersKept(Respacing text) {
        return text.aroundAfter(point -> !isDigit(point), WesternPunctuation::isStopOrComma)
                .aroundBefore(WesternPunctuation::isStopOrComma, point -> !isDigit(point))
                .aroundAfter(WesternPunctuation::isDigit, point -> point == '-');
    }

    /** Resolves the four entities that the test sets of NIST use, once each and in this order. */
    static String withoutEntities(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        return text.replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
    }

    private static boolean isSymbol(int point) {
        return (point >= ' ' && point <= '&')
                || (point >= '(' && point <= '+')
                || point == '/'
                || (point >= ':' && point <= '@')
                || (point >= '[' && point <= '`')
                || (point >= '{' && point <= '~');
    }

    private static boolean isStopOrComma(int point) {
        return point == '.' || point == ',';
    }

    private static boolean isDigit(int point) {
        return point >= '0' && point <= '9';
    }
}
