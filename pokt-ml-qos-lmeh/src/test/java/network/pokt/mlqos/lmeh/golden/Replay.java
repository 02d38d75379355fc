package network.pokt.mlqos.lmeh.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import network.pokt.mlqos.evaluation.Exchange;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.task.Task;
import org.assertj.core.data.Offset;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs a task on the recorded answers of a run, and compares every prompt, request, reply, value and score with it. */
public final class Replay {

    private static final Offset<Double> EXACT = Offset.offset(1e-12);

    private final GoldenRun run;
    private final Task task;
    private final ModelApi api;
    private final Node node = Node.at(URI.create("http://127.0.0.1:8000"), "mock");
    private final List<String> sent = new ArrayList<>();
    private final List<Score> scores = new ArrayList<>();
    private final List<String> generated = new ArrayList<>();

    private Replay(GoldenRun run, Task task, ModelApi api) {
        this.run = run;
        this.task = task;
        this.api = api;
    }

    /** Replays the first {@code limit} documents and returns the generated texts. */
    public static List<String> of(GoldenRun run, Task task, ModelApi api, int limit) {
        Replay replay = new Replay(run, task, api);
        replay.ask(Sampling.first(limit));
        replay.compareScores();
        return replay.generated;
    }

    private void ask(Sampling sampling) {
        List<JsonNode> lines = run.samples();
        int perFilter = lines.size()
                / lines.stream().map(line -> line.get("filter")).distinct().toArray().length;
        Iterator<Sample> samples = task.samples(sampling);
        int doc = 0;
        while (samples.hasNext()) {
            Sample sample = samples.next();
            assertThat(sample.index()).isEqualTo(lines.get(doc).get("doc_id").asInt());
            Score score = sample.score(replies(sample, lines.get(doc)));
            compareValues(score, lines, sample.index());
            scores.add(score);
            doc++;
        }
        assertThat(doc).isEqualTo(perFilter);
        assertThat(sent).containsExactlyInAnyOrderElementsOf(run.requests());
    }

    private List<Reply> replies(Sample sample, JsonNode line) {
        List<Reply> replies = new ArrayList<>();
        assertThat(sample.asks()).hasSize(line.get("arguments").size());
        for (int i = 0; i < sample.asks().size(); i++) {
            Ask ask = sample.asks().get(i);
            comparePrompt(ask, line.get("arguments").get("gen_args_" + i));
            Exchange exchange = api.exchange(ask, node);
            sent.add(GoldenRun.key(exchange.request()));
            Decoded<Exchange.Answer> decoded = exchange.read(run.answer(exchange.request()));
            assertThat(decoded).isInstanceOf(Decoded.Ok.class);
            Reply reply = ((Decoded.Ok<Exchange.Answer>) decoded).answer().reply();
            compareReply(reply, line.get("resps").get(i).get(0));
            replies.add(reply);
        }
        return replies;
    }

    private static void comparePrompt(Ask ask, JsonNode arguments) {
        if (ask instanceof Ask.Loglikelihood likelihood) {
            assertThat(likelihood.context()).isEqualTo(arguments.get("arg_0").asString());
            assertThat(likelihood.continuation())
                    .isEqualTo(arguments.get("arg_1").asString());
        } else if (ask instanceof Ask.Generate generate && generate.context() instanceof Ask.Text text) {
            assertThat(text.text()).isEqualTo(arguments.get("arg_0").asString());
        } else if (ask instanceof Ask.Generate generate && generate.context() instanceof Ask.Chat chat) {
            JsonNode messages =
                    JsonMapper.shared().readTree(arguments.get("arg_0").get(0).asString());
            List<ChatMessage> expected = new ArrayList<>();
            messages.forEach(message -> expected.add(ChatMessage.of(
                    message.get("role").asString(), message.get("content").asString())));
            assertThat(chat.messages()).isEqualTo(expected);
        }
    }

    private void compareReply(Reply reply, JsonNode recorded) {
        if (reply instanceof Reply.Likelihood likelihood) {
            assertThat(likelihood.logprob())
                    .isEqualTo(Double.parseDouble(recorded.get(0).asString()));
            assertThat(likelihood.greedy()).isEqualTo(recorded.get(1).asString().equals("True"));
        } else if (reply instanceof Reply.Generated text) {
            assertThat(text.text()).isEqualTo(recorded.asString());
            generated.add(text.text());
        }
    }

    private void compareValues(Score score, List<JsonNode> lines, int docId) {
        List<Measure> measures = task.measures();
        for (int i = 0; i < measures.size(); i++) {
            Measure measure = measures.get(i);
            JsonNode line = lines.stream()
                    .filter(candidate -> candidate.get("doc_id").asInt() == docId
                            && candidate.get("filter").asString().equals(measure.filter()))
                    .findFirst()
                    .orElseThrow();
            assertThat(score.value(i))
                    .as(measure + " of document " + docId)
                    .isEqualTo(line.get(measure.metric()).asDouble());
        }
    }

    private void compareScores() {
        List<Measure> measures = task.measures();
        for (int i = 0; i < measures.size(); i++) {
            int index = i;
            double[] values =
                    scores.stream().mapToDouble(score -> score.value(index)).toArray();
            double mean = java.util.Arrays.stream(values).sum() / values.length;
            double squares = java.util.Arrays.stream(values)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            double error = Math.sqrt(squares / (values.length - 1)) / Math.sqrt(values.length);
            Measure measure = measures.get(i);
            JsonNode results = run.results();
            assertThat(mean).isCloseTo(results.get(measure.key()).asDouble(), EXACT);
            assertThat(error)
                    .isCloseTo(
                            results.get(measure.metric() + "_stderr," + measure.filter())
                                    .asDouble(),
                            EXACT);
        }
    }
}
