package network.pokt.mlqos.samples.leaderboardsite.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import network.pokt.mlqos.samples.leaderboardsite.board.NodeCard;
import network.pokt.mlqos.samples.leaderboardsite.board.View;
import network.pokt.mlqos.samples.leaderboardsite.web.HttpProblem;
import network.pokt.mlqos.samples.leaderboardsite.web.Request;
import network.pokt.mlqos.samples.leaderboardsite.web.Response;

/** The leaderboard of a service: sorted and filtered here for those without scripts, and page by page when it is long. */
final class BoardPage {

    /** Keeps a page below 200 KB. */
    private static final int ROWS = 100;

    private static final Template PAGE = Template.of("board.html");
    private static final Template HEADING = Template.of("board-heading.html");
    private static final Template EMPTY = Template.of("board-empty.html");
    private static final Template SERVICE = Template.of("board-service.html");
    private static final Template MORE = Template.of("board-more.html");

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
        found.sort(order(wanted));
        List<NodeCard> shown = found.stream().skip(wanted.after()).limit(ROWS).toList();
        List<Html> rows = shown.stream().map(BoardRow::of).toList();
        Map<String, Object> values = new HashMap<>();
        values.put("service", wanted.service());
        values.put("services", services(now, wanted));
        values.put("filter", wanted.filter());
        values.put("sort", wanted.column().key());
        values.put("dir", wanted.ascending() ? "asc" : "desc");
        values.put("found", found.size());
        values.put("all", all.size());
        values.put("headings", headings(wanted));
        values.put("rows", rows.isEmpty() ? EMPTY.fill(Map.of("why", why(all))) : Html.join(rows));
        values.put("whole", found.size() == shown.size() && found.size() == all.size());
        values.put("more", more(wanted, found.size()));
        return Layout.page(now, 200, "/", "Leaderboard", PAGE.fill(values));
    }

    private static String why(List<NodeCard> all) {
        return all.isEmpty()
                ? "No node is known here yet. The first results come within minutes of the first measurements."
                : "No node is named so.";
    }

    private static Comparator<NodeCard> order(Wanted wanted) {
        Comparator<NodeCard> byName = Comparator.comparing(NodeCard::id);
        return wanted.column().key().equals("node")
                ? wanted.ascending() ? byName : byName.reversed()
                : wanted.column().comparator(wanted.ascending());
    }

    private static Wanted wanted(View now, Request request) {
        String service = request.parameter("service")
                .orElseGet(() -> now.boards().keySet().stream().findFirst().orElse(""));
        String sort = request.parameter("sort").orElse("rank");
        Column column = Column.OF_THE_BOARD.stream()
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
        return Html.join(Column.OF_THE_BOARD.stream()
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
}
