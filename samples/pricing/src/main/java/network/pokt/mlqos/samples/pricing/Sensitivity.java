package network.pokt.mlqos.samples.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.price.MintBurnModel;

/** How a supplier's margin answers when one thing changes after the units per relay were declared to cover its cost. */
final class Sensitivity {

    private final List<Call> calls;
    private final long units;
    private final List<Bar> bars = new ArrayList<>();

    Sensitivity(List<Call> calls) {
        this.calls = calls;
        this.units = Study.EXAMPLE_NETWORK
                .computeUnitsToCover(cost(ServingCost.ASSUMED, 1), BigDecimal.ONE)
                .orElseThrow();
        MintBurnModel network = Study.EXAMPLE_NETWORK;
        long multiplier = network.network().computeUnitsToTokensMultiplier();
        ServingCost serving = ServingCost.ASSUMED;
        bar("price of POKT", "$ 0.015", network(usd("0.015")), "$ 0.06", network(usd("0.06")));
        bar(
                "utilisation of the accelerator",
                "15 %",
                cost(serving.withUtilisation(0.15)),
                "60 %",
                cost(serving.withUtilisation(0.6)));
        bar("answers written at a time", "4", cost(serving.withBatch(4)), "64", cost(serving.withBatch(64)));
        bar(
                "length of answers",
                "twice",
                margin(network, cost(serving, 2)),
                "half",
                margin(network, cost(serving, 0.5)));
        bar(
                "rent of the accelerator, per hour",
                "$ 3",
                cost(serving.withDollarsPerHour(3)),
                "$ 1.50",
                cost(serving.withDollarsPerHour(1.5)));
        bar("price of a compute unit", "- 20 %", units(multiplier * 8 / 10), "+ 20 %", units(multiplier * 12 / 10));
        bar("mint ratio", "0.9", minting("0.9"), "1", minting("1"));
        bar("suppliers' share", "0.75", sharing("0.75"), "0.835", sharing("0.835"));
    }

    String table() {
        Markdown table = new Markdown("what changes", "to", "margin", "to", "margin");
        for (Bar bar : bars) {
            table.row(
                    bar.name(),
                    bar.lowLabel(),
                    Markdown.percent(bar.low()),
                    bar.highLabel(),
                    Markdown.percent(bar.high()));
        }
        return table.toString();
    }

    List<Bar> bars() {
        return List.copyOf(bars);
    }

    private void bar(String name, String lowLabel, double low, String highLabel, double high) {
        bars.add(new Bar(name, lowLabel, low, highLabel, high));
    }

    private static MintBurnModel usd(String perPokt) {
        return Study.EXAMPLE_NETWORK.withUsdPerPokt(new BigDecimal(perPokt));
    }

    private double units(long multiplier) {
        return network(Study.EXAMPLE_NETWORK.withNetwork(
                Study.EXAMPLE_NETWORK.network().withMultiplier(multiplier)));
    }

    private double minting(String ratio) {
        return network(Study.EXAMPLE_NETWORK.withNetwork(
                Study.EXAMPLE_NETWORK.network().withMintRatio(new BigDecimal(ratio))));
    }

    private double sharing(String share) {
        return network(Study.EXAMPLE_NETWORK.withNetwork(
                Study.EXAMPLE_NETWORK.network().withSupplierShare(new BigDecimal(share))));
    }

    private double network(MintBurnModel network) {
        return margin(network, cost(ServingCost.ASSUMED, 1));
    }

    private double cost(ServingCost serving) {
        return margin(Study.EXAMPLE_NETWORK, cost(serving, 1));
    }

    /** The mean cost of a call whose answer is so many times as long as it was. */
    private BigDecimal cost(ServingCost serving, double answer) {
        var rate = serving.rate(Study.EXAMPLE_SIZE);
        return Costs.of(calls, call -> rate.cost(1, call.promptTokens(), Math.round(call.completionTokens() * answer)))
                .mean();
    }

    private double margin(MintBurnModel network, BigDecimal cost) {
        return Costs.ratio(network.supplierUsd(units), cost) - 1;
    }

    /** The margin at two values of one thing; at the value in between it is 0. */
    record Bar(String name, String lowLabel, double low, String highLabel, double high) {}
}
