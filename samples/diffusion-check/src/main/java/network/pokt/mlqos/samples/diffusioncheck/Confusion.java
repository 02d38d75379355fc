package network.pokt.mlqos.samples.diffusioncheck;

import java.util.EnumMap;
import java.util.Map;

/** How often a node of each behaviour was taken for each. */
final class Confusion {

    private final Map<Behaviour, Map<Behaviour, Integer>> counts = new EnumMap<>(Behaviour.class);

    void add(Behaviour truth, Behaviour verdict) {
        counts.computeIfAbsent(truth, key -> new EnumMap<>(Behaviour.class)).merge(verdict, 1, Integer::sum);
    }

    int wrong() {
        return counts.entrySet().stream()
                .flatMap(row -> row.getValue().entrySet().stream()
                        .filter(cell -> cell.getKey() != row.getKey())
                        .map(Map.Entry::getValue))
                .mapToInt(Integer::intValue)
                .sum();
    }

    /** Returns a line for each behaviour and what it was taken for. */
    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        counts.forEach((truth, verdicts) -> lines.append(String.format("%-22s taken for %s%n", truth, verdicts)));
        return lines.toString();
    }
}
