package network.pokt.mlqos.relay.supplier.adapter;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import network.pokt.mlqos.relay.supplier.backend.BackendCall;
import network.pokt.mlqos.relay.supplier.backend.Route;
import network.pokt.mlqos.relay.supplier.backend.UnusableAnswerException;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes of what a model server answered what its client gets, with the model's public name in it. Thread-safe. */
final class WholeAnswers {

    private final ServedModel model;
    private final BackendErrors errors;
    private final TimeSource time;
    private final AtomicLong made = new AtomicLong();

    WholeAnswers(ServedModel model, BackendErrors errors, TimeSource time) {
        this.model = model;
        this.errors = errors;
        this.time = time;
    }

    /** Returns the JSON of an answer, or raises what speaks against it; a null outcome is a relay that was called off. */
    byte[] of(BackendCall call, Route route, @Nullable RelayOutcome outcome) {
        if (!(outcome instanceof RelayResponse response)) {
            throw broken(outcome).raised();
        }
        if (response.status() != 200) {
            throw errors.of(response).raised();
        }
        if (call.translation().isPresent()) {
            ObjectNode answer = call.translation().get().of(response.body());
            stamp(answer, route, newId());
            return answer.toString().getBytes(StandardCharsets.UTF_8);
        }
        return passed(response.body());
    }

    /** Returns the error for a relay that brought no answer. */
    Refusal broken(@Nullable RelayOutcome outcome) {
        return outcome instanceof RelayFailure failure
                ? errors.of(failure)
                : Refusal.of(503, Refusal.Kind.BACKEND_UNREACHABLE, "The model server is not reachable.");
    }

    String newId() {
        return "cmpl-" + made.incrementAndGet();
    }

    /** Adds to a translated answer, or an event of one, what the interface wants of each. */
    void stamp(ObjectNode answer, Route route, String id) {
        if (route == Route.COMPLETIONS) {
            answer.put("id", id);
        }
        answer.put("created", time.now().getEpochSecond()).put("model", model.publicName());
    }

    private byte[] passed(Payload body) {
        JsonNode root;
        try {
            root = JsonMapper.shared().readTree(body.stream());
        } catch (JacksonException e) {
            throw new UnusableAnswerException("The model server answered with something else than JSON.");
        }
        if (!(root instanceof ObjectNode answer)) {
            throw new UnusableAnswerException("The model server answered with something else than a JSON object.");
        }
        if (answer.hasNonNull("error")) {
            throw errors.inOk(answer.path("error")).raised();
        }
        if (!answer.has("model") || model.publicName().equals(model.backendName())) {
            return body.toByteArray();
        }
        return answer.put("model", model.publicName()).toString().getBytes(StandardCharsets.UTF_8);
    }
}
