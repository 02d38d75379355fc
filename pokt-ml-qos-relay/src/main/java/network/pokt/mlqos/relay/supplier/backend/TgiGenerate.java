package network.pokt.mlqos.relay.supplier.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Text Generation Inference by its own {@code /generate}, for versions before it spoke OpenAI's interface. Completions only: a
 * chat needs a template, which this path does not apply. The prompt's tokens are always asked for, so that usage can be told.
 */
public record TgiGenerate() implements Backend {

    private static final int MOST_TOKENS = 1 << 20;

    /** OpenAI's default for completions. */
    private static final int USUAL_TOKENS = 16;

    @Override
    public String label() {
        return "tgi-generate";
    }

    @Override
    public Set<Route> routes() {
        return Set.of(Route.COMPLETIONS);
    }

    @Override
    public Set<Ability> abilities() {
        return Set.of(Ability.USAGE, Ability.LOGPROBS, Ability.ECHO, Ability.SEED, Ability.STOP);
    }

    @Override
    public String readinessPath() {
        return "/health";
    }

    @Override
    public BackendCall call(Route route, ObjectNode request) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("inputs", Fields.prompt(request));
        boolean echo = request.path("echo").asBoolean(false);
        ObjectNode parameters = body.putObject("parameters")
                // The server writes one token at least; what is not wanted is cut from the answer.
                .put("max_new_tokens", Math.max(1, Fields.whole(request, "max_tokens", USUAL_TOKENS, 0, MOST_TOKENS)))
                .put("details", true)
                .put("decoder_input_details", true);
        boolean samples = request.path("temperature").asDouble(1) > 0;
        parameters.put("do_sample", samples);
        if (samples) {
            Fields.number(request, "temperature", parameters, "temperature", 0, 100);
            topP(request, parameters);
        }
        if (Fields.present(request, "seed")) {
            parameters.put("seed", Fields.whole(request, "seed", 0, 0, Long.MAX_VALUE));
        }
        if (Fields.present(request, "stop")) {
            Fields.texts(request, "stop").forEach(parameters.putArray("stop")::add);
        }
        boolean logprobs = Fields.present(request, "logprobs");
        long top = Fields.whole(request, "logprobs", 0, 0, 20);
        if (top > 0) {
            parameters.put("top_n_tokens", top);
        }
        String prompt = Fields.prompt(request);
        boolean nothing = Fields.whole(request, "max_tokens", USUAL_TOKENS, 0, MOST_TOKENS) == 0;
        return BackendCall.translated("/generate", body, answer -> completion(answer, prompt, echo, logprobs, nothing));
    }

    /** The server takes values below 1 only, and 1 is its default. */
    private static void topP(ObjectNode request, ObjectNode parameters) {
        if (request.path("top_p").asDouble(1) != 1) {
            Fields.number(request, "top_p", parameters, "top_p", Double.MIN_VALUE, 1);
        }
    }

    private static ObjectNode completion(Payload body, String prompt, boolean echo, boolean logprobs, boolean nothing) {
        ObjectNode answer = Fields.object(body);
        JsonNode details = answer.path("details");
        JsonNode prefill = details.path("prefill");
        String written = nothing ? "" : Fields.text(answer.path("generated_text"), "generated_text");
        String reason = details.path("finish_reason").asString("").equals("length") ? "length" : "stop";
        ObjectNode completion = TextAnswers.completion(echo ? prompt + written : written, reason);
        if (logprobs) {
            List<Run> runs = new ArrayList<>();
            if (echo) {
                runs.add(new Run(prefill, JsonNodeFactory.instance.missingNode()));
            }
            if (!nothing) {
                runs.add(new Run(details.path("tokens"), details.path("top_tokens")));
            }
            ((ObjectNode) completion.path("choices").path(0)).set("logprobs", logprobs(runs));
        }
        long generated = nothing ? 0 : details.path("generated_tokens").asLong(-1);
        if (prefill.isArray() && !prefill.isEmpty() && generated >= 0) {
            completion.set("usage", TextAnswers.usage(prefill.size(), generated));
        }
        return completion;
    }

    /** Tokens and, beside each, the most probable ones, where the server has them. */
    private record Run(JsonNode tokens, JsonNode tops) {}

    private static ObjectNode logprobs(List<Run> runs) {
        ObjectNode logprobs = JsonNodeFactory.instance.objectNode();
        ArrayNode tokens = logprobs.putArray("tokens");
        ArrayNode values = logprobs.putArray("token_logprobs");
        ArrayNode tops = logprobs.putArray("top_logprobs");
        ArrayNode offsets = logprobs.putArray("text_offset");
        int offset = 0;
        for (Run run : runs) {
            for (int i = 0; i < run.tokens().size(); i++) {
                JsonNode token = run.tokens().path(i);
                String text = Fields.text(token.path("text"), "text of a token");
                JsonNode value = token.path("logprob");
                tokens.add(text);
                if (value.isNumber()) {
                    values.add(value.asDouble());
                } else {
                    values.addNull();
                }
                top(run.tops().path(i), tops);
                offsets.add(offset);
                offset += text.length();
            }
        }
        return logprobs;
    }

    private static void top(JsonNode candidates, ArrayNode tops) {
        if (!candidates.isArray()) {
            tops.addNull();
            return;
        }
        ObjectNode top = tops.addObject();
        for (JsonNode candidate : candidates) {
            top.set(Fields.text(candidate.path("text"), "text of a token"), candidate.path("logprob"));
        }
    }
}
