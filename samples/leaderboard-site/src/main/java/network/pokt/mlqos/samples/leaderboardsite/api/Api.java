package network.pokt.mlqos.samples.leaderboardsite.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.samples.leaderboardsite.board.NodeCard;
import network.pokt.mlqos.samples.leaderboardsite.board.View;
import network.pokt.mlqos.samples.leaderboardsite.measure.NodeHistory;
import network.pokt.mlqos.samples.leaderboardsite.measure.RaisedAlarm;
import network.pokt.mlqos.samples.leaderboardsite.web.AnswerCache;
import network.pokt.mlqos.samples.leaderboardsite.web.HttpProblem;
import network.pokt.mlqos.samples.leaderboardsite.web.Request;
import network.pokt.mlqos.samples.leaderboardsite.web.Response;
import network.pokt.mlqos.samples.leaderboardsite.web.Routes;
import network.pokt.mlqos.store.Page;
import network.pokt.mlqos.store.Position;
import network.pokt.mlqos.store.Query;
import network.pokt.mlqos.store.ResultStore;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The status API: what the pages show, for programs. Thread-safe. */
public final class Api {

    private static final String PROBLEM = "application/problem+json";
    private static final int STANDARD_LIMIT = 50;
    private static final int MOST = 200;
    private static final int MOST_DAYS = 366;

    private final Supplier<View> view;
    private final ResultStore store;
    private final JsonMapper json = new JsonMapper();

    /** Begins with what says what is public now, and where single measurements are. */
    public Api(Supplier<View> view, ResultStore store) {
        this.view = view;
        this.store = store;
    }

    /** Adds the API's addresses. */
    public void on(Routes routes, AnswerCache cache) {
        routes.on("/api/v1/status", cache.keeping(this::status))
                .on("/api/v1/board", cache.keeping(this::board))
                .on("/api/v1/alarms", cache.keeping(this::alarms))
                .on("/api/v1/nodes/*/*", cache.keeping(this::node))
                .on("/api/v1/nodes/*/*/history", cache.keeping(this::history))
                .on("/api/v1/nodes/*/*/measurements", cache.keeping(this::measurements));
    }

    private Response status(Request request) {
        View now = view.get();
        ObjectNode body = Shapes.object()
                .put("asOf", now.asOf().toString())
                .put("nodes", now.nodes().size())
                .put("measurements", now.measurements());
        ArrayNode services = body.putArray("services");
        now.boards().keySet().forEach(services::add);
        return ok(body);
    }

    private Response board(Request request) {
        View now = view.get();
        String service = request.parameter("service")
                .orElseGet(() -> now.boards().keySet().stream().findFirst().orElse(""));
        int limit = request.number("limit", STANDARD_LIMIT, 1, MOST);
        int after = request.number("after", 0, 0, Integer.MAX_VALUE);
        List<NodeCard> cards = now.board(service);
        ObjectNode body = Shapes.object().put("asOf", now.asOf().toString()).put("service", service);
        ArrayNode nodes = body.putArray("nodes");
        int end = Math.min(cards.size(), after + limit);
        for (int i = after; i < end; i++) {
            nodes.add(Shapes.line(cards.get(i)));
        }
        if (end < cards.size()) {
            body.put("next", "/api/v1/board?service=" + encoded(service) + "&limit=" + limit + "&after=" + end);
        }
        return ok(body);
    }

    private Response alarms(Request request) {
        View now = view.get();
        int limit = request.number("limit", STANDARD_LIMIT, 1, MOST);
        int after = request.number("after", 0, 0, Integer.MAX_VALUE);
        List<RaisedAlarm> all = now.alarms();
        ObjectNode body = Shapes.object().put("asOf", now.asOf().toString());
        ArrayNode alarms = body.putArray("alarms");
        int end = Math.min(all.size(), after + limit);
        for (int i = after; i < end; i++) {
            alarms.add(Shapes.alarm(all.get(i)));
        }
        if (end < all.size()) {
            body.put("next", "/api/v1/alarms?limit=" + limit + "&after=" + end);
        }
        return ok(body);
    }

    private Response node(Request request) {
        View now = view.get();
        return ok(Shapes.node(card(now, request)).put("asOf", now.asOf().toString()));
    }

    private Response history(Request request) {
        View now = view.get();
        NodeId id = card(now, request).id();
        int days = request.number("days", 30, 1, MOST_DAYS);
        ObjectNode body = Shapes.object().put("service", id.service()).put("supplier", id.supplier());
        ArrayNode array = body.putArray("days");
        NodeHistory.of(store, id, now.asOf().minus(Duration.ofDays(days - 1L)))
                .days()
                .forEach(day -> array.add(Shapes.day(day)));
        return ok(body);
    }

    private Response measurements(Request request) {
        NodeId id = card(view.get(), request).id();
        int limit = request.number("limit", STANDARD_LIMIT, 1, MOST);
        Query.Builder query = Query.builder().node(id).newestFirst().limit(limit);
        request.parameter("task").ifPresent(query::task);
        request.parameter("after").map(Api::position).ifPresent(query::after);
        Page page = store.page(query.build());
        ObjectNode body = Shapes.object().put("service", id.service()).put("supplier", id.supplier());
        ArrayNode array = body.putArray("measurements");
        page.measurements().forEach(measurement -> array.add(Shapes.measurement(measurement)));
        page.next().ifPresent(place -> body.put("next", next(id, request, limit, place)));
        return ok(body);
    }

    private static String next(NodeId id, Request request, int limit, Position place) {
        return "/api/v1/nodes/" + encoded(id.service()) + "/" + encoded(id.supplier()) + "/measurements?limit=" + limit
                + request.parameter("task")
                        .map(task -> "&task=" + encoded(task))
                        .orElse("")
                + "&after=" + encoded(place.at() + "~" + place.id());
    }

    private static Position position(String text) {
        int mark = text.indexOf('~');
        try {
            return new Position(Instant.parse(text.substring(0, Math.max(0, mark))), text.substring(mark + 1));
        } catch (DateTimeException e) {
            throw HttpProblem.badRequest("The parameter after is taken from the next of another page.");
        }
    }

    private static NodeCard card(View now, Request request) {
        String service = request.segments().get(3);
        String supplier = request.segments().get(4);
        if (service.isBlank() || supplier.isBlank()) {
            throw HttpProblem.notFound("A node has a service and a supplier.");
        }
        return now.node(new NodeId(supplier, service))
                .orElseThrow(() -> HttpProblem.notFound("No such node is known, see /api/v1/board."));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private Response ok(ObjectNode body) {
        return Response.of(Response.JSON, json.writeValueAsBytes(body));
    }

    /** Returns what went wrong in the one shape that all errors of the API have (RFC 9457). */
    public Response problem(HttpProblem problem) {
        return Response.of(
                problem.status(),
                PROBLEM,
                json.writeValueAsString(Shapes.object()
                        .put("type", "about:blank")
                        .put("title", HttpProblem.title(problem.status()))
                        .put("status", problem.status())
                        .put("detail", problem.detail())));
    }
}
