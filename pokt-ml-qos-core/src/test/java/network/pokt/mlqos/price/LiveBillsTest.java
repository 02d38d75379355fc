package network.pokt.mlqos.price;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import network.pokt.mlqos.LiveServer;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.token.ChatPrompt;
import network.pokt.mlqos.token.HuggingFaceTokenizer;
import network.pokt.mlqos.token.TokenCounter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.json.JsonMapper;

/** Bills of a real server with a real model, honest and padded, beside what is counted of its prompts and answers. */
@Tag("long")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveBillsTest {

    private static final Rate RATE = Rate.perMillionTokens("USD", "1", "10");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final int QUESTIONS = 40;

    private final OpenAiCodec codec = OpenAiCodec.create();
    private HuggingFaceTokenizer tokenizer;
    private UsageRecount recount;
    private List<String> questions;

    @BeforeAll
    void load() throws IOException {
        Path model = SharedData.path("tools/node/base");
        tokenizer = HuggingFaceTokenizer.load(model);
        recount = new UsageRecount(
                TokenCounter.of(tokenizer, ChatPrompt.load(model, TimeSource.system(), ZoneOffset.UTC)));
        try (Stream<String> lines = Files.lines(SharedData.path("data/gsm8k/test.jsonl"))) {
            questions = lines.map(line ->
                            JsonMapper.shared().readTree(line).get("question").asString())
                    .limit(QUESTIONS)
                    .toList();
        }
    }

    @AfterAll
    void close() {
        if (tokenizer != null) {
            tokenizer.close();
        }
    }

    @Test
    void an_honest_server_bills_what_is_counted_for_completions_and_chats() throws Exception {
        try (LiveServer server = LiveServer.start()) {
            UsageAudit audit = new UsageAudit(RATE);
            for (int i = 0; i < QUESTIONS; i++) {
                SamplingParameters greedy = parameters(i).build();
                UsageCheck completion = check(server, completion(questions.get(i), greedy, i % 4 == 1));
                UsageCheck chat = check(server, chat(questions.get(i), greedy, i % 4 == 2));
                for (UsageCheck check : List.of(completion, chat)) {
                    TokenClaim prompt = check.prompt().orElseThrow();
                    TokenClaim answer = check.completion().orElseThrow();
                    assertThat(prompt.claimed()).as("prompt of question %d", i).isEqualTo(prompt.counted());
                    assertThat(answer.claimed()).as("answer to question %d", i).isEqualTo(answer.counted());
                    assertThat(check.contradictions()).as("question %d", i).isEmpty();
                    audit.add(check, START.plusSeconds(i));
                }
            }
            System.out.println("honest: " + audit.report());
            assertThat(audit.report().overbills()).isFalse();
            assertThat(audit.report().answers()).isEqualTo(2 * QUESTIONS);
            assertThat(audit.report().completion().ratio().value()).isEqualTo(1);
            assertThat(audit.report().moneyLost()).isEqualByComparingTo("0");
        }
    }

    @Test
    void sampled_answers_of_an_honest_server_accuse_nobody() throws Exception {
        try (LiveServer server = LiveServer.start()) {
            UsageAudit audit = new UsageAudit(RATE);
            for (int i = 0; i < QUESTIONS; i++) {
                SamplingParameters sampled =
                        parameters(i).temperature(1).seed(i).build();
                audit.add(check(server, completion(questions.get(i), sampled, false)), START.plusSeconds(i));
            }
            System.out.println("honest, sampled at temperature 1: " + audit.report());
            assertThat(audit.report().overbills()).isFalse();
            assertThat(audit.report().contradictions()).isEmpty();
        }
    }

    @Test
    void the_audit_finds_the_factor_of_a_server_that_pads() throws Exception {
        for (String factor : List.of("1.05", "1.2", "2")) {
            try (LiveServer server = LiveServer.start("--bill-factor", factor)) {
                UsageAudit audit = new UsageAudit(RATE);
                for (int i = 0; i < QUESTIONS || (!audit.overbills() && i < 10 * QUESTIONS); i++) {
                    SamplingParameters sampled = SamplingParameters.builder()
                            .maxTokens(128)
                            .temperature(1)
                            .seed(i)
                            .build();
                    String question = questions.get(i % QUESTIONS);
                    audit.add(check(server, completion(question, sampled, false)), START.plusSeconds(i));
                }
                UsageReport report = audit.report();
                System.out.println(
                        "factor " + factor + ": " + report.completion().alarm() + ", " + report);
                assertThat(report.completion().alarm()).as(factor).isPresent();
                assertThat(report.prompt().alarm()).as(factor).isEmpty();
                assertThat(report.completion().ratio().value())
                        .as(factor)
                        .isBetween(Double.parseDouble(factor), Double.parseDouble(factor) + 0.03);
                assertThat(report.contradictions()).as(factor).containsKey(Contradiction.ABOVE_MAX_TOKENS);
                assertThat(report.moneyLost()).isPositive();
            }
        }
    }

    /** Short and longer answers, streamed and whole. */
    private static SamplingParameters.Builder parameters(int i) {
        return SamplingParameters.builder().maxTokens(8 + 3 * i).temperature(0).stream(i % 2 == 1);
    }

    private static CompletionRequest completion(String question, SamplingParameters parameters, boolean logprobs) {
        return new CompletionRequest(
                "tinylm",
                Prompt.text(question + "\nAnswer:"),
                parameters,
                logprobs ? OptionalInt.of(1) : OptionalInt.empty(),
                false);
    }

    private static ChatRequest chat(String question, SamplingParameters parameters, boolean logprobs) {
        return new ChatRequest(
                "tinylm",
                List.of(ChatMessage.system("Answer briefly."), ChatMessage.user(question)),
                parameters,
                List.of(),
                logprobs ? OptionalInt.of(1) : OptionalInt.empty());
    }

    private UsageCheck check(LiveServer server, CompletionRequest request) throws Exception {
        Decoded<CompletionAnswer> answer = codec.completion(server.send(codec.encode(request)));
        assertThat(answer).isInstanceOf(Decoded.Ok.class);
        return recount.check(request, ((Decoded.Ok<CompletionAnswer>) answer).answer());
    }

    private UsageCheck check(LiveServer server, ChatRequest request) throws Exception {
        Decoded<ChatAnswer> answer = codec.chat(server.send(codec.encode(request)));
        assertThat(answer).isInstanceOf(Decoded.Ok.class);
        return recount.check(request, ((Decoded.Ok<ChatAnswer>) answer).answer());
    }
}
