package network.pokt.mlqos.template;

import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import network.pokt.mlqos.template.TemplateException.Kind;

/** Python's {@code strftime} in the C locale, for a time without a zone. */
final class TimeFormat {

    private static final int NOON = 12;

    private TimeFormat() {}

    static String format(String format, ZonedDateTime time) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < format.length(); i++) {
            char character = format.charAt(i);
            if (character != '%' || i + 1 == format.length()) {
                out.append(character);
            } else if (format.charAt(i + 1) == '-' && i + 2 < format.length()) {
                i += 2;
                out.append(field(format.charAt(i), time).replaceFirst("^[0 ]+(?=.)", ""));
            } else {
                i++;
                out.append(field(format.charAt(i), time));
            }
        }
        return out.toString();
    }

    private static String field(char directive, ZonedDateTime time) {
        int hour12 = time.getHour() % NOON == 0 ? NOON : time.getHour() % NOON;
        return switch (directive) {
            case 'Y' -> Integer.toString(time.getYear());
            case 'm' -> padded("%02d", time.getMonthValue());
            case 'd' -> padded("%02d", time.getDayOfMonth());
            case 'e' -> padded("%2d", time.getDayOfMonth());
            case 'H' -> padded("%02d", time.getHour());
            case 'I' -> padded("%02d", hour12);
            case 'M' -> padded("%02d", time.getMinute());
            case 'S' -> padded("%02d", time.getSecond());
            case 'f' -> padded("%06d", time.get(ChronoField.MICRO_OF_SECOND));
            case 'j' -> padded("%03d", time.getDayOfYear());
            case 'y' -> padded("%02d", Math.floorMod(time.getYear(), 100));
            case 'p' -> time.getHour() < NOON ? "AM" : "PM";
            case 'B' -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'b', 'h' -> time.getMonth().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'A' -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case 'a' -> time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
            case 'u' -> Integer.toString(time.getDayOfWeek().getValue());
            case 'w' -> Integer.toString(time.getDayOfWeek().getValue() % 7);
            case 'F' -> format("%Y-%m-%d", time);
            case 'D', 'x' -> format("%m/%d/%y", time);
            case 'T', 'X' -> format("%H:%M:%S", time);
            case 'R' -> format("%H:%M", time);
            case 'c' -> format("%a %b %e %H:%M:%S %Y", time);
            case 'Z', 'z' -> "";
            case '%' -> "%";
            default ->
                throw new TemplateException(
                        Kind.UNSUPPORTED,
                        "The time format %" + directive + " is not supported; use one such as %Y-%m-%d.");
        };
    }

    private static String padded(String format, int number) {
        return String.format(Locale.ROOT, format, number);
    }
}
