package network.pokt.mlqos.token;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands beside a {@code tokenizer.json}: which tokens have a special role, and the chat template.
 *
 * @param named special tokens by role, such as {@code bos_token}
 * @param chatTemplate the Jinja source of the chat template, if there is one
 */
record ModelTokens(Map<String, String> named, Optional<String> chatTemplate) {

    private static final String BOS = "bos_token";
    private static final String EOS = "eos_token";
    private static final List<String> ROLES =
            List.of(BOS, EOS, "unk_token", "pad_token", "sep_token", "cls_token", "mask_token");

    /** Where Hugging Face keeps special tokens and templates, the newer file first. */
    private static final List<String> FILES =
            List.of("tokenizer_config.json", "special_tokens_map.json", "chat_template.json");

    /** Where newer models keep the chat template; it comes before the one in the configuration. */
    private static final String TEMPLATE_FILE = "chat_template.jinja";

    private static final String TEMPLATE = "chat_template";

    static final ModelTokens NONE = new ModelTokens(Map.of(), Optional.empty());

    ModelTokens {
        named = Collections.unmodifiableMap(new TreeMap<>(named));
    }

    /** Reads the files beside {@code tokenizer.json}; a folder without them names no tokens. */
    static ModelTokens in(Path folder) {
        ModelTokens found = NONE;
        try {
            Path template = folder.resolve(TEMPLATE_FILE);
            if (Files.isRegularFile(template)) {
                found = new ModelTokens(Map.of(), Optional.of(Files.readString(template)));
            }
            for (String name : FILES) {
                Path file = folder.resolve(name);
                if (Files.isRegularFile(file)) {
                    found = found.or(read(Files.readAllBytes(file), file.toString()));
                }
            }
            return found;
        } catch (IOException e) {
            throw unreadable(folder.toString(), e);
        }
    }

    /** Reads a {@code tokenizer_config.json} or a file with some of its fields. */
    static ModelTokens read(byte[] json, String name) {
        try {
            JsonNode root = JsonMapper.shared().readTree(json);
            Map<String, String> named = new TreeMap<>();
            for (String role : ROLES) {
                token(root.path(role)).ifPresent(token -> named.put(role, token));
            }
            return new ModelTokens(named, template(root.path(TEMPLATE)));
        } catch (JacksonException e) {
            throw unreadable(name, e);
        }
    }

    Optional<String> bos() {
        return Optional.ofNullable(named.get(BOS));
    }

    Optional<String> eos() {
        return Optional.ofNullable(named.get(EOS));
    }

    /** Returns these tokens, with those of {@code other} where there are none. */
    ModelTokens or(ModelTokens other) {
        Map<String, String> both = new TreeMap<>(other.named);
        both.putAll(named);
        return new ModelTokens(both, chatTemplate.or(other::chatTemplate));
    }

    ModelTokens withBos(String token) {
        return new ModelTokens(Map.of(BOS, token), Optional.empty()).or(this);
    }

    ModelTokens withEos(String token) {
        return new ModelTokens(Map.of(EOS, token), Optional.empty()).or(this);
    }

    /** A token is a string, or an object with its attributes. */
    private static Optional<String> token(JsonNode node) {
        JsonNode content = node.isObject() ? node.path("content") : node;
        return content.isString() ? Optional.of(content.asString()) : Optional.empty();
    }

    /** A template is a string, or one of a list of named ones, of which "default" is for chats. */
    private static Optional<String> template(JsonNode node) {
        if (node.isString()) {
            return Optional.of(node.asString());
        }
        for (JsonNode named : node) {
            if (named.path("name").asString("").equals("default")
                    && named.path("template").isString()) {
                return Optional.of(named.path("template").asString());
            }
        }
        return Optional.empty();
    }

    private static TokenizerException unreadable(String name, Exception cause) {
        return new TokenizerException(
                "The file " + name + " cannot be read as JSON, replace it by the model's own.", cause);
    }
}
