package network.pokt.mlqos.lmeh.config;

import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes values of scalars whose type is known, as PyYAML 6.0's safe constructor does. */
final class YamlScalars {

    private static final Pattern TIME = Pattern.compile("([0-9]{4})-([0-9][0-9]?)-([0-9][0-9]?)"
            + "(?:(?:[Tt]|[ \\t]+)([0-9][0-9]?):([0-9]{2}):([0-9]{2})(?:\\.([0-9]*))?"
            + "(?:[ \\t]*(Z|([-+])([0-9][0-9]?)(?::([0-9]{2}))?))?)?");
    private static final BigInteger SIXTY = BigInteger.valueOf(60);

    private YamlScalars() {}

    static Object bool(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "yes", "true", "on" -> true;
            case "no", "false", "off" -> false;
            default -> throw new IllegalArgumentException("'" + text + "' is no truth value");
        };
    }

    /** Returns a Long, or a BigInteger if it does not fit. */
    static Object integer(String text) {
        String digits = text.replace("_", "");
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        BigInteger value = magnitude(digits);
        BigInteger signed = negative ? value.negate() : value;
        return signed.bitLength() < Long.SIZE ? (Object) signed.longValue() : signed;
    }

    private static BigInteger magnitude(String digits) {
        if (digits.startsWith("0b")) {
            return new BigInteger(digits.substring(2), 2);
        } else if (digits.startsWith("0x")) {
            return new BigInteger(digits.substring(2), 16);
        } else if (digits.startsWith("0") && digits.length() > 1) {
            return new BigInteger(digits, 8);
        } else if (digits.indexOf(':') < 0) {
            return new BigInteger(digits);
        }
        BigInteger value = BigInteger.ZERO;
        for (String part : digits.split(":", -1)) {
            value = value.multiply(SIXTY).add(new BigInteger(part));
        }
        return value;
    }

    static Object real(String text) {
        String digits = text.replace("_", "").toLowerCase(Locale.ROOT);
        boolean negative = digits.startsWith("-");
        if (negative || digits.startsWith("+")) {
            digits = digits.substring(1);
        }
        double value = absolute(digits);
        return negative ? -value : value;
    }

    private static double absolute(String digits) {
        if (digits.equals(".inf")) {
            return Double.POSITIVE_INFINITY;
        } else if (digits.equals(".nan")) {
            return Double.NaN;
        }
        // The reference sums from the last part to the first, which decides the last bit.
        String[] parts = digits.split(":", -1);
        double value = 0;
        double base = 1;
        for (int i = parts.length - 1; i >= 0; i--) {
            value += Double.parseDouble(parts[i]) * base;
            base *= 60;
        }
        return value;
    }

    /** Returns a LocalDate, LocalDateTime or OffsetDateTime. */
    static Object time(String text) {
        Matcher parts = TIME.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'" + text + "' is no date");
        }
        try {
            LocalDate date = LocalDate.of(part(parts, 1), part(parts, 2), part(parts, 3));
            if (date.getYear() == 0) {
                throw new IllegalArgumentException("there is no year 0 in '" + text + "'");
            }
            if (parts.group(4) == null) {
                return date;
            }
            LocalDateTime time = date.atTime(part(parts, 4), part(parts, 5), part(parts, 6), nanos(parts.group(7)));
            return parts.group(8) == null ? time : OffsetDateTime.of(time, offset(parts));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("'" + text + "' is no date that there is", e);
        }
    }

    static byte[] binary(String text) {
        return Base64.getMimeDecoder().decode(text);
    }

    private static int part(Matcher parts, int group) {
        return Integer.parseInt(parts.group(group));
    }

    /** Python counts microseconds and drops what is finer. */
    private static int nanos(String fraction) {
        return fraction == null || fraction.isEmpty()
                ? 0
                : Integer.parseInt((fraction + "000000").substring(0, 6)) * 1_000;
    }

    private static ZoneOffset offset(Matcher parts) {
        if (parts.group(9) == null) {
            return ZoneOffset.UTC;
        }
        int minutes = part(parts, 10) * 60 + (parts.group(11) == null ? 0 : part(parts, 11));
        return ZoneOffset.ofTotalSeconds((parts.group(9).equals("-") ? -minutes : minutes) * 60);
    }
}
