package network.pokt.mlqos.samples.leaderboardsite.page;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import network.pokt.mlqos.leaderboard.Board;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.samples.leaderboardsite.board.NodeCard;
import network.pokt.mlqos.samples.leaderboardsite.board.View;
import network.pokt.mlqos.samples.leaderboardsite.measure.NodeHistory;
import network.pokt.mlqos.samples.leaderboardsite.web.Request;
import network.pokt.mlqos.samples.leaderboardsite.web.Response;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.store.ResultStore;

/** Two nodes side by side, and on each task the difference on the very questions that both were asked. */
final class ComparePage {

    private static final Template PAGE = Template.of("compare.html");
    private static final Template CHOICE = Template.of("compare-choice.html");
    private static final Template BOTH = Template.of("compare-both.html");
    private static final Template TASK = Template.of("compare-task.html");
    private static final Template FACT = Template.of("compare-fact.html");

    private final Supplier<View> view;
    private final ProfileBook book;
    private final ResultStore store;

    ComparePage(Supplier<View> view, ProfileBook book, ResultStore store) {
        this.view = view;
        this.book = book;
        this.store = store;
    }

    Response answer(Request request) {
        View now = view.get();
        String a = request.parameter("a").orElse("");
        String b = request.parameter("b").orElse("");
        Html both = a.isEmpty() || b.isEmpty() ? Html.NONE : both(now, find(now, a), find(now, b));
        return Layout.page(
                now,
                200,
                "/compare",
                "Compare two nodes",
                PAGE.fill(Map.of("first", choices(now, a), "second", choices(now, b), "both", both)));
    }

    private static NodeCard find(View now, String key) {
        Request named = Request.parse(key);
        return named.segments().size() == 2
                ? NodePage.find(now, named.segments().get(0), named.segments().get(1))
                : NodePage.find(now, "", "");
    }

    private static Html choices(View now, String chosen) {
        return Html.join(now.nodes().stream()
                .map(card -> CHOICE.fill(Map.of(
                        "value", Format.key(card.id()),
                        "selected", Html.written(Format.key(card.id()).equals(chosen) ? " selected" : ""),
                        "name", Format.name(card.id()) + " · " + Format.claims(card))))
                .toList());
    }

    private Html both(View now, NodeCard a, NodeCard b) {
        TreeSet<String> tasks = new TreeSet<>(a.profile().tasks());
        tasks.retainAll(b.profile().tasks());
        Map<String, Object> values = new HashMap<>();
        values.put("a", Format.link(a.id()));
        values.put("b", Format.link(b.id()));
        values.put("claimsA", Format.claims(a));
        values.put("claimsB", Format.claims(b));
        values.put("facts", facts(a, b));
        values.put(
                "tasks", Html.join(tasks.stream().map(task -> task(a, b, task)).toList()));
        values.put("charts", Charts.of(List.of(history(now, a.id()), history(now, b.id())), List.of()));
        return BOTH.fill(values);
    }

    private NodeHistory history(View now, NodeId id) {
        return NodeHistory.of(store, id, now.asOf().minus(NodePage.SHOWN));
    }

    private static Html facts(NodeCard first, NodeCard second) {
        Board.Line a = first.line();
        Board.Line b = second.line();
        return Html.join(List.of(
                fact("Score", score(a), score(b)),
                fact(
                        "Rank",
                        a.rank().toString().replace('-', '–'),
                        b.rank().toString().replace('-', '–')),
                fact("Answered", Format.percent(a.answered()) + " %", Format.percent(b.answered()) + " %"),
                fact(
                        "Median latency",
                        Format.duration(a.service().latency()),
                        Format.duration(b.service().latency())),
                fact(
                        "Median time to first token",
                        Format.duration(a.service().firstToken()),
                        Format.duration(b.service().firstToken())),
                fact("Cost of 1,000 right answers", cost(first), cost(second))));
    }

    private static String score(Board.Line line) {
        return Format.percent(line.value().value()) + " % (" + Format.range(line.value()) + ")";
    }

    private static String cost(NodeCard card) {
        return card.costPerRightAnswer()
                .map(cost -> Format.perThousand(Optional.of(cost.amount())) + " " + cost.currency())
                .orElse(Format.UNKNOWN);
    }

    private static Html fact(String what, String a, String b) {
        return FACT.fill(Map.of("what", what, "a", a, "b", b));
    }

    private Html task(NodeCard a, NodeCard b, String task) {
        Estimate difference = book.difference(a.id(), b.id(), task);
        return TASK.fill(Map.of(
                "task", task,
                "a",
                        Format.percent(
                                a.profile().accuracy(task).map(Estimate::value).orElse(Double.NaN)),
                "b",
                        Format.percent(
                                b.profile().accuracy(task).map(Estimate::value).orElse(Double.NaN)),
                "difference", difference(difference),
                "n", difference.n(),
                "verdict", verdict(difference)));
    }

    private static String difference(Estimate difference) {
        return Double.isFinite(difference.interval().width())
                ? String.format(
                        Locale.ROOT,
                        "%+.1f (%+.0f to %+.0f)",
                        100 * difference.value(),
                        100 * difference.interval().lower(),
                        100 * difference.interval().upper())
                : Format.UNKNOWN;
    }

    private static String verdict(Estimate difference) {
        if (difference.interval().lower() > 0) {
            return "the first is better";
        }
        return difference.interval().upper() < 0 ? "the second is better" : "not told apart";
    }
}
