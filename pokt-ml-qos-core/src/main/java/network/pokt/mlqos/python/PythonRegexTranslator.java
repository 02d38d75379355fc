package network.pokt.mlqos.python;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Translates an expression of Python's {@code re} into one of {@code java.util.regex} that matches the same, by
 * recursive descent over the grammar of CPython 3.11's parser.
 */
final class PythonRegexTranslator {

    private static final String DIGITS = "0123456789";
    private static final String FLAGS = "aimsux";
    private static final String VERBOSE_SPACE = " \t\n\r\u000b\f";

    /** What stands before a quantifier, and so whether it may. */
    private enum Last {
        NOTHING,
        ATOM,
        ANCHOR,
        REPEATED
    }

    /**
     * A translated expression.
     *
     * @param pattern the expression for {@code java.util.regex}
     * @param flags its flags
     * @param beginsWithAnything whether it begins with {@code .*} or {@code .+} where the dot is any character
     */
    record Translation(String pattern, int flags, boolean beginsWithAnything) {}

    private final PatternReader in;
    private final Map<String, Integer> names = new HashMap<>();
    private final Set<Integer> open = new HashSet<>();
    private int groups;
    private int topLevelAlternatives;
    private boolean anythingFirst;

    private PythonRegexTranslator(PatternReader in) {
        this.in = in;
    }

    /** Returns the translation of {@code source}. */
    static Translation translate(String source) {
        PythonRegexTranslator translator = new PythonRegexTranslator(new PatternReader(source));
        return translator.whole();
    }

    private Translation whole() {
        PythonMode mode = globalFlags(PythonMode.PLAIN);
        String pattern = alternatives(mode, 0);
        if (in.peek() != PatternReader.END) {
            throw in.error("a parenthesis is closed that was not opened");
        }
        int flags = mode.ignoreCase() ? Pattern.CASE_INSENSITIVE | (mode.ascii() ? 0 : Pattern.UNICODE_CASE) : 0;
        return new Translation(pattern, flags, anythingFirst && topLevelAlternatives == 1);
    }

    /** Reads groups such as {@code (?is)}, which Python allows at the very beginning alone. */
    private PythonMode globalFlags(PythonMode mode) {
        PythonMode result = mode;
        while (in.peek() == '(' && in.peekSecond() == '?') {
            int start = in.position();
            in.next();
            in.next();
            String flags = in.takeWhile(FLAGS, FLAGS.length());
            if (flags.isEmpty() || !in.take(')')) {
                in.moveTo(start);
                return result;
            }
            result = result.with(flags, true);
        }
        return result;
    }

    private String alternatives(PythonMode mode, int depth) {
        StringBuilder out = new StringBuilder(sequence(mode, depth));
        int count = 1;
        while (in.take('|')) {
            out.append('|').append(sequence(mode, depth));
            count++;
        }
        if (depth == 0) {
            topLevelAlternatives = count;
        }
        return out.toString();
    }

    private String sequence(PythonMode mode, int depth) {
        StringBuilder out = new StringBuilder();
        String last = "";
        Last kind = Last.NOTHING;
        boolean lastIsAnything = false;
        while (in.peek() != PatternReader.END && in.peek() != '|' && in.peek() != ')') {
            if (mode.verbose() && skippedSpace()) {
                continue;
            }
            int start = in.position();
            String quantifier = PythonQuantifier.next(in);
            if (quantifier != null) {
                requireRepeatable(kind);
                if (depth == 0
                        && out.isEmpty()
                        && lastIsAnything
                        && (quantifier.startsWith("*") || quantifier.startsWith("+"))) {
                    anythingFirst = true;
                }
                last += quantifier;
                kind = Last.REPEATED;
                continue;
            }
            in.moveTo(start);
            int first = in.next();
            if (first == '(' && comment()) {
                continue;
            }
            out.append(last);
            lastIsAnything = first == '.' && mode.dotAll();
            kind = isAnchor(first) ? Last.ANCHOR : Last.ATOM;
            last = atom(first, mode, depth);
        }
        return out.append(last).toString();
    }

    private void requireRepeatable(Last kind) {
        if (kind == Last.REPEATED) {
            throw in.error("something is repeated twice");
        }
        if (kind != Last.ATOM) {
            throw in.error("there is nothing to repeat");
        }
    }

    private boolean skippedSpace() {
        if (VERBOSE_SPACE.indexOf(in.peek()) >= 0) {
            in.next();
            return true;
        }
        if (in.peek() == '#') {
            while (in.peek() != PatternReader.END && in.next() != '\n') {
                // a comment ends with its line
            }
            return true;
        }
        return false;
    }

    private boolean comment() {
        if (in.peek() != '?' || in.peekSecond() != '#') {
            return false;
        }
        in.takeUntil(')', "comment");
        return true;
    }

    /** Returns whether the atom of which {@code first} was read is one that Python does not repeat. */
    private boolean isAnchor(int first) {
        return first == '^'
                || first == '$'
                || (first == '\\' && in.peek() != PatternReader.END && "AbBZ".indexOf(in.peek()) >= 0);
    }

    private String atom(int first, PythonMode mode, int depth) {
        return switch (first) {
            case '.' -> mode.dotAll() ? PythonSet.ANYTHING : "[^\\n]";
            case '^' -> mode.multiline() ? "(?<![^\\n])" : "\\A";
            case '$' -> mode.multiline() ? "(?![^\\n])" : "(?=\\n?\\z)";
            case '[' -> PythonSet.translate(in, mode.ascii());
            case '(' -> group(mode, depth);
            case '\\' -> escape(mode);
            default -> PythonEscapes.literal(first);
        };
    }

    private String escape(PythonMode mode) {
        int letter = in.next();
        return switch (letter) {
            case PatternReader.END -> throw in.error("it ends with a backslash");
            case 'A' -> "\\A";
            case 'Z' -> "\\z";
            case 'b', 'B' -> PythonEscapes.boundary(letter == 'B', mode.ascii());
            case 'd', 's', 'w' -> "[" + PythonEscapes.members(letter, mode.ascii()) + "]";
            case 'D', 'S', 'W' -> "[^" + PythonEscapes.members(Character.toLowerCase(letter), mode.ascii()) + "]";
            case '1', '2', '3', '4', '5', '6', '7', '8', '9' -> numbered(letter);
            default -> PythonEscapes.literal(named(letter));
        };
    }

    private int named(int letter) {
        int codePoint = PythonEscapes.namedCharacter(letter, in);
        if (codePoint < 0) {
            throw in.error("\\" + Character.toString(letter) + " is a bad escape");
        }
        return codePoint;
    }

    /** Two digits always name a group, three octal ones a character. */
    private String numbered(int firstDigit) {
        int octal = PythonEscapes.octal(firstDigit, in);
        if (octal >= 0) {
            return PythonEscapes.literal(octal);
        }
        return reference(Integer.parseInt(Character.toString(firstDigit) + in.takeWhile(DIGITS, 1)));
    }

    private String reference(int group) {
        if (group > groups || open.contains(group)) {
            throw in.error("it refers to group " + group + ", which is not there or still open");
        }
        return "(?:\\" + group + ")";
    }

    private String group(PythonMode mode, int depth) {
        if (!in.take('?')) {
            return capturing(mode, depth);
        }
        int kind = in.next();
        return switch (kind) {
            case ':' -> closed("(?:", mode, depth);
            case '=' -> closed("(?=", mode, depth);
            case '!' -> closed("(?!", mode, depth);
            case '>' -> closed("(?>", mode, depth);
            case '<' -> lookBehind(mode, depth);
            case 'P' -> namedGroup(mode, depth);
            case '(' -> throw in.error("conditional groups are not supported, write the alternatives out");
            default -> {
                in.moveTo(in.position() - (kind == PatternReader.END ? 0 : 1));
                yield flagged(mode, depth);
            }
        };
    }

    private String capturing(PythonMode mode, int depth) {
        int number = ++groups;
        open.add(number);
        String group = closed("(", mode, depth);
        open.remove(number);
        return group;
    }

    private String lookBehind(PythonMode mode, int depth) {
        if (in.take('=')) {
            return closed(PythonEscapes.BEHIND, mode, depth);
        }
        if (in.take('!')) {
            return closed(PythonEscapes.NOT_BEHIND, mode, depth);
        }
        throw in.error("(?< must be followed by = or !");
    }

    /** Java allows fewer names than Python, so names become numbers. */
    private String namedGroup(PythonMode mode, int depth) {
        if (in.take('<')) {
            String name = in.takeUntil('>', "group name");
            if (names.putIfAbsent(name, groups + 1) != null) {
                throw in.error("the group name '" + name + "' is used twice");
            }
            return capturing(mode, depth);
        }
        if (in.take('=')) {
            String name = in.takeUntil(')', "group name");
            Integer number = names.get(name);
            if (number == null) {
                throw in.error("there is no group named '" + name + "'");
            }
            return reference(number);
        }
        throw in.error("(?P must be followed by < or =");
    }

    private String flagged(PythonMode mode, int depth) {
        String on = in.takeWhile(FLAGS, FLAGS.length());
        String off = in.take('-') ? in.takeWhile(FLAGS, FLAGS.length()) : "";
        if (in.peek() == ')' && !on.isEmpty()) {
            throw in.error("flags for the whole expression must stand at its beginning");
        }
        if (on.length() + off.length() == 0 || !in.take(':')) {
            throw in.error("a group begins with an unknown extension");
        }
        PythonMode inner = mode.with(on, true).with(off, false);
        String java = inner.ignoreCase() ? (inner.ascii() ? "(?i-u:" : "(?iu:") : "(?-iu:";
        return closed(java, inner, depth);
    }

    private String closed(String opening, PythonMode mode, int depth) {
        String body = alternatives(mode, depth + 1);
        if (!in.take(')')) {
            throw in.error("a parenthesis is not closed");
        }
        return opening + body + ")";
    }
}
