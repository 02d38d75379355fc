package network.pokt.mlqos.relay.supplier.conformance;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.relay.supplier.conformance.ConformanceCheck.Findings;
import network.pokt.mlqos.token.ConfigFingerprint;
import network.pokt.mlqos.token.HuggingFaceTokenizer;
import network.pokt.mlqos.token.TokenizerException;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayResponse;
import tools.jackson.databind.JsonNode;

/** Checks what a node tells of its model, and how it refuses what is wrong. */
final class PageChecks {

    private final Probe probe;
    private final Findings findings;
    private final String model;

    PageChecks(Probe probe, Findings findings, String model) {
        this.probe = probe;
        this.findings = findings;
        this.model = model;
    }

    void run() throws InterruptedException {
        OptionalLong context = models();
        tokenizer();
        config();
        context(context);
        errors();
    }

    private OptionalLong models() throws InterruptedException {
        Optional<JsonNode> page = probe.page("/v1/models");
        JsonNode found = null;
        if (page.isPresent()) {
            for (JsonNode entry : page.get().path("data")) {
                found = entry.path("id").asString("").equals(model) ? entry : found;
            }
        }
        findings.note(
                found != null,
                Verdict.LACKING,
                Items.MODELS,
                found != null ? "under its name" : page.isPresent() ? "under other names only" : "no /v1/models");
        long length = found == null ? 0 : found.path("max_model_len").asLong(0);
        return length > 0 ? OptionalLong.of(length) : OptionalLong.empty();
    }

    private void tokenizer() throws InterruptedException {
        Optional<JsonNode> page = probe.page("/pokt/tokenizer").filter(files -> files.hasNonNull("tokenizer"));
        Optional<JsonNode> hash = probe.page("/pokt/tokenizer-hash")
                .filter(node -> node.path("hash").isString());
        findings.note(
                page.isPresent() && hash.isPresent(),
                Verdict.LACKING,
                Items.TOKENIZER,
                "/pokt/tokenizer " + there(page) + ", /pokt/tokenizer-hash " + there(hash));
        if (page.isPresent()) {
            tokenization(page.get());
        } else {
            findings.not(Verdict.UNKNOWN, Items.TOKENIZATION, "no tokenizer to count with");
        }
    }

    /** Compares the tokens of the probe's prompt by the node's tokenizer with those that the node counted. */
    private void tokenization(JsonNode files) throws InterruptedException {
        Decoded<CompletionAnswer> answer = probe.complete(Probe.greedy(1).build(), OptionalInt.empty(), false);
        Optional<TokenUsage> usage =
                answer instanceof Decoded.Ok<CompletionAnswer> ok ? ok.answer().usage() : Optional.empty();
        if (usage.isEmpty()) {
            findings.not(Verdict.UNKNOWN, Items.TOKENIZATION, "no usage to compare with");
            return;
        }
        byte[] json = files.path("tokenizer").toString().getBytes(StandardCharsets.UTF_8);
        try (HuggingFaceTokenizer tokenizer =
                HuggingFaceTokenizer.fromNode(json).load()) {
            long plain = tokenizer.encode(Probe.PROMPT, false).length;
            long special = tokenizer.encode(Probe.PROMPT, true).length;
            long counted = usage.get().promptTokens();
            findings.note(
                    counted == plain || counted == special,
                    Verdict.LACKING,
                    Items.TOKENIZATION,
                    "the tokenizer gives " + special + " tokens, the node counts " + counted);
        } catch (TokenizerException e) {
            findings.not(Verdict.UNKNOWN, Items.TOKENIZATION, "the tokenizer is one that cannot be run here");
        }
    }

    private void config() throws InterruptedException {
        Optional<JsonNode> page =
                probe.page("/pokt/config").filter(node -> node.path("config").isObject());
        Optional<String> hash =
                probe.page("/pokt/config-hash").map(node -> node.path("hash").asString(""));
        if (page.isEmpty() || hash.isEmpty()) {
            findings.not(
                    Verdict.LACKING,
                    Items.CONFIG,
                    "/pokt/config " + there(page) + ", /pokt/config-hash " + there(hash));
            return;
        }
        String own;
        try {
            own = ConfigFingerprint.of(page.get().path("config").toString().getBytes(StandardCharsets.UTF_8))
                    .value();
        } catch (TokenizerException e) {
            findings.not(Verdict.LACKING, Items.CONFIG, "the configuration cannot be read");
            return;
        }
        boolean equal = own.equals(hash.get());
        findings.note(equal, Verdict.LACKING, Items.CONFIG, equal ? "its hash is right" : "its hash is another one");
    }

    /** Sends a prompt that is longer than the context, which has to be refused as the client's mistake. */
    private void context(OptionalLong length) throws InterruptedException {
        if (length.isEmpty()) {
            findings.not(Verdict.LACKING, Items.CONTEXT, "not told");
            return;
        }
        long words = length.getAsLong() + 1;
        if (words > 1 << 20) {
            findings.met(Items.CONTEXT, length.getAsLong() + " tokens, too long to be tried");
            return;
        }
        String prompt = "a ".repeat((int) words);
        int status = Probe.status(probe.post(
                "/v1/completions",
                "{\"model\":\"" + escaped(model) + "\",\"prompt\":\"" + prompt + "\",\"max_tokens\":1}"));
        findings.note(
                status >= 400 && status < 500,
                Verdict.LACKING,
                Items.CONTEXT,
                length.getAsLong() + " tokens, a longer prompt ends with status " + status);
    }

    private void errors() throws InterruptedException {
        RelayOutcome broken = probe.post("/v1/completions", "{\"model\":");
        RelayOutcome unknown = probe.post("/v1/completions", "{\"model\":\"no-such-model\",\"prompt\":\"a\"}");
        boolean sound = refused(broken) && refused(unknown);
        findings.note(
                sound,
                Verdict.FAILED,
                Items.ERRORS,
                "status " + Probe.status(broken) + " for a broken body, " + Probe.status(unknown)
                        + " for an unknown model" + (sound ? "" : ", not both 4xx with an 'error'"));
    }

    private static boolean refused(RelayOutcome outcome) {
        return outcome instanceof RelayResponse response
                && response.status() >= 400
                && response.status() < 500
                && Probe.json(response)
                        .filter(body -> body.path("error").path("message").isString())
                        .isPresent();
    }

    private static String there(Optional<?> page) {
        return page.isPresent() ? "is there" : "is missing";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
