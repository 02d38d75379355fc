package network.pokt.mlqos.template;

import org.jspecify.annotations.Nullable;

/**
 * A number that was read from a text.
 *
 * @param value a {@code Long}, {@code BigInteger} or {@code Double}
 * @param end where the number ends
 */
record NumberLiteral(Object value, int end) {

    /** Reads a number of Python at {@code start}; null if there is none. */
    static @Nullable NumberLiteral python(String source, int start) {
        NumberLiteral prefixed = prefixed(source, start);
        if (prefixed != null) {
            return prefixed;
        }
        int whole = digits(source, start);
        int fraction = at(source, whole) == '.' ? Math.max(digits(source, whole + 1), whole + 1) : whole;
        if (whole == start && fraction <= whole + 1) {
            return null;
        }
        int end = exponent(source, fraction);
        if (end > whole) {
            return floating(source, start, end);
        }
        boolean zeros = zeros(source, start) == end;
        return at(source, start) == '0' && !zeros ? null : integer(source, start, end, 10);
    }

    /** Reads a number of Jinja, which has digits on both sides of the point, at {@code start}; null if there is none. */
    static @Nullable NumberLiteral jinja(String source, int start) {
        NumberLiteral prefixed = prefixed(source, start);
        if (prefixed != null) {
            return prefixed;
        }
        int whole = digits(source, start);
        if (whole == start) {
            return null;
        }
        // What follows a point is an index: x.0.1 is (x.0).1.
        boolean index = start > 0 && source.charAt(start - 1) == '.';
        if (!index) {
            int fraction = at(source, whole) == '.' ? Math.max(digits(source, whole + 1), whole) : whole;
            int end = exponent(source, fraction > whole + 1 ? fraction : whole);
            if (end > whole) {
                return floating(source, start, end);
            }
        }
        return integer(source, start, at(source, start) == '0' ? zeros(source, start) : whole, 10);
    }

    private static NumberLiteral floating(String source, int start, int end) {
        return new NumberLiteral(Double.valueOf(source.substring(start, end).replace("_", "")), end);
    }

    private static NumberLiteral integer(String source, int start, int end, int base) {
        return new NumberLiteral(Integers.parse(source.substring(start, end).replace("_", ""), base), end);
    }

    /** Reads 0x1f, 0o17 or 0b11; null if there is none. */
    private static @Nullable NumberLiteral prefixed(String source, int start) {
        int base = at(source, start) != '0'
                ? 0
                : switch (at(source, start + 1)) {
                    case 'x', 'X' -> 16;
                    case 'o', 'O' -> 8;
                    case 'b', 'B' -> 2;
                    default -> 0;
                };
        if (base == 0) {
            return null;
        }
        int first = start + (at(source, start + 2) == '_' ? 3 : 2);
        int end = digits(source, first, base);
        return end == first ? null : integer(source, first, end, base);
    }

    /** Returns where an exponent ends that may begin at {@code start}. */
    private static int exponent(String source, int start) {
        if (at(source, start) != 'e' && at(source, start) != 'E') {
            return start;
        }
        char sign = at(source, start + 1);
        int first = start + (sign == '+' || sign == '-' ? 2 : 1);
        int end = digits(source, first);
        return end > first ? end : start;
    }

    private static int zeros(String source, int start) {
        int end = start;
        while (at(source, end) == '0' || (at(source, end) == '_' && at(source, end + 1) == '0')) {
            end++;
        }
        return end;
    }

    private static int digits(String source, int start) {
        return digits(source, start, 10);
    }

    /** Returns where digits end, of which any two may be parted by one underscore. */
    private static int digits(String source, int start, int base) {
        int end = start;
        while (isDigit(at(source, end), base)
                || (end > start && at(source, end) == '_' && isDigit(at(source, end + 1), base))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char character, int base) {
        return character < 0x80 && Character.digit(character, base) >= 0;
    }

    private static char at(String source, int index) {
        return index < source.length() ? source.charAt(index) : '\0';
    }
}
