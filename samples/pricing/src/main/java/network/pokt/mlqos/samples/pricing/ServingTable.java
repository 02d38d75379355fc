package network.pokt.mlqos.samples.pricing;

import network.pokt.mlqos.price.Rate;

/** What a million tokens cost the operator of a model of some size, by the assumptions of {@link ServingCost}. */
record ServingTable() {

    /** Dense models in billions of weights: about what Qwen2.5 and Llama 3 come in. */
    static final double[] SIZES = {1.5, 8, 32, 70, 405};

    String table() {
        Markdown table = new Markdown("weights", "a million tokens read", "a million tokens written", "ratio");
        for (double size : SIZES) {
            Rate rate = ServingCost.ASSUMED.rate(size);
            table.row(
                    billions(size),
                    Markdown.dollars(rate.perMillionPromptTokens()),
                    Markdown.dollars(rate.perMillionCompletionTokens()),
                    Markdown.times(Costs.ratio(rate.perMillionCompletionTokens(), rate.perMillionPromptTokens())));
        }
        return table.toString();
    }

    static String billions(double size) {
        return (size == Math.rint(size) ? Long.toString((long) size) : Double.toString(size)) + " B";
    }
}
