package network.pokt.mlqos.token;

import static network.pokt.mlqos.token.CodePointClasses.LOWER;
import static network.pokt.mlqos.token.CodePointClasses.MARK;
import static network.pokt.mlqos.token.CodePointClasses.NUMBER;
import static network.pokt.mlqos.token.CodePointClasses.SPACE;
import static network.pokt.mlqos.token.CodePointClasses.UPPER;

/**
 * The words of GPT-4o and gpt-oss, which end where lower case turns to upper case and keep their contractions: {@code
 * [^\r\n\p{L}\p{N}]?U*L+(?i:'s|'t|'re|'ve|'m|'ll|'d)?|[^\r\n\p{L}\p{N}]?U+L*(?i:...)?|\p{N}{1,3}|
 * ?[^\s\p{L}\p{N}]+[\r\n/]*|\s*[\r\n]+|\s+(?!\S)|\s+}, where U stands for {@code [\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}]} and L
 * for {@code [\p{Ll}\p{Lm}\p{Lo}\p{M}]}. Mistral's have no contractions and single digits.
 */
final class CasedWords implements Pretokenizer {

    private static final String U = "[\\p{Lu}\\p{Lt}\\p{Lm}\\p{Lo}\\p{M}]";
    private static final String L = "[\\p{Ll}\\p{Lm}\\p{Lo}\\p{M}]";

    static final String GPT_4O = pattern("(?i:'s|'t|'re|'ve|'m|'ll|'d)?", "\\p{N}{1,3}");
    static final String MISTRAL = pattern("", "\\p{N}");

    private final boolean contractions;
    private final int digits;

    CasedWords(boolean contractions, int digits) {
        this.contractions = contractions;
        this.digits = digits;
    }

    private static String pattern(String contraction, String numbers) {
        String before = "[^\\r\\n\\p{L}\\p{N}]?";
        return before + U + "*" + L + "+" + contraction + "|" + before + U + "+" + L + "*" + contraction + "|" + numbers
                + "| ?[^\\s\\p{L}\\p{N}]+[\\r\\n/]*|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+";
    }

    @Override
    public int wordEnd(char[] text, int start, int end) {
        byte kind = Runs.kind(text, start, end);
        int next = Runs.after(text, start, end);
        byte nextKind = next < end ? Runs.kind(text, next, end) : SPACE;
        if (CodePointClasses.isLetter(kind)) {
            return letters(text, start, end);
        }
        if (kind == NUMBER) {
            return Runs.numbers(text, start, end, digits);
        }
        if (isWord(nextKind) && !Runs.isBreak(text[start])) {
            return prefixed(text, next, end, kind);
        }
        if (kind == MARK) {
            return contraction(text, next, end);
        }
        if (kind != SPACE || (text[start] == ' ' && Runs.isSymbol(nextKind))) {
            return breaksAndSlashes(text, Runs.symbols(text, next, end), end);
        }
        return Runs.spacesByLine(text, start, end);
    }

    /**
     * Matches {@code U*L+|U+L*} at its first letter or mark. Letters without case and marks are in both classes: where
     * no lower case follows, the first alternative gives back upper case until one of both classes is its last.
     */
    private int letters(char[] text, int start, int end) {
        int at = upper(text, start, end);
        int lower = lower(text, at, end);
        int shared = lower > at ? start : lastShared(text, start, at);
        return contraction(text, shared > start ? shared : lower, end);
    }

    /** Matches the same after something that is no letter; a mark may also be the whole of the first alternative. */
    private int prefixed(char[] text, int next, int end, byte kind) {
        if (kind == MARK) {
            int at = upper(text, next, end);
            if (lower(text, at, end) == at && lastShared(text, next, at) == next) {
                return contraction(text, next, end);
            }
        }
        return letters(text, next, end);
    }

    private int contraction(char[] text, int word, int end) {
        return contractions ? Runs.contraction(text, word, end, true) : word;
    }

    /** Passes {@code U*}. */
    private static int upper(char[] text, int i, int end) {
        int at = i;
        while (at < end) {
            byte kind = Runs.kind(text, at, end);
            if (kind == LOWER || !isWord(kind)) {
                break;
            }
            at = Runs.after(text, at, end);
        }
        return at;
    }

    /** Passes {@code L*}. */
    private static int lower(char[] text, int i, int end) {
        int at = i;
        while (at < end) {
            byte kind = Runs.kind(text, at, end);
            if (kind == UPPER || !isWord(kind)) {
                break;
            }
            at = Runs.after(text, at, end);
        }
        return at;
    }

    /** Returns where the last of both classes within {@code U*} ends, or {@code start} if there is none. */
    private static int lastShared(char[] text, int start, int end) {
        int at = end;
        while (at > start) {
            int before = Character.isLowSurrogate(text[at - 1]) ? at - 2 : at - 1;
            if (Runs.kind(text, before, end) != UPPER) {
                return at;
            }
            at = before;
        }
        return start;
    }

    private static boolean isWord(byte kind) {
        return CodePointClasses.isLetter(kind) || kind == MARK;
    }

    private static int breaksAndSlashes(char[] text, int i, int end) {
        int at = i;
        while (at < end && (Runs.isBreak(text[at]) || text[at] == '/')) {
            at++;
        }
        return at;
    }
}
