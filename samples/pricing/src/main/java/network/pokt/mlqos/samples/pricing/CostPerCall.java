package network.pokt.mlqos.samples.pricing;

import java.util.List;
import network.pokt.mlqos.price.ModelPrice;

/** What the calls of the traces would have cost at the prices of some models. */
record CostPerCall(Data data) {

    /** Dear and cheap, with answers that cost 2 to 8 times as much as prompts. */
    private static final List<String> MODELS =
            List.of("gpt-4.1-nano", "gpt-4o-mini", "deepseek-chat", "gemini-2.5-flash", "gpt-4o", "claude-sonnet-4-5");

    String table() {
        Markdown table = new Markdown(
                "model, calls",
                "median",
                "mean",
                "95 %",
                "99 %",
                "dearest",
                "dearest / median",
                "dearest / cheapest",
                "prompts' part");
        for (String model : MODELS) {
            ModelPrice price = data.prices().model(model).orElseThrow();
            row(table, model + ", conversations", data.conversations(), price);
            row(table, model + ", code", data.code(), price);
        }
        return table.toString();
    }

    static Costs costs(List<Call> calls, ModelPrice price) {
        return Costs.of(
                calls, call -> price.rate(call.promptTokens()).cost(1, call.promptTokens(), call.completionTokens()));
    }

    private static void row(Markdown table, String name, List<Call> calls, ModelPrice price) {
        Costs costs = costs(calls, price);
        Costs prompts = Costs.of(calls, call -> price.rate(call.promptTokens()).cost(1, call.promptTokens(), 0));
        table.row(
                name,
                Markdown.dollars(costs.median()),
                Markdown.dollars(costs.mean()),
                Markdown.dollars(costs.quantile(0.95)),
                Markdown.dollars(costs.quantile(0.99)),
                Markdown.dollars(costs.largest()),
                Markdown.times(Costs.ratio(costs.largest(), costs.median())),
                Markdown.times(Costs.ratio(costs.largest(), costs.rising().get(0))),
                Markdown.percent(Costs.ratio(prompts.sum(), costs.sum())));
    }
}
