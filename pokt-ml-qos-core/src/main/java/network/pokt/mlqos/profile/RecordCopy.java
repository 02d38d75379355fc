package network.pokt.mlqos.profile;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.price.TokenClaim;

/** Everything of one node as it is moved from book to book and to disk. */
record RecordCopy(
        NodeId id,
        Instant at,
        Map<String, List<ItemScore>> samples,
        Traffic traffic,
        List<int[]> bills,
        List<Alarm> alarms,
        Spend spend) {

    RecordCopy(NodeId id, NodeRecord node, Tasks tasks, Instant now) {
        this(
                id,
                node.lastWritten(),
                samples(node, tasks, now),
                node.traffic(now),
                node.bills(),
                node.alarms(),
                node.spend());
    }

    private static Map<String, List<ItemScore>> samples(NodeRecord node, Tasks tasks, Instant now) {
        Map<String, List<ItemScore>> samples = new LinkedHashMap<>();
        for (String task : tasks.names()) {
            List<ItemScore> scores = node.scores(task, now);
            if (!scores.isEmpty()) {
                samples.put(task, scores);
            }
        }
        return samples;
    }

    /** Returns this copy as if it had been written no later than {@code latest}. */
    RecordCopy until(Instant latest) {
        return new RecordCopy(id, latest, samples, traffic, bills, alarms, spend);
    }

    /** Adds all of it to a record. */
    void into(NodeRecord node) {
        samples.forEach((task, scores) -> scores.forEach(
                sample -> node.sample(task, sample.item(), sample.at(), sample.score(), sample.failed())));
        if (traffic.relays() > 0) {
            node.addTraffic(traffic, at);
        }
        bills.forEach(pair -> node.bill(TokenClaim.of(pair[0], pair[1]), at));
        node.spent(spend, at);
        for (Alarm alarm : alarms) {
            boolean stronger = node.alarms().stream()
                    .noneMatch(known -> known.kind() == alarm.kind() && known.evidence() >= alarm.evidence());
            if (stronger) {
                node.raise(alarm);
            }
        }
    }
}
