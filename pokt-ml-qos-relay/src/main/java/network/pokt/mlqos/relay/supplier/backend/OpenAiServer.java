package network.pokt.mlqos.relay.supplier.backend;

import static network.pokt.mlqos.relay.supplier.backend.Ability.ECHO;
import static network.pokt.mlqos.relay.supplier.backend.Ability.LOGPROBS;
import static network.pokt.mlqos.relay.supplier.backend.Ability.SEED;
import static network.pokt.mlqos.relay.supplier.backend.Ability.SEVERAL;
import static network.pokt.mlqos.relay.supplier.backend.Ability.STOP;
import static network.pokt.mlqos.relay.supplier.backend.Ability.STREAM;
import static network.pokt.mlqos.relay.supplier.backend.Ability.USAGE;

import java.util.EnumSet;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/**
 * Servers that speak OpenAI's interface by themselves. Requests pass as they are; what differs is what the servers can give.
 *
 * <p>What is declared is what the servers document for the versions of 2025; start an own {@link Backend} where yours can more.
 */
public enum OpenAiServer implements Backend {
    /** vLLM's {@code vllm serve}. */
    VLLM("vllm", "/health", EnumSet.allOf(Ability.class), true),
    /** llama.cpp's {@code llama-server}: no log-probabilities of a prompt. */
    LLAMA_CPP("llama.cpp", "/health", EnumSet.of(STREAM, USAGE, LOGPROBS, SEED, STOP, SEVERAL), true),
    /** Ollama: no log-probabilities in its OpenAI interface, and one answer at a time. */
    OLLAMA("ollama", "/v1/models", EnumSet.of(STREAM, USAGE, SEED, STOP), true),
    /** Text Generation Inference from version 3: no {@code echo}, one answer at a time, no embeddings. */
    TGI("tgi", "/health", EnumSet.of(STREAM, USAGE, LOGPROBS, SEED, STOP), false),
    /** Any other, taken to have everything but {@code echo}, which few have. */
    OTHER("openai-compatible", "/v1/models", EnumSet.complementOf(EnumSet.of(ECHO)), true);

    private final String label;
    private final String readinessPath;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Ability> abilities;

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Route> routes;

    OpenAiServer(String label, String readinessPath, Set<Ability> abilities, boolean embeds) {
        this.label = label;
        this.readinessPath = readinessPath;
        this.abilities = Set.copyOf(abilities);
        this.routes = embeds
                ? Set.of(Route.COMPLETIONS, Route.CHAT_COMPLETIONS, Route.EMBEDDINGS)
                : Set.of(Route.COMPLETIONS, Route.CHAT_COMPLETIONS);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public Set<Route> routes() {
        return routes;
    }

    @Override
    public Set<Ability> abilities() {
        return abilities;
    }

    @Override
    public String readinessPath() {
        return readinessPath;
    }

    @Override
    public BackendCall call(Route route, ObjectNode request) {
        return BackendCall.passing(route.path(), request);
    }
}
