package network.pokt.mlqos.samples.lmehcli;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.lmeh.match.Closeness;
import network.pokt.mlqos.lmeh.match.Embeddings;
import network.pokt.mlqos.lmeh.match.JsonEndpoint;
import network.pokt.mlqos.lmeh.match.MeaningMatch;
import network.pokt.mlqos.lmeh.match.Reranker;
import network.pokt.mlqos.lmeh.match.Wording;

/** The reranker or embeddings of one's own that answers are matched by. */
record MatchOptions(Arguments arguments) {

    static final Set<String> NAMES =
            Set.of("--match_url", "--match_model", "--match_api", "--match_wording", "--match_timeout");

    private static final Map<String, Wording> WORDINGS = Map.of(
            "plain", Wording.PLAIN,
            "instruct", Wording.EMBEDDING_WITH_INSTRUCTION,
            "qwen3-reranker", Wording.QWEN3_RERANKER);

    private static final int DEFAULT_TIMEOUT_SECONDS = 60;

    /** Returns who says how near texts are, if somebody is named. */
    Optional<MeaningMatch> match() {
        return arguments.text("--match_url").map(url -> MeaningMatch.by(closeness(URI.create(url))));
    }

    private Closeness closeness(URI address) {
        Duration timeout = Duration.ofSeconds(arguments.whole("--match_timeout", 1, DEFAULT_TIMEOUT_SECONDS));
        JsonEndpoint endpoint = JsonEndpoint.at(address, System.getenv("MATCH_API_KEY"), timeout);
        String model = arguments.required("--match_model");
        String api = arguments.text("--match_api", "vllm");
        return switch (api) {
            case "vllm" -> Reranker.vllm(endpoint, model, wording());
            case "tei" -> new Reranker(endpoint, Reranker.Api.TEI, model, wording(), Wording.INSTRUCTION);
            case "embeddings" -> Embeddings.of(endpoint, model, wording());
            default ->
                throw new IllegalArgumentException(
                        "The option --match_api is '" + api + "'; give vllm, tei or embeddings.");
        };
    }

    private Wording wording() {
        String name = arguments.text("--match_wording", "plain");
        Wording wording = WORDINGS.get(name);
        if (wording == null) {
            throw new IllegalArgumentException("The option --match_wording is '" + name + "'; give one of "
                    + WORDINGS.keySet().stream().sorted().toList() + ".");
        }
        return wording;
    }
}
