package network.pokt.mlqos.samples.pricing;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;
import network.pokt.mlqos.price.ShannonTokenomics;

/** The compute units per relay that a service should declare so that its suppliers' income covers their cost. */
record UnitsPerRelay(Data data) {

    private static final List<String> PRICES = List.of("0.01", "0.03", "0.1");

    String table() {
        Markdown table = new Markdown("service", "cost per call", "units at $ 0.01 per POKT", "at $ 0.03", "at $ 0.10");
        for (double size : ServingTable.SIZES) {
            row(table, size, "conversations", data.conversations());
            row(table, size, "code", data.code());
        }
        return table + "\nA service may declare " + Markdown.whole(ShannonTokenomics.MAX_COMPUTE_UNITS_PER_RELAY)
                + " units at most.\n";
    }

    private static void row(Markdown table, double size, String kind, List<Call> calls) {
        BigDecimal cost = Study.costs(calls, ServingCost.ASSUMED.rate(size)).mean();
        String[] cells = new String[PRICES.size() + 2];
        cells[0] = ServingTable.billions(size) + ", " + kind;
        cells[1] = Markdown.dollars(cost);
        for (int i = 0; i < PRICES.size(); i++) {
            OptionalLong units = Study.EXAMPLE_NETWORK
                    .withUsdPerPokt(new BigDecimal(PRICES.get(i)))
                    .computeUnitsToCover(cost, BigDecimal.ONE);
            cells[i + 2] = units.isPresent() ? Markdown.whole(units.getAsLong()) : "more than allowed";
        }
        table.row(cells);
    }
}
