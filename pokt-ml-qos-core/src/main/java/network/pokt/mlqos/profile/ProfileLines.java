package network.pokt.mlqos.profile;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.stats.LatencyDigest;
import network.pokt.mlqos.transport.FaultCause;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a book spells a node: one JSON object a line, where samples are arrays of item, second, score, and 1 if failed. */
final class ProfileLines {

    private static final String FORMAT = "pokt-ml-qos profile 1";
    private static final JsonMapper MAPPER = new JsonMapper();

    private ProfileLines() {}

    static String line(RecordCopy copy) {
        ObjectNode line = MAPPER.createObjectNode().put("format", FORMAT);
        line.put("supplier", copy.id().supplier()).put("service", copy.id().service());
        line.put("at", copy.at().toString());
        ObjectNode samples = line.putObject("samples");
        copy.samples().forEach((task, scores) -> {
            ArrayNode list = samples.putArray(task);
            scores.forEach(sample -> {
                ArrayNode entry =
                        list.addArray().add(sample.item()).add(sample.at().getEpochSecond());
                entry.add(sample.score()).add(sample.failed() ? 1 : 0);
            });
        });
        writeTraffic(line.putObject("relays"), copy.traffic());
        ArrayNode bills = line.putArray("bills");
        copy.bills().forEach(pair -> bills.addArray().add(pair[0]).add(pair[1]));
        ArrayNode alarms = line.putArray("alarms");
        for (Alarm alarm : copy.alarms()) {
            // JSON has no infinity; the largest double is as convincing.
            alarms.addObject()
                    .put("kind", alarm.kind().name())
                    .put("since", alarm.since().toString())
                    .put("evidence", Math.min(alarm.evidence(), Double.MAX_VALUE))
                    .put("detail", alarm.detail());
        }
        Spend spend = copy.spend();
        line.putArray("spend").add(spend.relays()).add(spend.promptTokens()).add(spend.completionTokens());
        return MAPPER.writeValueAsString(line) + "\n";
    }

    private static void writeTraffic(ObjectNode out, Traffic traffic) {
        out.put("answered", traffic.answered);
        ObjectNode faults = out.putObject("faults");
        traffic.faults.forEach((cause, count) -> faults.put(cause.name(), count));
        writeDigest(out.putArray("firstToken"), traffic.firstToken);
        writeDigest(out.putArray("perOutputToken"), traffic.perOutputToken);
        writeDigest(out.putArray("total"), traffic.total);
        ArrayNode lengths = out.putArray("lengths");
        for (double term : traffic.lengths.terms()) {
            lengths.add(term);
        }
    }

    private static void writeDigest(ArrayNode out, LatencyDigest digest) {
        digest.forEach((nanos, times) -> out.addArray().add(nanos).add(times));
    }

    static void read(Reader reader, Instant now, Consumer<RecordCopy> copies) throws IOException {
        BufferedReader lines = new BufferedReader(reader);
        int number = 0;
        for (String line; (line = lines.readLine()) != null; ) {
            number++;
            RecordCopy copy;
            try {
                copy = parse(MAPPER.readTree(line));
            } catch (JacksonException | IllegalArgumentException | DateTimeException e) {
                throw new IllegalArgumentException(
                        "Line " + number + " of the profiles is not what a profile book writes: " + e.getMessage(), e);
            }
            // A clock that ran ahead elsewhere must not keep anything alive here for longer than its time.
            copies.accept(copy.at().isAfter(now) ? copy.until(now) : copy);
        }
    }

    private static RecordCopy parse(JsonNode line) {
        if (!FORMAT.equals(line.path("format").asString(""))) {
            throw new IllegalArgumentException("it is no " + FORMAT);
        }
        Map<String, List<ItemScore>> samples = new LinkedHashMap<>();
        line.path("samples").forEachEntry((task, list) -> {
            List<ItemScore> scores = new ArrayList<>();
            list.forEach(entry -> scores.add(new ItemScore(
                    entry.path(0).asInt(),
                    Instant.ofEpochSecond(entry.path(1).asLong()),
                    entry.path(2).asDouble(),
                    entry.path(3).asInt() == 1)));
            samples.put(task, scores);
        });
        List<int[]> bills = new ArrayList<>();
        line.path("bills")
                .forEach(pair ->
                        bills.add(new int[] {pair.path(0).asInt(), pair.path(1).asInt()}));
        List<Alarm> alarms = new ArrayList<>();
        line.path("alarms")
                .forEach(alarm -> alarms.add(new Alarm(
                        Alarm.Kind.valueOf(alarm.path("kind").asString("")),
                        Instant.parse(alarm.path("since").asString("")),
                        alarm.path("evidence").asDouble(),
                        alarm.path("detail").asString(""))));
        JsonNode spend = line.path("spend");
        return new RecordCopy(
                new NodeId(
                        line.path("supplier").asString(""), line.path("service").asString("")),
                Instant.parse(line.path("at").asString("")),
                samples,
                traffic(line.path("relays")),
                bills,
                alarms,
                new Spend(
                        spend.path(0).asLong(),
                        spend.path(1).asLong(),
                        spend.path(2).asLong()));
    }

    private static Traffic traffic(JsonNode relays) {
        Traffic traffic = new Traffic();
        traffic.answered = relays.path("answered").asLong();
        relays.path("faults")
                .forEachEntry((cause, count) -> traffic.faults.put(FaultCause.valueOf(cause), count.asLong()));
        readDigest(relays.path("firstToken"), traffic.firstToken);
        readDigest(relays.path("perOutputToken"), traffic.perOutputToken);
        readDigest(relays.path("total"), traffic.total);
        traffic.lengths.addTerms(relays.path("lengths")
                .valueStream()
                .mapToDouble(JsonNode::asDouble)
                .toArray());
        return traffic;
    }

    private static void readDigest(JsonNode pairs, LatencyDigest digest) {
        pairs.forEach(pair -> digest.record(pair.path(0).asLong(), pair.path(1).asInt()));
    }
}
