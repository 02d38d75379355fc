package network.pokt.mlqos.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;

/**
 * Spreads asks over relays: takes each ask apart, puts the parts into batches, and the replies together again.
 *
 * @param batchSize the most parts in one relay, at least 1
 */
record Spreading(int batchSize) {

    Relays of(List<Ask> asks, Function<Ask, List<Ask>> apart) {
        List<Ask> parts = new ArrayList<>();
        List<Integer> counts = new ArrayList<>();
        for (Ask ask : asks) {
            List<Ask> ofOne = apart.apply(ask);
            parts.addAll(ofOne);
            counts.add(ofOne.size());
        }
        boolean whole = parts.size() == asks.size();
        if (batchSize == 1) {
            return whole ? Relays.oneEach(parts) : new Relays(parts, replies -> joined(replies, counts));
        }
        return new Relays(batches(parts), replies -> joined(unpacked(replies), counts));
    }

    private List<Ask> batches(List<Ask> parts) {
        List<Ask> batches = new ArrayList<>();
        int from = 0;
        while (from < parts.size()) {
            int to = from + 1;
            while (to < parts.size() && to - from < batchSize && together(parts.get(from), parts.get(to))) {
                to++;
            }
            batches.add(new Ask.Batch(parts.subList(from, to)));
            from = to;
        }
        return batches;
    }

    /** Generations go together if they have the same parameters; log-likelihoods have none. */
    private static boolean together(Ask first, Ask second) {
        if (first instanceof Ask.Generate a && second instanceof Ask.Generate b) {
            return a.generation().equals(b.generation());
        }
        return !(first instanceof Ask.Generate) && !(second instanceof Ask.Generate);
    }

    private static List<Reply> unpacked(List<Reply> batches) {
        return batches.stream()
                .flatMap(batch -> ((Reply.Batch) batch).replies().stream())
                .toList();
    }

    private static List<Reply> joined(List<Reply> parts, List<Integer> counts) {
        List<Reply> joined = new ArrayList<>(counts.size());
        int from = 0;
        for (int count : counts) {
            joined.add(count == 1 ? parts.get(from) : RollingWindows.sum(parts.subList(from, from + count)));
            from += count;
        }
        return joined;
    }
}
