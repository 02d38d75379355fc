package network.pokt.mlqos.route.sim;

/** Who is compared. */
enum Contender {
    ROUTER("this router"),
    HEDGING("this router, hedging 3 %"),
    LEXICOGRAPHIC("this router, lexicographic"),
    MULTIPLICATIVE("this router, multiplicative"),
    ROUND_ROBIN("round robin"),
    RANDOM("random"),
    LEAST_IN_FLIGHT("least in flight"),
    PEAK_EWMA("P2C peak EWMA"),
    PATH("PATH's tiers (our port)"),
    LITELLM("LiteLLM's latency (our port)"),
    LITELLM_MENDED("LiteLLM's latency, window mended"),
    OPENROUTER("OpenRouter's default (our port)"),
    BEST_STATIC("oracle: best fixed split"),
    CLAIRVOYANT("oracle: clairvoyant");

    final String title;

    Contender(String title) {
        this.title = title;
    }
}
