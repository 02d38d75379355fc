package network.pokt.mlqos.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import network.pokt.mlqos.LiveServer;
import network.pokt.mlqos.LiveTransport;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.inference.TokenLogprob.Candidate;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.TokenClaim;
import network.pokt.mlqos.price.UsageRecount;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.token.ChatPrompt;
import network.pokt.mlqos.token.HuggingFaceTokenizer;
import network.pokt.mlqos.token.TokenCounter;
import network.pokt.mlqos.transport.RelayResponse;
import tools.jackson.databind.json.JsonMapper;

/** Looks at live nodes beside a trusted one by every signal that their answers give, in three relays a look. */
final class LiveLooks implements AutoCloseable {

    static final int RELAYS = 3;

    private static final int TOKENS = 16;

    private static final int LONGEST_PROMPT = 600;

    /** What a node answers to a prompt: greedily, its candidates for the first token, and what it bills. */
    private record Answer(String text, List<Candidate> first, TokenClaim bill) {}

    private final OpenAiCodec codec = OpenAiCodec.create();
    private final LiveTransport transport = new LiveTransport();
    private final NodeProbe probe = new NodeProbe(transport, Duration.ofSeconds(60));
    private final Map<String, Answer> answers = new HashMap<>();
    private final Map<String, double[]> scorings = new HashMap<>();
    private final Node trusted;
    private final HuggingFaceTokenizer tokenizer;
    private final UsageRecount recount;

    LiveLooks(LiveServer trusted) throws IOException {
        this.trusted = node(trusted);
        Path model = SharedData.path("tools/node/base");
        tokenizer = HuggingFaceTokenizer.load(model);
        recount = new UsageRecount(
                TokenCounter.of(tokenizer, ChatPrompt.load(model, TimeSource.system(), ZoneOffset.UTC)));
    }

    static Node node(LiveServer server) {
        return Node.at(server.url(), "tinylm");
    }

    /** Returns questions of GSM8K that fit into the model's context with an answer. */
    static List<String> prompts() throws IOException {
        try (Stream<String> lines = Files.lines(SharedData.path("data/gsm8k/test.jsonl"))) {
            return lines.map(line ->
                            JsonMapper.shared().readTree(line).get("question").asString() + "\nAnswer:")
                    .filter(prompt -> prompt.length() < LONGEST_PROMPT)
                    .toList();
        }
    }

    /** Asks a node and, if it was not yet, the trusted one; returns how far apart they are. */
    Map<Signal, Double> look(Node node, String prompt) throws InterruptedException {
        Answer expected = answers.get(prompt);
        if (expected == null) {
            expected = ask(trusted, prompt);
            answers.put(prompt, expected);
            scorings.put(prompt, scored(trusted, prompt + expected.text()));
        }
        Answer answer = ask(node, prompt);
        Map<Signal, Double> distances = new EnumMap<>(Signal.class);
        distances.put(Signal.GREEDY, Distances.ofText(expected.text(), answer.text()));
        distances.put(Signal.FIRST_TOKEN, Distances.ofCandidates(expected.first(), answer.first()));
        distances.put(Signal.FORCED, Distances.ofForced(scorings.get(prompt), scored(node, prompt + expected.text())));
        double billed = answer.bill().claimed() - answer.bill().counted();
        distances.put(Signal.BILLING, billed / answer.bill().counted());
        return distances;
    }

    private Answer ask(Node node, String prompt) throws InterruptedException {
        CompletionRequest request = CompletionRequest.of(
                "tinylm",
                Prompt.text(prompt),
                SamplingParameters.builder().maxTokens(TOKENS).temperature(0).build());
        RelayResponse response = (RelayResponse) transport.send(node, codec.encode(request));
        Decoded<CompletionAnswer> decoded = codec.completion(response);
        assertThat(decoded).isInstanceOf(Decoded.Ok.class);
        CompletionAnswer answer = ((Decoded.Ok<CompletionAnswer>) decoded).answer();
        return new Answer(
                answer.first().text(),
                answered(probe.firstToken(node, prompt)),
                recount.check(request, answer).completion().orElseThrow());
    }

    private double[] scored(Node node, String text) throws InterruptedException {
        return Distances.logprobs(answered(probe.scored(node, text)));
    }

    /** Draws texts of a node to a prompt and returns how probable the trusted one finds each, in nats per token. */
    List<Double> drawn(Node node, String prompt, int texts, long seed) throws InterruptedException {
        int read = scored(trusted, prompt).length;
        List<Double> means = new ArrayList<>();
        for (int i = 0; i < texts; i++) {
            String text = answered(probe.sampled(node, prompt, TOKENS, seed + i));
            means.add(Arrays.stream(scored(trusted, prompt + text))
                    .skip(read)
                    .average()
                    .orElse(0));
        }
        return means;
    }

    static <T> T answered(Probed<T> probed) {
        assertThat(probed).isInstanceOf(Probed.Answered.class);
        return ((Probed.Answered<T>) probed).value();
    }

    @Override
    public void close() {
        tokenizer.close();
        transport.close();
    }
}
