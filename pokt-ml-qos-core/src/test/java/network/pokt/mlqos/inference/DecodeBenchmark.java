package network.pokt.mlqos.inference;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import network.pokt.mlqos.transport.RelayResponse;

/**
 * Prints microseconds of processor time per decode of a long echo answer, a short one and a stream; run it by hand, it judges nothing.
 *
 * <p>The answers take turns, so that a busy machine is unfair to all of them alike; what counts is the best and the median
 * of the later rounds.
 */
public final class DecodeBenchmark {

    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();
    private static final int ROUNDS = 30;
    private static final int EVENTS = 500;

    private DecodeBenchmark() {}

    public static void main(String[] args) throws IOException {
        OpenAiCodec codec = OpenAiCodec.create();
        Map<String, RelayResponse> answers = new LinkedHashMap<>();
        answers.put("echo of 2,000 tokens", file("completion_2000_logprobs.json"));
        answers.put("small", file("completion.json"));
        answers.put("stream of " + EVENTS, Responses.of(200, stream(), "Content-Type", "text/event-stream"));
        answers.forEach((name, response) -> {
            if (!(codec.completion(response) instanceof Decoded.Ok)) {
                throw new IllegalStateException(name + ": " + codec.completion(response));
            }
        });
        Map<String, double[]> micros = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, RelayResponse> answer : answers.entrySet()) {
                micros.computeIfAbsent(answer.getKey(), name -> new double[ROUNDS])[round] =
                        measure(codec, answer.getValue());
            }
        }
        micros.forEach((name, times) -> {
            double[] warm = Arrays.copyOfRange(times, ROUNDS / 3, ROUNDS);
            Arrays.sort(warm);
            System.out.printf(
                    "%-22s %8d bytes  best %8.2f us  median %8.2f us%n",
                    name, answers.get(name).body().size(), warm[0], warm[warm.length / 2]);
        });
    }

    private static double measure(OpenAiCodec codec, RelayResponse response) {
        int times = Math.max(50, 10_000_000 / (response.body().size() + 100));
        long begin = CLOCK.getCurrentThreadCpuTime();
        int choices = 0;
        for (int i = 0; i < times; i++) {
            choices += Responses.ok(codec.completion(response)).choices().size();
        }
        double elapsed = CLOCK.getCurrentThreadCpuTime() - begin;
        if (choices != times) {
            throw new IllegalStateException("Each answer has one choice.");
        }
        return elapsed / times / 1000;
    }

    private static RelayResponse file(String name) throws IOException {
        return Responses.json(Files.readAllBytes(SharedFolder.path("tools/bench/" + name)));
    }

    private static byte[] stream() {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < EVENTS; i++) {
            body.append(
                            "data: {\"id\":\"cmpl-1\",\"object\":\"text_completion\",\"created\":1,\"model\":\"m\",\"choices\":")
                    .append("[{\"index\":0,\"text\":\" word\",\"logprobs\":null,\"finish_reason\":")
                    .append(i == EVENTS - 1 ? "\"stop\"" : "null")
                    .append("}],\"usage\":null}\n\n");
        }
        return body.append("data: [DONE]\n\n").toString().getBytes(StandardCharsets.UTF_8);
    }
}
