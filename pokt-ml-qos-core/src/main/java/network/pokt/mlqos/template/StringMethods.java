package network.pokt.mlqos.template;

import java.util.List;
import network.pokt.mlqos.python.PythonCase;
import network.pokt.mlqos.python.PythonText;
import org.jspecify.annotations.Nullable;

/** The methods of Python's str. */
final class StringMethods {

    static final Builtins TABLE = new Builtins()
            .add("strip", "self, chars=None, /", call -> strip(call, true, true))
            .add("lstrip", "self, chars=None, /", call -> strip(call, true, false))
            .add("rstrip", "self, chars=None, /", call -> strip(call, false, true))
            .add("removeprefix", "self, prefix, /", StringMethods::removePrefix)
            .add("removesuffix", "self, suffix, /", StringMethods::removeSuffix)
            .add("split", "self, sep=None, maxsplit=-1", call -> split(call, false))
            .add("rsplit", "self, sep=None, maxsplit=-1", call -> split(call, true))
            .add("splitlines", "self, keepends=False", call -> Texts.lines(call.self(), call.truth(1)))
            .add("partition", "self, sep, /", call -> partition(call, false))
            .add("rpartition", "self, sep, /", call -> partition(call, true))
            .add("join", "self, iterable, /", StringMethods::join)
            .add("replace", "self, old, new, count=-1, /", StringMethods::replace)
            .add("startswith", "self, prefix, start=None, end=None, /", call -> affixed(call, true))
            .add("endswith", "self, suffix, start=None, end=None, /", call -> affixed(call, false))
            .add(
                    "find",
                    "self, sub, start=None, end=None, /",
                    call -> Window.of(call).first(call.text(1)))
            .add(
                    "rfind",
                    "self, sub, start=None, end=None, /",
                    call -> Window.of(call).last(call.text(1)))
            .add(
                    "index",
                    "self, sub, start=None, end=None, /",
                    call -> found(call, Window.of(call).first(call.text(1))))
            .add(
                    "rindex",
                    "self, sub, start=None, end=None, /",
                    call -> found(call, Window.of(call).last(call.text(1))))
            .add(
                    "count",
                    "self, sub, start=None, end=None, /",
                    call -> Window.of(call).count(call.text(1)))
            .add("upper", "self", call -> PythonCase.upper(call.self()))
            .add("lower", "self", call -> PythonText.lower(call.self()))
            .add("title", "self", call -> PythonCase.title(call.self()))
            .add("capitalize", "self", call -> PythonCase.capitalize(call.self()))
            .add("swapcase", "self", call -> PythonCase.swapCase(call.self()))
            .add("isupper", "self", call -> PythonCase.isUpper(call.self()))
            .add("islower", "self", call -> PythonCase.isLower(call.self()))
            .add("isdigit", "self", call -> PythonCase.all(call.self(), PythonCase::isDigit))
            .add("isdecimal", "self", call -> PythonCase.all(call.self(), Character::isDigit))
            .add("isalpha", "self", call -> PythonCase.all(call.self(), Character::isLetter))
            .add("isalnum", "self", call -> PythonCase.all(call.self(), PythonCase::isAlphanumeric))
            .add("isspace", "self", call -> PythonCase.all(call.self(), PythonText::isSpace))
            .add("isascii", "self", call -> call.self().codePoints().allMatch(character -> character < 0x80))
            .add("zfill", "self, width, /", StringMethods::zeroFill)
            .add("ljust", "self, width, fillchar=' ', /", call -> pad(call, 0, 1))
            .add("rjust", "self, width, fillchar=' ', /", call -> pad(call, 1, 0))
            .add("center", "self, width, fillchar=' ', /", call -> pad(call, 1, 1));

    private StringMethods() {}

    private static String strip(Call call, boolean left, boolean right) {
        return Texts.strip(call.self(), call.isNone(1) ? null : call.text(1), left, right);
    }

    private static String removePrefix(Call call) {
        String self = call.self();
        return self.startsWith(call.text(1)) ? self.substring(call.text(1).length()) : self;
    }

    private static String removeSuffix(Call call) {
        String self = call.self();
        return self.endsWith(call.text(1))
                ? self.substring(0, self.length() - call.text(1).length())
                : self;
    }

    private static List<@Nullable Object> split(Call call, boolean fromRight) {
        String self = call.self();
        int limit = call.integer(2);
        List<@Nullable Object> parts;
        if (call.isNone(1)) {
            parts = fromRight ? Texts.splitFromRight(self, limit) : Texts.split(self, limit);
        } else {
            String separator = separator(call);
            parts = fromRight ? Texts.splitFromRight(self, separator, limit) : Texts.split(self, separator, limit);
        }
        call.meter().spendElements(parts.size());
        return parts;
    }

    private static String separator(Call call) {
        if (call.text(1).isEmpty()) {
            throw call.invalid("got an empty separator; give one of at least one character");
        }
        return call.text(1);
    }

    private static PythonTuple partition(Call call, boolean fromRight) {
        String self = call.self();
        String separator = separator(call);
        int index = fromRight ? self.lastIndexOf(separator) : self.indexOf(separator);
        if (index < 0) {
            return PythonTuple.of(fromRight ? List.of("", "", self) : List.of(self, "", ""));
        }
        return PythonTuple.of(List.of(self.substring(0, index), separator, self.substring(index + separator.length())));
    }

    private static String join(Call call) {
        StringBuilder joined = new StringBuilder();
        int count = 0;
        for (Object element : call.elements(1)) {
            if (!(element instanceof String text)) {
                throw Values.unsuited("'join'", element);
            }
            String separator = count++ == 0 ? "" : call.self();
            call.meter().spend((long) separator.length() + text.length());
            call.meter().checkLength((long) joined.length() + separator.length() + text.length());
            joined.append(separator).append(text);
        }
        return joined.toString();
    }

    private static String replace(Call call) {
        return Texts.replace(call.self(), call.text(1), call.text(2), call.integer(3), call.meter());
    }

    /** Begins or ends a text with one of several texts? */
    private static boolean affixed(Call call, boolean prefix) {
        Window window = Window.of(call);
        List<?> candidates = call.value(1) instanceof PythonTuple tuple ? tuple : List.of(call.text(1));
        for (Object candidate : candidates) {
            if (!(candidate instanceof String affix)) {
                throw call.unsuited(1);
            }
            if (window.exists()
                    && (prefix ? window.text().startsWith(affix) : window.text().endsWith(affix))) {
                return true;
            }
        }
        return false;
    }

    private static long found(Call call, long index) {
        if (index < 0) {
            throw call.invalid("does not find '" + Texts.abbreviated(call.text(1)) + "'; use 'in' to ask first");
        }
        return index;
    }

    private static String zeroFill(Call call) {
        String self = call.self();
        String sign = self.startsWith("+") || self.startsWith("-") ? self.substring(0, 1) : "";
        int zeros = Math.max(0, call.integer(1) - CodePoints.length(self));
        call.meter().spendText((long) zeros + self.length());
        return sign + "0".repeat(zeros) + self.substring(sign.length());
    }

    private static String pad(Call call, int left, int right) {
        if (CodePoints.length(call.text(2)) != 1) {
            throw call.invalid("got '" + Texts.abbreviated(call.text(2)) + "' to fill with; give one character");
        }
        return pad(call.self(), call.integer(1), call.text(2), left, right, call.meter());
    }

    /** Pads a text on the sides that are 1; if both are, an odd character goes where CPython puts it. */
    static String pad(String text, int width, String fill, int left, int right, Meter meter) {
        int missing = Math.max(0, width - CodePoints.length(text));
        meter.spendText((long) missing * fill.length() + text.length());
        int before = left + right == 2 ? missing / 2 + (missing & width & 1) : missing * left;
        return fill.repeat(before) + text + fill.repeat(missing - before);
    }

    /** The part of a text that a search with a start and an end looks at. */
    private record Window(boolean exists, String text, int start) {

        static Window of(Call call) {
            String self = call.self();
            if (call.isNone(2) && call.isNone(3)) {
                return new Window(true, self, 0);
            }
            int length = CodePoints.length(self);
            int start = call.isNone(2) ? 0 : bound(call.integer(2), length);
            int end = call.isNone(3) ? length : Math.min(length, bound(call.integer(3), length));
            return start > end
                    ? new Window(false, "", 0)
                    : new Window(true, CodePoints.between(self, start, end), start);
        }

        private static int bound(int index, int length) {
            return index < 0 ? Math.max(0, index + length) : index;
        }

        long first(String part) {
            return position(text.indexOf(part));
        }

        long last(String part) {
            return position(text.lastIndexOf(part));
        }

        private long position(int unit) {
            return !exists || unit < 0 ? -1 : start + (long) text.codePointCount(0, unit);
        }

        long count(String part) {
            if (!exists) {
                return 0;
            } else if (part.isEmpty()) {
                return CodePoints.length(text) + 1L;
            }
            long count = 0;
            for (int i = text.indexOf(part); i >= 0; i = text.indexOf(part, i + part.length())) {
                count++;
            }
            return count;
        }
    }
}
