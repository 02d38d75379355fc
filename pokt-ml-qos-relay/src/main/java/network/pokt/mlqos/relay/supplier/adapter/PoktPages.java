package network.pokt.mlqos.relay.supplier.adapter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.relay.supplier.backend.Ability;
import network.pokt.mlqos.relay.supplier.backend.Backend;
import network.pokt.mlqos.relay.supplier.backend.Route;
import network.pokt.mlqos.token.ConfigFingerprint;
import network.pokt.mlqos.token.TokenizerFingerprint;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The pages that say what is served, made once; a page whose file is not there is not there either. Immutable. */
final class PoktPages {

    /** The largest tokenizers in use have 20 MB. */
    private static final int MOST_BYTES = 64 << 20;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<Route, byte[]> pages = new EnumMap<>(Route.class);

    private PoktPages() {}

    static PoktPages of(ServedModel model, Backend backend) {
        PoktPages pages = new PoktPages();
        pages.put(Route.MODELS, models(model));
        pages.put(Route.HEALTH, JsonNodeFactory.instance.objectNode().put("status", "ok"));
        ObjectNode config = JsonNodeFactory.instance.objectNode();
        Optional<Path> configFile = model.files().map(folder -> folder.resolve("config.json"));
        if (configFile.filter(Files::isRegularFile).isPresent()) {
            byte[] bytes = bytes(configFile.get());
            config.set("config", JSON.readTree(bytes));
            pages.put(Route.CONFIG_HASH, hash(ConfigFingerprint.of(bytes).value()));
        } else if (model.contextLength() > 0) {
            // What the reference sidecar tells of a model without a configuration of its own.
            ObjectNode custom = JsonNodeFactory.instance
                    .objectNode()
                    .put("pokt_network_custom", true)
                    .put("model_public_name", model.publicName())
                    .put("max_position_embeddings", model.contextLength());
            config.set("config", custom);
            byte[] bytes = custom.toString().getBytes(StandardCharsets.UTF_8);
            pages.put(Route.CONFIG_HASH, hash(ConfigFingerprint.of(bytes).value()));
        }
        config.set("served", served(model, backend));
        pages.put(Route.CONFIG, config);
        model.files().ifPresent(pages::addTokenizer);
        return pages;
    }

    /** Returns the page in JSON, if there is one. */
    Optional<byte[]> page(Route route) {
        return Optional.ofNullable(pages.get(route)).map(byte[]::clone);
    }

    private void put(Route route, ObjectNode page) {
        pages.put(route, page.toString().getBytes(StandardCharsets.UTF_8));
    }

    private void addTokenizer(Path folder) {
        if (!Files.isRegularFile(folder.resolve("tokenizer.json"))) {
            return;
        }
        ObjectNode files = JsonNodeFactory.instance.objectNode();
        for (String stem : new String[] {"tokenizer_config", "tokenizer", "special_tokens_map"}) {
            Path file = folder.resolve(stem + ".json");
            if (Files.isRegularFile(file)) {
                files.set(stem, JSON.readTree(bytes(file)));
            }
        }
        if (files.get("tokenizer_config") instanceof ObjectNode settings
                && settings.path("model_max_length").isNumber()) {
            // It may be 1e30, which the reference sidecar writes as text.
            settings.put(
                    "model_max_length",
                    settings.path("model_max_length")
                            .decimalValue()
                            .toBigInteger()
                            .toString());
        }
        put(Route.TOKENIZER, files);
        put(Route.TOKENIZER_HASH, hash(TokenizerFingerprint.of(folder).value()));
    }

    private static ObjectNode hash(String value) {
        return JsonNodeFactory.instance.objectNode().put("hash", value);
    }

    private static ObjectNode models(ServedModel model) {
        ObjectNode root = JsonNodeFactory.instance.objectNode().put("object", "list");
        ObjectNode entry = root.putArray("data")
                .addObject()
                .put("id", model.publicName())
                .put("object", "model")
                .put("created", 0)
                .put("owned_by", "supplier");
        if (model.contextLength() > 0) {
            entry.put("max_model_len", model.contextLength());
        }
        return root;
    }

    private static ObjectNode served(ServedModel model, Backend backend) {
        ObjectNode served = JsonNodeFactory.instance
                .objectNode()
                .put("model", model.publicName())
                .put("backend", backend.label());
        ArrayNode routes = served.putArray("routes");
        backend.routes().stream().map(Route::path).sorted().forEach(routes::add);
        Set<Ability> has = backend.abilities();
        ArrayNode able = served.putArray("abilities");
        ArrayNode missing = served.putArray("missing");
        EnumSet.allOf(Ability.class).forEach(ability -> (has.contains(ability) ? able : missing).add(ability.label()));
        return served;
    }

    private static byte[] bytes(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw new IllegalArgumentException("The file " + file + " has more than " + MOST_BYTES + " bytes.");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be read, check its permissions.", e);
        }
    }
}
