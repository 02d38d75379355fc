package network.pokt.mlqos.route;

import java.util.UUID;
import network.pokt.mlqos.inference.SamplingParameters;

/** What asks share that go on or begin alike. */
final class Continuations {

    private static final int CHARACTERS_PER_TOKEN = 4;

    private Continuations() {}

    /** Returns the parameters of a request that has been answered up to {@code soFar}: with fewer tokens left to write. */
    static SamplingParameters.Builder of(SamplingParameters parameters, String soFar) {
        SamplingParameters.Builder rest =
                SamplingParameters.builder().stop(parameters.stop()).stream(parameters.stream());
        parameters
                .maxTokens()
                .ifPresent(most -> rest.maxTokens(Math.max(1, most - soFar.length() / CHARACTERS_PER_TOKEN)));
        parameters.temperature().ifPresent(rest::temperature);
        parameters.topP().ifPresent(rest::topP);
        parameters.seed().ifPresent(rest::seed);
        parameters.extra().forEach(rest::extra);
        return rest;
    }

    /** Returns a short name for a long text, so that no prompt is kept. */
    static String digest(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
