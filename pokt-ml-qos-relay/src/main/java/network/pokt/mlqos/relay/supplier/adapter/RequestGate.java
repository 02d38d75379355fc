package network.pokt.mlqos.relay.supplier.adapter;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import network.pokt.mlqos.relay.supplier.adapter.Refusal.Kind;
import network.pokt.mlqos.relay.supplier.backend.Ability;
import network.pokt.mlqos.relay.supplier.backend.Backend;
import network.pokt.mlqos.relay.supplier.backend.Route;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Lets requests through that a model server may see, with the model's name changed to the server's. Thread-safe. */
final class RequestGate {

    private static final int DEPTH = 64;

    /** image_url, videoUrls, callback_uri and the like; the url within an image_url, too. */
    private static final Pattern ADDRESS_NAME = Pattern.compile("ur[li]s?$", Pattern.CASE_INSENSITIVE);

    private final ServedModel model;
    private final Backend backend;
    private final int maxBytes;
    private final JsonMapper json;

    RequestGate(ServedModel model, Backend backend, int maxBytes) {
        this.model = model;
        this.backend = backend;
        this.maxBytes = maxBytes;
        this.json = JsonMapper.builder(JsonFactory.builder()
                        .streamReadConstraints(StreamReadConstraints.builder()
                                .maxNestingDepth(DEPTH)
                                .maxStringLength(maxBytes)
                                .build())
                        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                        .build())
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
    }

    /** Returns the route of a request, whose body it does not read. */
    Route route(AdapterRequest request) {
        Route route = Route.at(request.path())
                .filter(found -> !found.isModelCall() || backend.routes().contains(found))
                .orElseThrow(() -> Refusal.of(404, Kind.NOT_FOUND, "Nothing is served at this path.")
                        .raised());
        if (!route.method().equals(request.method())) {
            throw Refusal.of(405, Kind.METHOD_NOT_ALLOWED, "This path takes " + route.method() + ".")
                    .raised();
        }
        return route;
    }

    /** Reads and checks the body of a model call. */
    ObjectNode body(AdapterRequest request) throws IOException {
        if (request.announcedLength().orElse(0) > maxBytes) {
            throw tooLarge();
        }
        byte[] bytes = request.body().readNBytes(maxBytes + 1);
        if (bytes.length > maxBytes) {
            throw tooLarge();
        }
        ObjectNode body = parsed(bytes);
        checkModel(body);
        checkAddresses(body, false);
        checkAbilities(body);
        body.put("model", model.backendName());
        return body;
    }

    private Refusal.Refused tooLarge() {
        return Refusal.of(413, Kind.TOO_LARGE, "A request has at most " + maxBytes + " bytes.")
                .raised();
    }

    private ObjectNode parsed(byte[] bytes) {
        try {
            if (json.readTree(bytes) instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            // The parser's own message repeats what the client sent.
        }
        throw Refusal.of(
                        400,
                        Kind.MALFORMED,
                        "The body must be one JSON object, each name once, nested to " + DEPTH + ".")
                .raised();
    }

    private void checkModel(ObjectNode body) {
        JsonNode name = body.path("model");
        if (!name.isMissingNode() && !(name.isString() && name.asString().equals(model.publicName()))) {
            throw Refusal.of(404, Kind.MODEL_NOT_FOUND, "This endpoint serves '" + model.publicName() + "'.", "model")
                    .raised();
        }
    }

    /** A model server that fetches what an address names would reach whatever the supplier's network has. */
    private static void checkAddresses(JsonNode node, boolean address) {
        if (address && node.isString() && !node.asString().regionMatches(true, 0, "data:", 0, 5)) {
            throw Refusal.of(
                            400,
                            Kind.FOREIGN_ADDRESS,
                            "Addresses are not fetched, send the content as a data: address.")
                    .raised();
        }
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                checkAddresses(
                        field.getValue(), ADDRESS_NAME.matcher(field.getKey()).find());
            }
        } else if (node.isArray()) {
            for (JsonNode item : node) {
                checkAddresses(item, address);
            }
        }
    }

    private void checkAbilities(ObjectNode body) {
        for (Ability wanted : wanted(body)) {
            if (!backend.abilities().contains(wanted)) {
                String field = wanted == Ability.SEVERAL ? "n" : wanted.label();
                throw Refusal.of(
                                400,
                                Kind.UNSUPPORTED_BY_BACKEND,
                                "The model server behind this endpoint has no '" + field
                                        + "'; /pokt/config tells what it has.",
                                field)
                        .raised();
            }
        }
    }

    private static Set<Ability> wanted(ObjectNode body) {
        Set<Ability> wanted = EnumSet.noneOf(Ability.class);
        if (body.path("stream").asBoolean(false)) {
            wanted.add(Ability.STREAM);
        }
        JsonNode logprobs = body.path("logprobs");
        if (logprobs.isNumber() || logprobs.asBoolean(false)) {
            wanted.add(Ability.LOGPROBS);
        }
        if (body.path("echo").asBoolean(false)) {
            wanted.add(Ability.ECHO);
        }
        if (body.hasNonNull("seed")) {
            wanted.add(Ability.SEED);
        }
        if (body.hasNonNull("stop")) {
            wanted.add(Ability.STOP);
        }
        if (body.path("n").asInt(1) > 1) {
            wanted.add(Ability.SEVERAL);
        }
        return wanted;
    }
}
