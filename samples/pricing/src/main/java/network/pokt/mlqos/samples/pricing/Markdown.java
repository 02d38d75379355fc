package network.pokt.mlqos.samples.pricing;

import java.math.BigDecimal;
import java.util.Locale;
import network.pokt.mlqos.price.Rate;

/** A table as Markdown has it: numbers to the right, the first column to the left. */
final class Markdown {

    private final StringBuilder text = new StringBuilder();

    Markdown(String... head) {
        row(head);
        text.append("|---|").append("---:|".repeat(head.length - 1)).append('\n');
    }

    Markdown row(String... cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    /** An amount of dollars with four significant digits. */
    static String dollars(BigDecimal amount) {
        return "$ " + Rate.format(amount);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    static String times(double factor) {
        return String.format(Locale.ROOT, factor < 10 ? "%.2f" : "%.0f", factor);
    }

    static String whole(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** An amount of tokens of the network with as many digits as tell something. */
    static String pokt(BigDecimal upokt) {
        return String.format(Locale.ROOT, "%,.1f", upokt.movePointLeft(6));
    }
}
