package network.pokt.mlqos.lmeh.data;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Texts that {@code datasets} takes for points in time: a date, and possibly hours, minutes and seconds after a blank or
 * a {@code T}, and then an offset from UTC.
 */
final class Timestamps {

    private static final int SHORTEST = "2020-01-01".length();
    private static final int LONGEST = "2020-01-01T10:11:12+01:00".length();

    private static final Pattern FORM = Pattern.compile(
            "(\\d{4})-(\\d\\d)-(\\d\\d)" + "(?:[ T](\\d\\d)(?::(\\d\\d)(?::(\\d\\d))?)?(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?");

    /** Only columns that are typed beforehand have these. */
    private static final Pattern WITH_FRACTION =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ T](\\d\\d:\\d\\d:\\d\\d)\\.(\\d{1,6})");

    private Timestamps() {}

    /** Returns whether a text is a point in time. */
    static boolean isTime(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST || text.charAt(4) != '-') {
            return false;
        }
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        try {
            time(matcher);
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** Returns a point in time as Python prints it, {@code 2020-01-01 10:11:12} in UTC; any other text as it is. */
    static String printed(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return printedWithFraction(text);
        }
        LocalDateTime time = time(matcher);
        return "%04d-%02d-%02d %02d:%02d:%02d"
                .formatted(
                        time.getYear(),
                        time.getMonthValue(),
                        time.getDayOfMonth(),
                        time.getHour(),
                        time.getMinute(),
                        time.getSecond());
    }

    private static String printedWithFraction(String text) {
        Matcher matcher = WITH_FRACTION.matcher(text);
        if (!matcher.matches()) {
            return text;
        }
        String micros = (matcher.group(3) + "00000").substring(0, 6);
        return matcher.group(1) + " " + matcher.group(2) + (micros.equals("000000") ? "" : "." + micros);
    }

    private static LocalDateTime time(Matcher matcher) {
        LocalDateTime time = LocalDateTime.of(
                number(matcher, 1),
                number(matcher, 2),
                number(matcher, 3),
                number(matcher, 4),
                number(matcher, 5),
                number(matcher, 6));
        String offset = matcher.group(7);
        if (offset == null || offset.equals("Z")) {
            return time;
        }
        return time.minusSeconds(ZoneOffset.of(offset).getTotalSeconds());
    }

    private static int number(Matcher matcher, int group) {
        return matcher.group(group) == null ? 0 : Integer.parseInt(matcher.group(group));
    }
}
