package network.pokt.mlqos.lmeh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.evaluation.CompletionsApi;
import network.pokt.mlqos.evaluation.Exchange;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.token.HuggingFaceTokenizer;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Log-likelihoods of a real model behind a real server, given as {@code -Dmlqos.liveNode=http://127.0.0.1:8000}: the
 * small one of the shared folder, {@code tools/node/serve.py}, whose tokenizer is used.
 *
 * <p>{@code -Dmlqos.liveSamples=FILE} names the samples that lm_eval 0.4.13 logged for the first documents of
 * ARC-Challenge with two examples and {@code max_length=512} on the same server.
 */
class LiveNodeTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-3);
    private static final int DOCUMENTS = 10;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void ids_and_texts_give_equal_log_likelihoods() throws Exception {
        String url = property("mlqos.liveNode");
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.load(SharedData.path("tools/node/base"))) {
            ModelApi ids = completions(tokenizer).build();
            ModelApi texts = completions(tokenizer).tokenizedRequests(false).build();
            Iterator<Sample> samples = arc().samples(Sampling.first(DOCUMENTS));
            while (samples.hasNext()) {
                for (Ask ask : samples.next().asks()) {
                    Reply.Likelihood byIds = ask(ids, ask, url);
                    assertThat(byIds.logprob()).isNegative();
                    assertThat(ask(texts, ask, url).logprob()).isCloseTo(byIds.logprob(), CLOSE);
                }
            }
        }
    }

    @Test
    void log_likelihoods_and_scores_equal_those_of_lm_eval() throws Exception {
        String url = property("mlqos.liveNode");
        List<String> lines = Files.readAllLines(Path.of(property("mlqos.liveSamples")));
        try (HuggingFaceTokenizer tokenizer = HuggingFaceTokenizer.load(SharedData.path("tools/node/base"))) {
            ModelApi api = completions(tokenizer).build();
            Iterator<Sample> samples = arc().samples(Sampling.first(lines.size()));
            double largest = 0;
            for (String line : lines) {
                largest = Math.max(
                        largest, compare(samples.next(), JsonMapper.shared().readTree(line), api, url));
            }
            assertThat(samples.hasNext()).isFalse();
            System.out.println(lines.size() + " documents compared with lm_eval, largest difference " + largest);
        }
    }

    private double compare(Sample sample, JsonNode line, ModelApi api, String url) throws Exception {
        List<Reply> replies = new ArrayList<>();
        double largest = 0;
        for (int i = 0; i < sample.asks().size(); i++) {
            Ask.Loglikelihood ask = (Ask.Loglikelihood) sample.asks().get(i);
            JsonNode recorded = line.get("resps").get(i).get(0);
            double expected = Double.parseDouble(recorded.get(0).asString());
            Reply.Likelihood reply = ask(api, ask, url);
            assertThat(ask.context())
                    .isEqualTo(line.get("arguments")
                            .get("gen_args_" + i)
                            .get("arg_0")
                            .asString());
            assertThat(reply.logprob()).isCloseTo(expected, CLOSE);
            assertThat(reply.greedy()).isEqualTo(recorded.get(1).asString().equals("True"));
            largest = Math.max(largest, Math.abs(reply.logprob() - expected));
            replies.add(reply);
        }
        assertThat(sample.score(replies).value(0)).isEqualTo(line.get("acc").asDouble());
        assertThat(sample.score(replies).value(1))
                .isEqualTo(line.get("acc_norm").asDouble());
        return largest;
    }

    private Reply.Likelihood ask(ModelApi api, Ask ask, String url) throws IOException, InterruptedException {
        Exchange exchange = api.exchange(ask, Node.at(URI.create(url), "tinylm"));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(url + exchange.request().path()))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(
                        exchange.request().body().toByteArray()))
                .build();
        HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        Decoded<Exchange.Answer> decoded = exchange.read(new RelayResponse(
                answer.statusCode(), answer.headers(), Payload.of(answer.body()), RelayTiming.none(Instant.EPOCH)));
        assertThat(decoded).isInstanceOf(Decoded.Ok.class);
        return (Reply.Likelihood)
                ((Decoded.Ok<Exchange.Answer>) decoded).answer().reply();
    }

    private static LmehTask arc() {
        return Lmeh.arcChallenge(SharedData.path("data/arc_challenge")).fewShot(2);
    }

    private static CompletionsApi.Builder completions(HuggingFaceTokenizer tokenizer) {
        return ModelApi.completions().tokenizer(tokenizer).maxLength(512);
    }

    private static String property(String name) {
        String value = System.getProperty(name);
        Assumptions.assumeTrue(value != null, () -> "There is no live node to compare with, give -D" + name + ".");
        return value;
    }
}
