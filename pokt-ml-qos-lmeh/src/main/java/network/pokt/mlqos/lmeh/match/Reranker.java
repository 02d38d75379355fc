package network.pokt.mlqos.lmeh.match;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Closeness by a reranker, which reads answer and candidate together.
 *
 * @param endpoint where it is
 * @param api how it is spoken to
 * @param model its name there
 * @param wording how texts are put to it
 * @param instruction what it is to look for
 */
public record Reranker(JsonEndpoint endpoint, Api api, String model, Wording wording, String instruction)
        implements Closeness {

    /** Interfaces of rerankers. */
    public enum Api {
        /** {@code POST /v1/rerank} of vLLM, Jina and Cohere. */
        VLLM("/v1/rerank", "documents", "relevance_score"),
        /** {@code POST /rerank} of text-embeddings-inference. */
        TEI("/rerank", "texts", "score");

        private final String path;
        private final String candidates;
        private final String score;

        Api(String path, String candidates, String score) {
            this.path = path;
            this.candidates = candidates;
            this.score = score;
        }
    }

    /** Returns a reranker served by vLLM. */
    public static Reranker vllm(JsonEndpoint endpoint, String model, Wording wording) {
        return new Reranker(endpoint, Api.VLLM, model, wording, Wording.INSTRUCTION);
    }

    @Override
    public double[] of(String answer, List<String> candidates) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("model", model);
        request.put("query", wording.answer(answer, instruction));
        request.put(
                api.candidates,
                candidates.stream()
                        .map(each -> wording.candidate(each, instruction))
                        .toList());
        JsonNode response =
                Answers.parse(endpoint.post(api.path, JsonMapper.shared().writeValueAsString(request)));
        return Answers.byIndex(api == Api.TEI ? response : response.path("results"), api.score, candidates.size());
    }
}
