package network.pokt.mlqos.route;

import network.pokt.mlqos.inference.InferenceRequest;
import network.pokt.mlqos.token.TokenCounter;

/** Guesses how big a request and an answer are. */
final class AskSizes {

    private static final int CHARACTERS_PER_TOKEN = 4;

    private AskSizes() {}

    static RequestSize of(InferenceRequest request, TokenCounter counter) {
        long usual = RequestSize.USUAL.completionTokens();
        long answer = request.parameters().maxTokens().isPresent()
                ? Math.min(usual, Math.max(1, request.parameters().maxTokens().getAsInt()))
                : usual;
        return new RequestSize(counter.countPrompt(request).tokens(), answer);
    }

    /** What came in pieces is counted by piece, for a claim is not seen; what came whole by its length. */
    static long written(int contentEvents, int characters) {
        return Math.max(1, contentEvents > 0 ? contentEvents : characters / CHARACTERS_PER_TOKEN);
    }
}
