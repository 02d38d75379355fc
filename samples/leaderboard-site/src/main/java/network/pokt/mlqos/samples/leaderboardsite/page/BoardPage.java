package network.pokt.mlqos.samples.leaderboardsite.page;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import network.pokt.mlqos.leaderboard.Board;
import network.pokt.mlqos.profile.Trust;
import network.pokt.mlqos.samples.leaderboardsite.board.NodeCard;
import network.pokt.mlqos.samples.leaderboardsite.board.View;
import network.pokt.mlqos.samples.leaderboardsite.web.HttpProblem;
import network.pokt.mlqos.samples.leaderboardsite.web.Request;
import network.pokt.mlqos.samples.leaderboardsite.web.Response;
import network.pokt.mlqos.store.Charge;

/** The leaderboard of a service: sorted and filtered here for those without scripts, and page by page when it is long. */
final class BoardPage {

    /** Keeps a page below 200 KB. */
    private static final int ROWS = 100;

    private static final Template PAGE = Template.of("board.html");
    private static final Template HEADING = Template.of("board-heading.html");
    private static final Template ROW = Template.of("board-row.html");
    private static final Template TAG = Template.of("tag.html");
    private static final Template SERVICE = Template.of("board-service.html");
    private static final Template MORE = Template.of("board-more.html");

    private static final List<Column> COLUMNS = List.of(
            new Column("rank", "Rank", "", true, card -> card.line().rank().best()),
            new Column("node", "Node", "", true, card -> 0),
            new Column("score", "Score", "%", false, card -> card.line().value().value()),
            new Column("answered", "Answered", "%", false, card -> card.line().answered()),
            new Column(
                    "latency",
                    "Latency",
                    "median",
                    true,
                    card -> seconds(card.line().service().latency())),
            new Column(
                    "first",
                    "First token",
                    "median",
                    true,
                    card -> seconds(card.line().service().firstToken())),
            new Column(
                    "cost",
                    "Cost",
                    "per 1,000 right",
                    true,
                    card -> card.costPerRightAnswer()
                            .map(cost -> cost.amount().doubleValue())
                            .orElse(Double.NaN)));

    private final Supplier<View> view;

    BoardPage(Supplier<View> view) {
        this.view = view;
    }

    /** What was asked for. */
    private record Wanted(String service, Column column, boolean ascending, String filter, int after) {

        String query(Column other, boolean rising, int from) {
            return "?service=" + Format.encoded(service) + "&sort=" + other.key() + "&dir=" + (rising ? "asc" : "desc")
                    + (filter.isEmpty() ? "" : "&q=" + Format.encoded(filter)) + (from == 0 ? "" : "&after=" + from);
        }

        boolean wants(NodeCard card) {
            return (card.id().supplier() + " " + Format.claims(card))
                    .toLowerCase(Locale.ROOT)
                    .contains(filter.toLowerCase(Locale.ROOT));
        }
    }

    Response answer(Request request) {
        View now = view.get();
        Wanted wanted = wanted(now, request);
        List<NodeCard> all = now.board(wanted.service());
        List<NodeCard> found =
                new ArrayList<>(all.stream().filter(wanted::wants).toList());
        found.sort(order(all, wanted));
        List<NodeCard> shown = found.stream().skip(wanted.after()).limit(ROWS).toList();
        List<Html> rows =
                shown.stream().map(card -> row(all.indexOf(card) + 1, card)).toList();
        Map<String, Object> values = new HashMap<>();
        values.put("service", wanted.service());
        values.put("services", services(now, wanted));
        values.put("filter", wanted.filter());
        values.put("sort", wanted.column().key());
        values.put("dir", wanted.ascending() ? "asc" : "desc");
        values.put("found", found.size());
        values.put("all", all.size());
        values.put("headings", headings(wanted));
        values.put("rows", rows.isEmpty() ? Template.of("board-empty.html").fill(Map.of()) : Html.join(rows));
        values.put("whole", found.size() == shown.size() && found.size() == all.size());
        values.put("more", more(wanted, found.size()));
        return Layout.page(now, 200, "/", "Leaderboard", PAGE.fill(values));
    }

    private static Comparator<NodeCard> order(List<NodeCard> all, Wanted wanted) {
        return switch (wanted.column().key()) {
            case "rank" -> turned(Comparator.comparingInt(all::indexOf), wanted);
            case "node" -> turned(Comparator.comparing(NodeCard::id), wanted);
            default -> wanted.column().comparator(wanted.ascending());
        };
    }

    private static Comparator<NodeCard> turned(Comparator<NodeCard> rising, Wanted wanted) {
        return wanted.ascending() ? rising : rising.reversed();
    }

    private static Wanted wanted(View now, Request request) {
        String service = request.parameter("service")
                .orElseGet(() -> now.boards().keySet().stream().findFirst().orElse(""));
        String sort = request.parameter("sort").orElse("rank");
        Column column = COLUMNS.stream()
                .filter(known -> known.key().equals(sort))
                .findFirst()
                .orElseThrow(() -> HttpProblem.badRequest("The board has no such column to sort by."));
        boolean rising = request.parameter("dir").map("asc"::equals).orElse(column.rising());
        int after = request.number("after", 0, 0, Integer.MAX_VALUE);
        return new Wanted(
                service, column, rising, request.parameter("q").orElse("").strip(), after);
    }

    private static Html services(View now, Wanted wanted) {
        if (now.boards().size() < 2) {
            return Html.NONE;
        }
        return Html.join(now.boards().keySet().stream()
                .map(service -> SERVICE.fill(Map.of(
                        "href",
                        "/?service=" + Format.encoded(service),
                        "name",
                        service,
                        "current",
                        service.equals(wanted.service()) ? "true" : "false")))
                .toList());
    }

    private static Html headings(Wanted wanted) {
        return Html.join(COLUMNS.stream()
                .map(column -> {
                    boolean current = column.equals(wanted.column());
                    boolean next = current ? !wanted.ascending() : column.rising();
                    String order = !current ? "none" : wanted.ascending() ? "ascending" : "descending";
                    return HEADING.fill(Map.of(
                            "key",
                            column.key(),
                            "order",
                            order,
                            "first",
                            column.rising() ? "ascending" : "descending",
                            "href",
                            "/" + wanted.query(column, next, 0),
                            "name",
                            column.name(),
                            "unit",
                            column.unit()));
                })
                .toList());
    }

    private static Html more(Wanted wanted, int found) {
        List<Html> links = new ArrayList<>();
        if (wanted.after() > 0) {
            int before = Math.max(0, wanted.after() - ROWS);
            links.add(MORE.fill(Map.of(
                    "href", "/" + wanted.query(wanted.column(), wanted.ascending(), before), "name", "Earlier rows")));
        }
        if (wanted.after() + ROWS < found) {
            int next = wanted.after() + ROWS;
            links.add(MORE.fill(Map.of(
                    "href", "/" + wanted.query(wanted.column(), wanted.ascending(), next), "name", "Further rows")));
        }
        return Html.join(links);
    }

    private static Html row(int place, NodeCard card) {
        Board.Line line = card.line();
        Map<String, Object> values = new HashMap<>();
        values.put("rank", line.rank().toString().replace('-', '–'));
        values.put("move", move(card.move()));
        values.put("node", Format.link(card.id()));
        values.put("whole", card.id().supplier());
        values.put("claims", Format.claims(card));
        values.put("tags", tags(card));
        values.put("bar", IntervalBar.of(line.value()));
        values.put("score", Format.percent(line.value().value()));
        values.put("range", Format.range(line.value()));
        values.put("n", line.value().n());
        values.put("answered", Format.percent(line.answered()));
        values.put("latency", Format.duration(line.service().latency()));
        values.put("first", Format.duration(line.service().firstToken()));
        values.put("cost", Format.perThousand(card.costPerRightAnswer().map(Charge::amount)));
        values.put("currency", card.costPerRightAnswer().map(Charge::currency).orElse(""));
        COLUMNS.forEach(column -> values.put("by_" + column.key(), sortable(column, place, card)));
        return ROW.fill(values);
    }

    /** What a script sorts by: ranks in the order of the board, names as texts. */
    private static String sortable(Column column, int place, NodeCard card) {
        return switch (column.key()) {
            case "rank" -> Integer.toString(place);
            case "node" -> card.id().supplier();
            default -> {
                double value = column.sorting().applyAsDouble(card);
                yield Double.isNaN(value) ? "" : Double.toString(value);
            }
        };
    }

    private static Html move(int move) {
        return switch (move) {
            case 1 -> tag("up", "better than a day ago");
            case -1 -> tag("down", "worse than a day ago");
            default -> Html.NONE;
        };
    }

    static Html tags(NodeCard card) {
        List<Html> tags = new ArrayList<>();
        if (card.profile().trust() == Trust.SUSPECT) {
            tags.add(tag("bad", "suspect"));
        } else if (card.profile().trust() == Trust.UNPROVEN) {
            tags.add(tag("plain", "few samples"));
        }
        if (card.line().partial()) {
            tags.add(tag("plain", "partial"));
        }
        card.profile()
                .alarms()
                .forEach(alarm -> tags.add(tag("warn", alarm.kind().name().toLowerCase(Locale.ROOT) + " changed")));
        return Html.join(tags);
    }

    private static Html tag(String kind, String text) {
        return TAG.fill(Map.of("kind", kind, "text", text));
    }

    private static double seconds(Optional<Duration> time) {
        return time.map(duration -> duration.toNanos() / 1e9).orElse(Double.NaN);
    }
}
