package network.pokt.mlqos.lmeh.suite;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;

/** Dates of the Gregorian calendar, moved by days and weeks, or their weekdays. */
final class DatePuzzles implements PuzzleFamily.Maker {

    @Override
    public Puzzle make(Dice dice, int difficulty) {
        LocalDate begin = LocalDate.of(dice.between(2000 - 30 * difficulty, 2030 + 10 * difficulty), 1, 1)
                .plusDays(dice.between(0, 364));
        StringBuilder text = new StringBuilder("Begin at " + begin + ".");
        LocalDate date = begin;
        for (int i = 0; i < 1 + difficulty / 3; i++) {
            int days = dice.between(1, 9 * difficulty * difficulty + 20);
            boolean back = dice.coin();
            boolean weeks = days % 7 == 0 || dice.between(0, 3) == 0;
            date = date.plusDays((back ? -1L : 1L) * days * (weeks ? 7 : 1));
            text.append(" Go ")
                    .append(back ? "back " : "forward ")
                    .append(days)
                    .append(weeks ? " week" : " day")
                    .append(days == 1 ? "." : "s.");
        }
        if (dice.coin()) {
            return new Puzzle(
                    text + " What day of the week is it then? The answer is the name of the day.",
                    date.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH),
                    Puzzle.Form.WORD);
        }
        return new Puzzle(
                text + " What date is it then? The answer has the form YYYY-MM-DD.", date.toString(), Puzzle.Form.WORD);
    }
}
