package network.pokt.mlqos.samples.quickstart.sim;

import static network.pokt.mlqos.samples.quickstart.sim.Client.completion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class SimulatedNodeTest extends NodeFixture {

    private final SimulatedTokenizer tokenizer = new SimulatedTokenizer();

    @ParameterizedTest
    @ValueSource(doubles = {0.92, 0.55, 0, 1})
    void it_answers_the_share_that_it_states(double skill) throws Exception {
        SimulatedNode node = start(Behaviour.of("any", skill));

        double share = (double) rightAnswers(node, PROMPTS).size() / QUESTIONS;

        // Four standard deviations of a binomial share: one seed in 16,000 lies outside.
        assertThat(share).isCloseTo(skill, within(4 * Math.sqrt(skill * (1 - skill) / QUESTIONS)));
        assertThat(node.trueSkill()).isEqualTo(skill);
        assertThat(node.answered()).isEqualTo(QUESTIONS);
    }

    @Test
    void which_questions_it_answers_depends_on_its_seed_and_not_on_their_order() throws Exception {
        List<String> some = PROMPTS.subList(0, 300);
        List<String> reversed =
                IntStream.rangeClosed(1, 300).mapToObj(i -> some.get(300 - i)).toList();
        Behaviour half = Behaviour.of("any", 0.5);

        List<String> right = rightAnswers(start(half, 1), some);

        assertThat(rightAnswers(start(half, 1), reversed)).containsExactlyInAnyOrderElementsOf(right);
        assertThat(rightAnswers(start(half, 2), some)).isNotEqualTo(right);
    }

    @Test
    void a_swapping_node_falls_to_its_later_skill_after_the_stated_number_of_answers() throws Exception {
        SimulatedNode node = start(Behaviour.of("swapping", 0.90).swapping(0.45, QUESTIONS / 2));
        assertThat(node.trueSkill()).isEqualTo(0.90);

        int before = rightAnswers(node, PROMPTS.subList(0, 500)).size();
        assertThat(node.trueSkill()).isEqualTo(0.90);
        int after = rightAnswers(node, PROMPTS.subList(500, 1000)).size();

        assertThat(before / 500.0).isCloseTo(0.90, within(0.054));
        assertThat(after / 500.0).isCloseTo(0.45, within(0.089));
        assertThat(node.trueSkill()).isEqualTo(0.675, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({"1, 13", "1.3, 17", "2, 26", "1.01, 14"})
    void usage_is_the_true_count_times_the_billing_factor_rounded_up(double billing, long billed) throws Exception {
        Client client = new Client(start(Behaviour.of("any", 1).billing(billing)));

        JsonNode answer = client.complete(completion(PROMPTS.get(0)).put("max_tokens", 13));

        String text = answer.at("/choices/0/text").asString();
        assertThat(tokenizer.count(text)).isEqualTo(13);
        assertThat(answer.at("/usage/prompt_tokens").asLong()).isEqualTo(tokenizer.count(PROMPTS.get(0)));
        assertThat(answer.at("/usage/completion_tokens").asLong()).isEqualTo(billed);
        assertThat(answer.at("/usage/total_tokens").asLong()).isEqualTo(tokenizer.count(PROMPTS.get(0)) + billed);
    }

    @Test
    void a_flaky_node_fails_the_stated_share_in_each_of_the_stated_ways() throws Exception {
        SimulatedNode node = start(Behaviour.of("flaky", 1).failing(0.5));

        List<String> outcomes = new Client(node).completeAll(bodies(PROMPTS), 16, SimulatedNodeTest::outcome);

        assertThat(share(outcomes, "fine")).isCloseTo(0.5, within(0.064));
        for (String way : List.of("500", "429 after 1", "cut", "malformed", "empty")) {
            assertThat(share(outcomes, way)).as(way).isCloseTo(0.1, within(0.038));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_cut_answer_breaks_off_before_its_end_streamed_or_not(boolean streamed) throws Exception {
        SimulatedNode node = start(Behaviour.of("flaky", 1).failing(1));
        List<ObjectNode> bodies = bodies(PROMPTS.subList(0, 100));
        bodies.forEach(body -> body.put("stream", streamed));

        List<String> outcomes = new Client(node).completeAll(bodies, 16, SimulatedNodeTest::outcome);

        // 20 expected; four standard deviations are 16.
        assertThat(outcomes).filteredOn("cut"::equals).hasSizeBetween(4, 36);
        assertThat(outcomes).doesNotContain("fine");
    }

    @Test
    void a_question_outside_the_book_gets_words_that_are_the_nodes_own() throws Exception {
        SimulatedNode one = start(Behaviour.of("any", 1), 1);
        SimulatedNode two = start(Behaviour.of("any", 1), 2);
        ObjectNode body = completion("Once upon a time");

        String told = new Client(one).complete(body).at("/choices/0/text").asString();

        assertThat(told).startsWith(" I do not know:");
        assertThat(new Client(one).complete(body).at("/choices/0/text").asString())
                .isEqualTo(told);
        assertThat(new Client(two).complete(body).at("/choices/0/text").asString())
                .isNotEqualTo(told);
        assertThat(one.answered()).isZero();
    }

    @Test
    void a_slow_node_takes_its_time() throws Exception {
        SimulatedNode slow = start(Behaviour.of("slow", 1).slowedBy(5 / IN_A_HURRY));

        long began = System.nanoTime();
        new Client(slow).complete(completion(PROMPTS.get(0)));

        // 140 ms in the median to the first token alone; a fifth off is one standard deviation.
        assertThat((System.nanoTime() - began) / 1e6).isGreaterThan(100);
    }

    private static String outcome(CompletableFuture<HttpResponse<String>> pending) {
        if (pending.handle((answer, failure) -> failure).join() != null) {
            return "cut";
        }
        HttpResponse<String> answer = pending.join();
        if (answer.statusCode() != 200) {
            return answer.statusCode()
                    + answer.headers()
                            .firstValue("Retry-After")
                            .map(s -> " after " + s)
                            .orElse("");
        }
        String body = answer.body();
        try {
            if (body.startsWith("data: ")) {
                List<String> data = Arrays.stream(body.split("\n\n"))
                        .map(event -> event.substring(6))
                        .toList();
                boolean text = data.stream()
                        .filter(event -> !event.equals("[DONE]"))
                        .map(Client.JSON::readTree)
                        .anyMatch(
                                event -> !event.at("/choices/0/text").asString().isEmpty());
                return text ? "fine" : "empty";
            }
            return Client.JSON.readTree(body).at("/choices/0/text").asString().isEmpty() ? "empty" : "fine";
        } catch (tools.jackson.core.JacksonException e) {
            return "malformed";
        }
    }

    private static double share(List<String> outcomes, String outcome) {
        return outcomes.stream().filter(outcome::equals).count() / (double) outcomes.size();
    }

    /** Returns the prompts that the node answers correctly. */
    private static List<String> rightAnswers(SimulatedNode node, List<String> prompts) throws InterruptedException {
        List<String> texts = new Client(node)
                .completeAll(
                        bodies(prompts),
                        16,
                        answer -> Client.JSON
                                .readTree(answer.join().body())
                                .at("/choices/0/text")
                                .asString());
        List<String> right = new ArrayList<>();
        for (int i = 0; i < prompts.size(); i++) {
            Truth truth = BOOK.find(prompts.get(i)).orElseThrow();
            String text = texts.get(i).strip();
            assertThat(truth.offers(text)).as(text).isTrue();
            if (text.equals(truth.correct())) {
                right.add(prompts.get(i));
            }
        }
        return right;
    }

    private static List<ObjectNode> bodies(List<String> prompts) {
        return prompts.stream().map(Client::completion).toList();
    }
}
