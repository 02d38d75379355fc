package network.pokt.mlqos.samples.pricing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import network.pokt.mlqos.price.ComputeUnits;
import network.pokt.mlqos.price.MintBurnModel;
import network.pokt.mlqos.price.Rate;

/** What would change if compute units grew with the tokens of a call instead of being the same for each relay. */
record WeightedUnits(Data data) {

    private static final Rate COST = ServingCost.ASSUMED.rate(Study.EXAMPLE_SIZE);
    /** What a token written costs in tokens read in OpenAI's price list. */
    private static final long CUSTOMARY_RATIO = 4;

    private static final MintBurnModel NETWORK = Study.EXAMPLE_NETWORK;

    String table() {
        Markdown table = new Markdown(
                "units of a relay",
                "income / cost, all calls",
                "5 % of calls below",
                "median call",
                "5 % of calls above",
                "dearest 1 % of calls",
                "cheaper half of calls");
        List<Call> calls = data.together();
        long flat = NETWORK.computeUnitsToCover(Study.costs(calls).mean(), BigDecimal.ONE)
                .orElseThrow();
        row(table, Markdown.whole(flat) + " each", relays(calls, call -> flat));
        long conversation = NETWORK.computeUnitsToCover(
                        Study.costs(data.conversations()).mean(), BigDecimal.ONE)
                .orElseThrow();
        long code = NETWORK.computeUnitsToCover(Study.costs(data.code()).mean(), BigDecimal.ONE)
                .orElseThrow();
        row(
                table,
                Markdown.whole(conversation) + " a conversation, " + Markdown.whole(code) + " a completion of code",
                Stream.concat(relays(data.conversations(), call -> conversation), relays(data.code(), call -> code)));
        weighted(table, calls, customary(calls));
        weighted(
                table,
                calls,
                new ComputeUnits(
                        0, perThousand(COST.perMillionPromptTokens()), perThousand(COST.perMillionCompletionTokens())));
        return table.toString();
    }

    private static void weighted(Markdown table, List<Call> calls, ComputeUnits units) {
        row(
                table,
                Markdown.whole(units.perThousandPromptTokens()) + " per thousand tokens in, "
                        + Markdown.whole(units.perThousandCompletionTokens()) + " out",
                relays(calls, call -> units.of(call.promptTokens(), call.completionTokens())));
    }

    /** Weights that cover the cost of all calls together, with the ratio of most price lists instead of the true one. */
    private static ComputeUnits customary(List<Call> calls) {
        long weight = calls.stream()
                .mapToLong(call -> call.promptTokens() + CUSTOMARY_RATIO * call.completionTokens())
                .sum();
        BigDecimal perThousand =
                Study.costs(calls).sum().movePointRight(3).divide(BigDecimal.valueOf(weight), MathContext.DECIMAL64);
        long units = NETWORK.computeUnitsToCover(perThousand, BigDecimal.ONE).orElseThrow();
        return new ComputeUnits(0, units, CUSTOMARY_RATIO * units);
    }

    private static long perThousand(BigDecimal dollarsPerMillion) {
        return NETWORK.computeUnitsToCover(dollarsPerMillion.movePointLeft(3), BigDecimal.ONE)
                .orElseThrow();
    }

    private static Stream<Relay> relays(List<Call> calls, ToLongFunction<Call> units) {
        BigDecimal perUnit = NETWORK.supplierUsd(1);
        return calls.stream()
                .map(call -> new Relay(
                        COST.cost(1, call.promptTokens(), call.completionTokens()),
                        perUnit.multiply(BigDecimal.valueOf(units.applyAsLong(call)))));
    }

    private static void row(Markdown table, String name, Stream<Relay> all) {
        List<Relay> relays = all.sorted(Comparator.comparing(Relay::cost)).toList();
        Costs covered = new Costs(relays.stream().map(Relay::covered).toList());
        table.row(
                name,
                Markdown.times(covered(relays)),
                Markdown.times(covered.quantile(0.05).doubleValue()),
                Markdown.times(covered.median().doubleValue()),
                Markdown.times(covered.quantile(0.95).doubleValue()),
                Markdown.times(covered(relays.subList((int) Math.round(relays.size() * 0.99), relays.size()))),
                Markdown.times(covered(relays.subList(0, relays.size() / 2))));
    }

    private static double covered(List<Relay> relays) {
        BigDecimal cost = relays.stream().map(Relay::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal income = relays.stream().map(Relay::income).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Costs.ratio(income, cost);
    }

    /** What a supplier pays for a relay and gets for it, in dollars. */
    private record Relay(BigDecimal cost, BigDecimal income) {

        BigDecimal covered() {
            return income.divide(cost, 12, RoundingMode.HALF_EVEN);
        }
    }
}
