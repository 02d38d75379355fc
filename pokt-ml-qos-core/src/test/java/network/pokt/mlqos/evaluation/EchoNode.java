package network.pokt.mlqos.evaluation;

import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A node whose tokens are letters, which answers completions well or in one of the ways that servers get wrong. */
final class EchoNode implements RelayTransport {

    /** What the node does with the echo of a prompt. */
    enum Habit {
        HONEST,
        WRITES_NOTHING_MORE,
        NO_ECHO,
        NO_LOGPROBS,
        NULL_LOGPROBS,
        NO_CANDIDATES,
        ALL_ZERO,
        POSITIVE,
        BEGINS_WITH_ITS_OWN,
        BEGINS_WITH_ITS_OWN_AND_WRITES_NOTHING,
        PAIRS_OF_LETTERS,
        OTHER_LETTERS,
        REFUSES,
        ERROR_IN_OK,
        BUSY_ONCE,
        ALWAYS_BUSY
    }

    final AtomicInteger relays = new AtomicInteger();
    private final Habit habit;

    EchoNode(Habit habit) {
        this.habit = habit;
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        int nth = relays.incrementAndGet();
        int status = habit == Habit.REFUSES
                ? 400
                : habit == Habit.ALWAYS_BUSY || (habit == Habit.BUSY_ONCE && nth == 1) ? 500 : 200;
        JsonNode body = JsonMapper.shared().readTree(request.body().utf8());
        String answer = status != 200 || habit == Habit.ERROR_IN_OK
                ? "{\"error\": {\"message\": \"echo is not supported\"}}"
                : JsonMapper.shared().writeValueAsString(answer(prompt(body.get("prompt"))));
        return CompletableFuture.completedFuture(new RelayResponse(
                status,
                HttpHeaders.of(Map.of("Content-Type", List.of("application/json")), (name, value) -> true),
                Payload.of(answer),
                RelayTiming.none(Instant.EPOCH)));
    }

    private static String prompt(JsonNode prompt) {
        if (prompt.isString()) {
            return prompt.asString();
        }
        StringBuilder text = new StringBuilder();
        prompt.get(0).forEach(id -> text.appendCodePoint(id.asInt()));
        return text.toString();
    }

    private Map<String, Object> answer(String prompt) {
        List<String> tokens = tokens(prompt);
        List<Object> logprobs = new ArrayList<>();
        List<Object> candidates = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            Object value = i == 0 ? null : logprob(i);
            logprobs.add(value);
            candidates.add(value == null ? null : Map.of(tokens.get(i), value));
        }
        Map<String, Object> reported = new LinkedHashMap<>();
        reported.put("tokens", tokens);
        reported.put("token_logprobs", logprobs);
        reported.put("top_logprobs", habit == Habit.NO_CANDIDATES ? null : candidates);
        Map<String, Object> choice = new LinkedHashMap<>();
        choice.put("index", 0);
        choice.put("text", String.join("", tokens));
        choice.put("finish_reason", "length");
        choice.put("logprobs", habit == Habit.NO_LOGPROBS ? null : reported);
        return Map.of("model", "letters", "choices", List.of(choice));
    }

    private List<String> tokens(String prompt) {
        List<String> tokens = new ArrayList<>();
        if (habit == Habit.BEGINS_WITH_ITS_OWN || habit == Habit.BEGINS_WITH_ITS_OWN_AND_WRITES_NOTHING) {
            tokens.add("<s>");
        }
        if (habit != Habit.NO_ECHO) {
            int length = habit == Habit.PAIRS_OF_LETTERS ? 2 : 1;
            for (int i = 0; i < prompt.length(); i += length) {
                String token = prompt.substring(i, Math.min(prompt.length(), i + length));
                tokens.add(
                        habit == Habit.OTHER_LETTERS ? "ab".substring(i % 2, i % 2 + 1) : token.replace(' ', '\u0120'));
            }
        }
        if (habit != Habit.WRITES_NOTHING_MORE && habit != Habit.BEGINS_WITH_ITS_OWN_AND_WRITES_NOTHING) {
            tokens.add("!");
        }
        return tokens;
    }

    private Object logprob(int place) {
        return switch (habit) {
            case NULL_LOGPROBS -> null;
            case ALL_ZERO -> 0.0;
            case POSITIVE -> 0.5;
            default -> -1.0 - place % 7;
        };
    }

    @Override
    public void close() {}
}
