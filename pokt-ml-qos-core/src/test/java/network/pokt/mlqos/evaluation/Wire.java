package network.pokt.mlqos.evaluation;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests and answers as they stand on the wire, written with single quotes. */
final class Wire {

    private Wire() {}

    static JsonNode json(String quoted) {
        return JsonMapper.shared().readTree(quoted.replace('\'', '"'));
    }

    static JsonNode body(Exchange exchange) {
        return JsonMapper.shared().readTree(exchange.request().body().utf8());
    }

    static RelayResponse response(int status, String quoted) {
        HttpHeaders headers =
                HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true);
        return new RelayResponse(
                status, headers, Payload.of(quoted.replace('\'', '"')), RelayTiming.none(Instant.EPOCH));
    }

    /**
     * Returns an echo of {@code prompt} tokens with these log-probabilities, and one token that was written after it.
     */
    static String echo(int prompt, double... logprobs) {
        if (logprobs.length != prompt) {
            throw new IllegalArgumentException("Give a log-probability for each token of the prompt.");
        }
        return echoOnly(DoubleStream.concat(Arrays.stream(logprobs), DoubleStream.of(-0.5))
                .toArray());
    }

    /** Returns an echo and nothing after it; each token is its own most probable candidate. */
    static String echoOnly(double... logprobs) {
        return answer(logprobs, numbered(logprobs, "{'t%d': %s}", "null"));
    }

    static String withoutCandidates(double... logprobs) {
        return answer(logprobs, "null");
    }

    private static String answer(double[] logprobs, String top) {
        return "{'model': 'tiny', 'choices': [{'index': 0, 'text': 'x', 'finish_reason': 'length', 'logprobs': {'tokens': "
                + numbered(logprobs, "'t%d'", "'t0'")
                + ", 'token_logprobs': " + numbered(logprobs, "%2$s", "null")
                + ", 'top_logprobs': " + top + "}}]}";
    }

    private static String numbered(double[] logprobs, String form, String first) {
        return IntStream.range(0, logprobs.length)
                .mapToObj(i -> i == 0 ? first : String.format(form, i, logprobs[i]))
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
