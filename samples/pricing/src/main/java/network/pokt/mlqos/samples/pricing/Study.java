package network.pokt.mlqos.samples.pricing;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.price.MintBurnModel;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.price.ShannonTokenomics;

/** The sections and charts of docs/pricing.md, each made from the data. */
record Study(Data data) {

    /** The model that later sections take as their example, in billions of weights. */
    static final double EXAMPLE_SIZE = 8;

    /** No recorded file has the price of POKT: a round number to begin with, varied in the sensitivities. */
    static final MintBurnModel EXAMPLE_NETWORK =
            new MintBurnModel(ShannonTokenomics.recordedMainnet(), new BigDecimal("0.03"));

    Map<String, String> sections() {
        Map<String, String> sections = new LinkedHashMap<>();
        sections.put("cost", new CostPerCall(data).table());
        sections.put("flat", new FlatPrice(data).table());
        sections.put("serving", new ServingTable().table());
        sections.put("units", new UnitsPerRelay(data).table());
        sections.put("weighted", new WeightedUnits(data).table());
        sections.put("burn", new BurnAndMint(data).table());
        sections.put("sensitivity", new Sensitivity(data.conversations()).table());
        return sections;
    }

    Map<String, String> charts() {
        Map<String, String> charts = new LinkedHashMap<>();
        charts.put(
                "cost-per-call.svg",
                new CurveChart("Conversations", costs(data.conversations()), "Code", costs(data.code())).svg());
        charts.put("sensitivity.svg", new BarChart(new Sensitivity(data.conversations()).bars()).svg());
        return charts;
    }

    /** What each call costs the operator of the example model. */
    static Costs costs(List<Call> calls) {
        return costs(calls, ServingCost.ASSUMED.rate(EXAMPLE_SIZE));
    }

    static Costs costs(List<Call> calls, Rate rate) {
        return Costs.of(calls, call -> rate.cost(1, call.promptTokens(), call.completionTokens()));
    }
}
