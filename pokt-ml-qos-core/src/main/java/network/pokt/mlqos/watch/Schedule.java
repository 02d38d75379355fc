package network.pokt.mlqos.watch;

import java.time.Duration;
import java.util.Locale;

/**
 * How much has to pass between two looks at the same node and task. Implementations are pure: equal arguments, equal answers.
 */
@FunctionalInterface
public interface Schedule {

    /**
     * Returns whether enough has passed.
     *
     * @param last when samples were last asked
     * @param draw chance for this interval alone, from 0 to below 1, so that nobody can tell when the next probe comes
     */
    boolean passed(Moment last, Moment now, double draw);

    /** As soon as there is need. */
    static Schedule always() {
        return (last, now, draw) -> true;
    }

    /** Exactly this long after the last time. */
    static Schedule every(Duration interval) {
        requirePositive("interval", interval.toNanos());
        return (last, now, draw) -> !now.time().isBefore(last.time().plus(interval));
    }

    /**
     * This long after the last time on average, with the waiting times of a Poisson process, cut at a tenth and at four times the
     * mean: however long nothing came, the next probe is no more likely than before, as with real traffic.
     */
    static Schedule about(Duration mean) {
        requirePositive("mean interval", mean.toNanos());
        return (last, now, draw) -> {
            double factor = Math.min(4, Math.max(0.1, -Math.log1p(-draw)));
            return !now.time().isBefore(last.time().plusNanos(Math.round(mean.toNanos() * factor)));
        };
    }

    /** This many blocks after the last time. */
    static Schedule everyBlocks(long blocks) {
        requirePositive("number of blocks", blocks);
        return (last, now, draw) -> now.height() - last.height() >= blocks;
    }

    /** This many sessions after the last time; 1 is once in each session. */
    static Schedule everySessions(long sessions) {
        requirePositive("number of sessions", sessions);
        return (last, now, draw) -> now.session() - last.session() >= sessions;
    }

    /**
     * Returns the schedule that a configuration spells {@code N:unit}, with the units {@code minutes}, {@code hours}, {@code
     * block}, {@code session} and {@code none}, as the POKT ML test-bench does: {@code 24:hours}, {@code 1:session}.
     *
     * @throws IllegalArgumentException if it is spelled otherwise
     */
    static Schedule parse(String text) {
        int colon = text.indexOf(':');
        try {
            long count = Long.parseLong(text.substring(0, Math.max(0, colon)).strip());
            return switch (text.substring(colon + 1).strip().toLowerCase(Locale.ROOT)) {
                case "minutes" -> every(Duration.ofMinutes(count));
                case "hours" -> every(Duration.ofHours(count));
                case "block" -> everyBlocks(count);
                case "session" -> everySessions(count);
                case "none" -> always();
                default -> throw new IllegalArgumentException("unit");
            };
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no schedule; write a positive number and one of minutes,"
                            + " hours, block, session or none, such as 24:hours.",
                    e);
        }
    }

    private static void requirePositive(String what, long value) {
        if (value <= 0) {
            throw new IllegalArgumentException("The " + what + " of a schedule must be positive, got " + value + ".");
        }
    }
}
