package network.pokt.mlqos.samples.leaderboardsite.page;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import network.pokt.mlqos.leaderboard.Board;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.LatencyPercentiles;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.samples.leaderboardsite.board.NodeCard;
import network.pokt.mlqos.samples.leaderboardsite.board.View;
import network.pokt.mlqos.samples.leaderboardsite.measure.NodeHistory;
import network.pokt.mlqos.samples.leaderboardsite.web.HttpProblem;
import network.pokt.mlqos.samples.leaderboardsite.web.Request;
import network.pokt.mlqos.samples.leaderboardsite.web.Response;
import network.pokt.mlqos.store.Charge;
import network.pokt.mlqos.store.ResultStore;

/** All about one node: its standing, its tasks, how it did day by day, and the alarms against it. */
final class NodePage {

    /** What the charts show. */
    static final Duration SHOWN = Duration.ofDays(32);

    private static final Template PAGE = Template.of("node.html");
    private static final Template TASK = Template.of("node-task.html");
    private static final Template SPEED = Template.of("node-speed.html");
    private static final Template FAULT = Template.of("node-fault.html");
    private static final Template DAY = Template.of("node-day.html");

    private final Supplier<View> view;
    private final ResultStore store;

    NodePage(Supplier<View> view, ResultStore store) {
        this.view = view;
        this.store = store;
    }

    Response answer(Request request) {
        View now = view.get();
        NodeCard card = find(now, request.segments().get(1), request.segments().get(2));
        NodeProfile profile = card.profile();
        Board.Line line = card.line();
        NodeHistory history = NodeHistory.of(store, card.id(), now.asOf().minus(SHOWN));
        Map<String, Object> values = new HashMap<>();
        values.put("name", Format.name(card.id()));
        values.put("supplier", card.id().supplier());
        values.put("service", card.id().service());
        values.put("claims", Format.claims(card));
        values.put("tags", BoardRow.tags(card));
        values.put("score", Format.percent(line.value().value()));
        values.put("range", Format.range(line.value()));
        values.put("n", line.value().n());
        values.put("rank", line.rank().toString().replace('-', '–'));
        values.put("nodes", now.board(card.id().service()).size());
        values.put("latency", Format.duration(line.service().latency()));
        values.put("first", Format.duration(line.service().firstToken()));
        values.put("cost", Format.perThousand(card.costPerRightAnswer().map(Charge::amount)));
        values.put("currency", card.costPerRightAnswer().map(Charge::currency).orElse(""));
        values.put("reliability", Format.percent(profile.reliability().value()));
        values.put("relays", profile.reliability().n());
        values.put("charts", Charts.of(List.of(history), moments(card)));
        values.put(
                "legend",
                card.alarms().isEmpty() ? "" : "A dashed upright line is where a change is taken to have begun.");
        values.put(
                "tasks",
                Html.join(profile.tasks().stream()
                        .map(task -> task(profile, task))
                        .toList()));
        values.put("speeds", speeds(profile));
        values.put("faults", faults(profile));
        values.put("days", Html.join(history.days().stream().map(NodePage::day).toList()));
        values.put("alarms", AlarmsPage.list(card.alarms(), false));
        values.put("api", "/api/v1" + Format.address(card.id()));
        values.put("compare", "/compare?a=" + Format.encoded(Format.key(card.id())));
        return Layout.page(now, 200, "", Format.name(card.id()), PAGE.fill(values));
    }

    private static List<Instant> moments(NodeCard card) {
        return card.alarms().stream().map(alarm -> alarm.alarm().since()).toList();
    }

    /** Finds a node by what stands in an address. */
    static NodeCard find(View now, String service, String supplier) {
        Optional<NodeCard> card =
                service.isBlank() || supplier.isBlank() ? Optional.empty() : now.node(new NodeId(supplier, service));
        return card.orElseThrow(() -> HttpProblem.notFound("No such node is known."));
    }

    private static Html task(NodeProfile profile, String task) {
        return profile.task(task)
                .map(known -> TASK.fill(Map.of(
                        "task", task,
                        "bar", IntervalBar.of(known.accuracy()),
                        "score", Format.percent(known.accuracy().value()),
                        "range", Format.range(known.accuracy()),
                        "n", known.accuracy().n(),
                        "answered", Format.percent(known.answeredShare()),
                        "latest", Format.time(known.latest()))))
                .orElse(Html.NONE);
    }

    private static Html speeds(NodeProfile profile) {
        return Html.join(List.of(
                speed("Whole answer", profile.total()),
                speed("First token", profile.firstToken()),
                speed("Each further token", profile.perOutputToken())));
    }

    private static Html speed(String what, Optional<LatencyPercentiles> known) {
        return known.map(times -> SPEED.fill(Map.of(
                        "what", what,
                        "p50", Format.duration(times.p50()),
                        "p90", Format.duration(times.p90()),
                        "p95", Format.duration(times.p95()),
                        "p99", Format.duration(times.p99()),
                        "n", times.n())))
                .orElse(Html.NONE);
    }

    private static Html faults(NodeProfile profile) {
        return Html.join(profile.faults().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fault -> FAULT.fill(Map.of(
                        "cause",
                        fault.getKey().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        "blame",
                        fault.getKey().blame().name().toLowerCase(Locale.ROOT),
                        "count",
                        fault.getValue())))
                .toList());
    }

    private static Html day(NodeHistory.Day day) {
        return DAY.fill(Map.of(
                "day",
                day.from().toString().substring(0, 10),
                "score",
                Format.percent(day.score().value()),
                "range",
                Format.range(day.score()),
                "n",
                day.score().n(),
                "latency",
                Format.duration(day.latency()),
                "cost",
                Format.perThousand(day.costPerRightAnswer().map(Charge::amount))));
    }
}
