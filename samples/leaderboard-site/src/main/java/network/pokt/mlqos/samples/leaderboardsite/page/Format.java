package network.pokt.mlqos.samples.leaderboardsite.page;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.samples.leaderboardsite.board.NodeCard;
import network.pokt.mlqos.stats.Estimate;

/** How numbers, times and names are written, in any locale. */
final class Format {

    static final String UNKNOWN = "–";

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ROOT);
    private static final Template TIME = Template.of("time.html");
    private static final Template NODE = Template.of("node-name.html");

    /** Addresses as long as those of Pocket are shown by their ends. */
    private static final int LONGEST_NAME = 24;

    private static final int HEAD = 11;
    private static final int TAIL = 5;

    private Format() {}

    static String percent(double share) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%.1f", 100 * share) : UNKNOWN;
    }

    /** For example {@code 78–87}. */
    static String range(Estimate score) {
        return Double.isFinite(score.interval().width())
                ? String.format(
                        Locale.ROOT,
                        "%.0f–%.0f",
                        100 * score.interval().lower(),
                        100 * score.interval().upper())
                : UNKNOWN;
    }

    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String duration(Optional<Duration> time) {
        return time.map(Format::duration).orElse(UNKNOWN);
    }

    static String duration(Duration time) {
        double millis = time.toNanos() / 1e6;
        return millis < 1_000
                ? String.format(Locale.ROOT, "%.0f ms", millis)
                : String.format(Locale.ROOT, "%.2f s", millis / 1_000);
    }

    /** The price of a thousand, since that of one has too many zeros to read. */
    static String perThousand(Optional<BigDecimal> amount) {
        return amount.map(one -> Rate.format(one.movePointRight(3))).orElse(UNKNOWN);
    }

    static Html time(Instant at) {
        Instant minute = at.truncatedTo(ChronoUnit.SECONDS);
        return TIME.fill(Map.of("iso", minute, "text", MINUTE.format(minute.atOffset(ZoneOffset.UTC)) + " UTC"));
    }

    /** The short name of a node. */
    static String name(NodeId id) {
        String name = id.supplier();
        return name.length() <= LONGEST_NAME
                ? name
                : name.substring(0, HEAD) + "…" + name.substring(name.length() - TAIL);
    }

    /** A link to the page of a node. */
    static Html link(NodeId id) {
        return NODE.fill(Map.of("href", address(id), "whole", id.supplier(), "name", name(id)));
    }

    static String address(NodeId id) {
        return "/nodes/" + encoded(id.service()) + "/" + encoded(id.supplier());
    }

    /** Returns how a node is named in a query. */
    static String key(NodeId id) {
        return encoded(id.service()) + "/" + encoded(id.supplier());
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What a node claims of itself, in one line. */
    static String claims(NodeCard card) {
        return card.model().orElse("model not named")
                + card.operator().map(operator -> " · " + operator).orElse("");
    }
}
