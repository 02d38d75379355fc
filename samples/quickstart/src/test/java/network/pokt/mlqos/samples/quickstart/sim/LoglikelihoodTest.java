package network.pokt.mlqos.samples.quickstart.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import network.pokt.mlqos.transport.Payload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Log-likelihoods as lm-evaluation-harness asks for them: ids of context and continuation, echoed. */
class LoglikelihoodTest {

    private static final String SHOT = "Question: What floats?\nAnswer: A cork\n\n";

    /** Choices of very different lengths, so that a ranking by sum and one by character could disagree. */
    private static final List<Truth> TRUTHS = IntStream.range(0, 300)
            .mapToObj(i -> new Truth(
                    "Which of these is number " + i + "?",
                    "x".repeat(1 + i % 3) + " " + i,
                    List.of(
                            "no",
                            "none of the other numbers that were mentioned before " + i,
                            "Ω 漢字 " + i,
                            "a.b.c.d.e.")))
            .toList();

    private final SimulatedTokenizer tokenizer = new SimulatedTokenizer();
    private SimulatedNode node;
    private Client client;

    @BeforeEach
    void startNode() throws IOException {
        node = SimulatedNode.start(Behaviour.of("any", 0.6).slowedBy(0.02), AnswerBook.of(TRUTHS), 5);
        client = new Client(node);
    }

    @AfterEach
    void closeNode() {
        node.close();
    }

    private record Scored(double sum, boolean greedy) {}

    @Test
    void the_right_choice_ranks_first_in_sum_and_per_character_exactly_when_the_node_answers_the_question_right()
            throws Exception {
        int right = 0;
        for (Truth truth : TRUTHS) {
            List<String> choices = new ArrayList<>(truth.wrong());
            choices.add(truth.question().length() % choices.size(), truth.correct());
            List<Scored> scored = new ArrayList<>();
            for (String choice : choices) {
                scored.add(score(prompt(truth), " " + choice, 1));
            }
            int bySum = best(scored.stream().mapToDouble(Scored::sum).toArray());
            int byCharacter = best(IntStream.range(0, choices.size())
                    .mapToDouble(i -> scored.get(i).sum() / choices.get(i).length())
                    .toArray());
            String written = client.complete(Client.completion(prompt(truth)))
                    .at("/choices/0/text")
                    .asString();

            assertThat(choices.get(bySum)).isEqualTo(written.strip());
            assertThat(byCharacter).isEqualTo(bySum);
            assertThat(scored.get(bySum).greedy()).isTrue();
            assertThat(scored.stream().filter(Scored::greedy)).hasSize(1);
            right += choices.get(bySum).equals(truth.correct()) ? 1 : 0;
        }
        // 180 expected; four standard deviations are 34.
        assertThat(right).isBetween(146, 214);
    }

    @Test
    void an_answer_with_no_token_of_its_own_has_the_prompt_alone() throws Exception {
        Truth truth = TRUTHS.get(0);
        String text = prompt(truth) + " " + truth.correct();

        JsonNode answer = client.complete(echo(text, 0));
        JsonNode choice = answer.at("/choices/0");

        assertThat(choice.get("text").asString()).isEqualTo(text);
        assertThat(choice.at("/logprobs/tokens")).hasSize((int) tokenizer.count(text));
        assertThat(answer.at("/usage/completion_tokens").asInt()).isZero();
        assertThat(score(prompt(truth), " " + truth.correct(), 0))
                .isEqualTo(score(prompt(truth), " " + truth.correct(), 1));
    }

    @Test
    void log_probabilities_are_a_possible_distribution_over_the_tokens_of_the_text() throws Exception {
        String text = prompt(TRUTHS.get(1)) + " " + TRUTHS.get(1).wrong().get(1);

        JsonNode logprobs = client.complete(echo(text, 1)).at("/choices/0/logprobs");

        StringBuilder spelled = new StringBuilder();
        for (int i = 0; i < logprobs.get("tokens").size(); i++) {
            assertThat(logprobs.get("text_offset").get(i).asInt()).isEqualTo(spelled.length());
            String token = logprobs.get("tokens").get(i).asString();
            spelled.append(token);
            if (i == 0) {
                assertThat(logprobs.get("token_logprobs").get(0).isNull()).isTrue();
                assertThat(logprobs.get("top_logprobs").get(0).isNull()).isTrue();
                continue;
            }
            JsonNode top = logprobs.get("top_logprobs").get(i);
            assertThat(top.get(token)).isEqualTo(logprobs.get("token_logprobs").get(i));
            double sum = top.values().stream()
                    .mapToDouble(value -> Math.exp(value.asDouble()))
                    .sum();
            assertThat(sum).isBetween(0.0, 1.0);
        }
        assertThat(spelled).startsWith(text);
    }

    @Test
    void scoring_takes_the_time_to_one_token_and_counts_as_no_answer() {
        Behaviour behaviour = Behaviour.of("any", 1);
        SimulatedModel model = new SimulatedModel(AnswerBook.of(TRUTHS), behaviour, 5, tokenizer);
        OpenAiApi api = new OpenAiApi("simulated-any", behaviour, model, tokenizer, 5);
        Payload body = Payload.of(echo(prompt(TRUTHS.get(2)) + " no", 0).toString());

        TimedReply reply = api.apply(new ReceivedRequest("POST", "/v1/completions", true, body, body.size()));

        long firstToken = Fate.of(behaviour, 5, 0).firstTokenNanos();
        assertThat(reply.pieces())
                .singleElement()
                .satisfies(piece ->
                        assertThat(piece.afterNanos()).isEqualTo(firstToken).isBetween(10_000_000L, 80_000_000L));
        assertThat(model.answered()).isZero();
    }

    private static String prompt(Truth truth) {
        return SHOT + "Question: " + truth.question() + "\nAnswer:";
    }

    private ObjectNode echo(String text, int maxTokens) {
        ObjectNode body =
                Client.body().put("max_tokens", maxTokens).put("logprobs", 1).put("echo", true);
        ArrayNode ids = body.putArray("prompt").addArray();
        Arrays.stream(tokenizer.encode(text, false)).forEach(ids::add);
        return body;
    }

    /** Sums as lm-evaluation-harness does: from the end of the context to before the tokens generated. */
    private Scored score(String context, String continuation, int maxTokens) throws Exception {
        JsonNode logprobs =
                client.complete(echo(context + continuation, maxTokens)).at("/choices/0/logprobs");
        JsonNode values = logprobs.get("token_logprobs");
        double sum = 0;
        boolean greedy = true;
        for (int i = tokenizer.encode(context, false).length; i < values.size() - maxTokens; i++) {
            double value = values.get(i).asDouble();
            sum += value;
            greedy &= logprobs.get("top_logprobs").get(i).values().stream().allMatch(top -> top.asDouble() <= value);
        }
        return new Scored(sum, greedy);
    }

    private static int best(double[] values) {
        return IntStream.range(0, values.length)
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .orElseThrow();
    }
}
