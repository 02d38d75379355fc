package network.pokt.mlqos.samples.leaderboardsite.api;

import java.math.BigDecimal;
import java.time.Duration;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.Alarm;
import network.pokt.mlqos.profile.LatencyPercentiles;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.profile.TaskProfile;
import network.pokt.mlqos.samples.leaderboardsite.board.NodeCard;
import network.pokt.mlqos.samples.leaderboardsite.measure.NodeHistory;
import network.pokt.mlqos.samples.leaderboardsite.measure.RaisedAlarm;
import network.pokt.mlqos.stats.Estimate;
import network.pokt.mlqos.store.Finding;
import network.pokt.mlqos.store.Measurement;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The shapes that {@code openapi.json} describes. A number that is not known is left out. */
final class Shapes {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Shapes() {}

    static ObjectNode object() {
        return JSON.objectNode();
    }

    static ObjectNode line(NodeCard card) {
        ObjectNode json = id(object().put("place", card.place()), card.id());
        card.model().ifPresent(model -> json.put("model", model));
        card.operator().ifPresent(operator -> json.put("operator", operator));
        json.put("simulated", card.simulated());
        json.set("score", estimate(card.line().value()));
        json.putObject("rank")
                .put("best", card.line().rank().best())
                .put("worst", card.line().rank().worst());
        json.put("partial", card.line().partial());
        number(json, "answered", card.line().answered());
        card.line().service().latency().ifPresent(time -> json.put("latencyMillis", millis(time)));
        card.line().service().firstToken().ifPresent(time -> json.put("firstTokenMillis", millis(time)));
        card.costPerRightAnswer()
                .ifPresent(
                        cost -> json.put("currency", cost.currency()).put("costPerRightAnswer", plain(cost.amount())));
        return json.put("trust", card.profile().trust().name())
                .put("alarms", card.alarms().size())
                .put("move", card.move());
    }

    static ObjectNode node(NodeCard card) {
        ObjectNode json = line(card);
        NodeProfile profile = card.profile();
        ArrayNode tasks = json.putArray("tasks");
        for (String task : profile.tasks()) {
            profile.task(task).ifPresent(known -> tasks.add(task(task, known)));
        }
        json.set("reliability", estimate(profile.reliability()));
        ObjectNode faults = json.putObject("faults");
        profile.faults().forEach((cause, count) -> faults.put(cause.name(), count));
        profile.total().ifPresent(total -> json.set("latency", percentiles(total)));
        profile.firstToken().ifPresent(first -> json.set("firstToken", percentiles(first)));
        profile.perOutputToken().ifPresent(token -> json.set("perOutputToken", percentiles(token)));
        json.putObject("spent")
                .put("relays", profile.spend().relays())
                .put("promptTokens", profile.spend().promptTokens())
                .put("completionTokens", profile.spend().completionTokens());
        ArrayNode raised = json.putArray("raised");
        card.alarms().forEach(alarm -> raised.add(alarm(alarm)));
        return json;
    }

    private static ObjectNode task(String name, TaskProfile known) {
        ObjectNode json = object().put("task", name);
        json.set("score", estimate(known.accuracy()));
        json.set("scoreOfAnswered", estimate(known.ofAnswered()));
        return json.put("latest", known.latest().toString()).put("enough", known.enough());
    }

    static ObjectNode alarm(RaisedAlarm raised) {
        Alarm alarm = raised.alarm();
        return id(object(), raised.node())
                .put("kind", alarm.kind().name())
                .put("since", alarm.since().toString())
                .put("raised", raised.raised().toString())
                .put("evidence", alarm.evidence())
                .put("detail", alarm.detail());
    }

    static ObjectNode day(NodeHistory.Day day) {
        ObjectNode json = object().put("from", day.from().toString());
        json.set("score", estimate(day.score()));
        json.put("answered", day.answered());
        day.latency().ifPresent(time -> json.put("latencyMillis", millis(time)));
        day.costPerRightAnswer()
                .ifPresent(
                        cost -> json.put("currency", cost.currency()).put("costPerRightAnswer", plain(cost.amount())));
        return json;
    }

    static ObjectNode measurement(Measurement measurement) {
        ObjectNode json = object().put("id", measurement.id())
                .put("task", measurement.task())
                .put("sample", measurement.sample())
                .put("at", measurement.at().toString());
        if (measurement.finding() instanceof Finding.Scored scored) {
            ObjectNode values = json.putObject("values");
            scored.values().forEach(values::put);
        } else if (measurement.finding() instanceof Finding.Failed failed) {
            json.put("failed", failed.cause().name());
        }
        measurement.total().ifPresent(time -> json.put("latencyMillis", millis(time)));
        measurement
                .charge()
                .ifPresent(charge -> json.put("currency", charge.currency()).put("cost", plain(charge.amount())));
        return json.put("relays", measurement.spend().relays());
    }

    private static ObjectNode id(ObjectNode json, NodeId id) {
        return json.put("service", id.service()).put("supplier", id.supplier());
    }

    private static ObjectNode estimate(Estimate estimate) {
        ObjectNode json = object();
        number(json, "value", estimate.value());
        number(json, "lower", estimate.interval().lower());
        number(json, "upper", estimate.interval().upper());
        return json.put("n", estimate.n());
    }

    private static ObjectNode percentiles(LatencyPercentiles percentiles) {
        return object().put("n", percentiles.n())
                .put("p50Millis", millis(percentiles.p50()))
                .put("p90Millis", millis(percentiles.p90()))
                .put("p95Millis", millis(percentiles.p95()))
                .put("p99Millis", millis(percentiles.p99()));
    }

    private static void number(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) {
            json.put(name, value);
        }
    }

    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / 1e4) / 1e2;
    }

    /** Money is a text, so that no reader makes a binary fraction of it. */
    private static String plain(BigDecimal amount) {
        return amount.stripTrailingZeros().toPlainString();
    }
}
