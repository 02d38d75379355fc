package network.pokt.mlqos.samples.pricing;

import java.math.BigDecimal;
import java.util.List;

/** How far one price for every relay, the mean, is from what the relays cost. */
record FlatPrice(Data data) {

    private static final BigDecimal TWICE = new BigDecimal("2");
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final BigDecimal CLOSE_BELOW = new BigDecimal("0.75");
    private static final BigDecimal CLOSE_ABOVE = new BigDecimal("1.25");

    String table() {
        Markdown table = new Markdown(
                "service",
                "flat price",
                "cost within 25 % of it",
                "cost below half of it",
                "cost above twice",
                "part of the cost in the dearest 1 %",
                "money moved between callers",
                "margin on the cheaper half");
        row(table, "8 B, conversations", data.conversations());
        row(table, "8 B, code", data.code());
        row(table, "8 B, both in one service", data.together());
        return table.toString();
    }

    private static void row(Markdown table, String name, List<Call> calls) {
        Costs costs = Study.costs(calls);
        BigDecimal flat = costs.mean();
        table.row(
                name,
                Markdown.dollars(flat),
                Markdown.percent(
                        costs.share(cost -> between(cost, flat.multiply(CLOSE_BELOW), flat.multiply(CLOSE_ABOVE)))),
                Markdown.percent(costs.share(cost -> cost.compareTo(flat.multiply(HALF)) < 0)),
                Markdown.percent(costs.share(cost -> cost.compareTo(flat.multiply(TWICE)) > 0)),
                Markdown.percent(costs.dearest(0.01)),
                Markdown.percent(costs.moved()),
                Markdown.percent(Costs.ratio(flat, costs.meanOfCheapest(0.5)) - 1));
    }

    private static boolean between(BigDecimal cost, BigDecimal low, BigDecimal high) {
        return cost.compareTo(low) >= 0 && cost.compareTo(high) <= 0;
    }
}
