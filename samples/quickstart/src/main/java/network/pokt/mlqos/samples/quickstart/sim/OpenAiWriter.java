package network.pokt.mlqos.samples.quickstart.sim;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import network.pokt.mlqos.inference.TokenLogprob;
import network.pokt.mlqos.inference.TokenLogprob.Candidate;
import network.pokt.mlqos.samples.quickstart.sim.Fate.Failure;
import network.pokt.mlqos.samples.quickstart.sim.TimedReply.Piece;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Puts what a node has to say into the JSON and the events of the OpenAI interface. Thread-safe. */
final class OpenAiWriter {

    private final JsonMapper json = JsonMapper.shared();
    private final String name;
    private final BigDecimal billing;

    OpenAiWriter(String name, double billing) {
        this.name = name;
        this.billing = BigDecimal.valueOf(billing);
    }

    TimedReply models() {
        ObjectNode list = json.createObjectNode().put("object", "list");
        list.putArray("data").addObject().put("id", name).put("object", "model").put("owned_by", "simulated");
        return TimedReply.whole(200, headers("application/json"), new Piece(0, payload(list)));
    }

    TimedReply error(int status, String message, long afterNanos) {
        ObjectNode body = json.createObjectNode();
        body.putObject("error")
                .put("message", message)
                .put("type", status < 500 ? "invalid_request_error" : "server_error")
                .putNull("param")
                .put("code", status);
        Map<String, String> headers = headers("application/json");
        if (status == 429) {
            headers.put("Retry-After", "1");
        }
        return TimedReply.whole(status, headers, new Piece(afterNanos, payload(body)));
    }

    TimedReply whole(OpenAiRequest asked, List<Written> answers, Fate fate, long number) {
        ObjectNode body = head(asked, number, asked.chat() ? "chat.completion" : "text_completion");
        ArrayNode choices = body.putArray("choices");
        for (Written answer : answers) {
            ObjectNode choice = choices.addObject().put("index", choices.size() - 1);
            if (asked.chat()) {
                choice.putObject("message").put("role", "assistant").put("content", answer.text());
            } else {
                choice.put("text", answer.text());
            }
            if (!answer.scores().isEmpty()) {
                putLogprobs(choice, answer.scores(), asked.logprobs().orElse(0));
            }
            choice.put("finish_reason", answer.finish());
        }
        body.set("usage", usage(answers));
        int tokens = answers.stream().mapToInt(Written::tokens).sum();
        return TimedReply.whole(200, headers("application/json"), new Piece(fate.nanos(tokens), payload(body, fate)));
    }

    TimedReply stream(OpenAiRequest asked, List<Written> answers, Fate fate, long number) {
        String object = asked.chat() ? "chat.completion.chunk" : "text_completion";
        List<Piece> events = new ArrayList<>();
        int written = 0;
        for (int index = 0; index < answers.size(); index++) {
            Written answer = answers.get(index);
            boolean first = true;
            for (String piece : answer.pieces()) {
                if (!piece.isEmpty()) {
                    ObjectNode event = head(asked, number, object);
                    ObjectNode choice = event.putArray("choices").addObject().put("index", index);
                    putPiece(choice, asked.chat(), piece, first).putNull("finish_reason");
                    events.add(event(event, fate, written));
                    first = false;
                }
                written++;
            }
            ObjectNode end = head(asked, number, object);
            ObjectNode choice = end.putArray("choices").addObject().put("index", index);
            putPiece(choice, asked.chat(), "", first).put("finish_reason", answer.finish());
            events.add(event(end, fate, written));
        }
        if (asked.streamUsage()) {
            ObjectNode bill = head(asked, number, object);
            bill.putArray("choices");
            bill.set("usage", usage(answers));
            events.add(event(bill, fate, written));
        }
        events.add(new Piece(fate.nanos(written), Payload.of("data: [DONE]\n\n")));
        return TimedReply.stream(headers("text/event-stream"), events);
    }

    private ObjectNode head(OpenAiRequest asked, long number, String object) {
        return json.createObjectNode()
                .put("id", (asked.chat() ? "chatcmpl-" : "cmpl-") + name + "-" + number)
                .put("object", object)
                .put("created", Instant.now().getEpochSecond())
                .put("model", name)
                .put("system_fingerprint", "simulated");
    }

    /** The first piece of a conversation's answer says whose turn it is. */
    private static ObjectNode putPiece(ObjectNode choice, boolean chat, String piece, boolean first) {
        if (!chat) {
            return choice.put("text", piece);
        }
        ObjectNode delta = choice.putObject("delta");
        if (first) {
            delta.put("role", "assistant");
        }
        delta.put("content", piece);
        return choice;
    }

    private static void putLogprobs(ObjectNode choice, List<TokenLogprob> scores, int candidates) {
        ObjectNode logprobs = choice.putObject("logprobs");
        ArrayNode tokens = logprobs.putArray("tokens");
        ArrayNode values = logprobs.putArray("token_logprobs");
        ArrayNode tops = logprobs.putArray("top_logprobs");
        ArrayNode offsets = logprobs.putArray("text_offset");
        int offset = 0;
        for (TokenLogprob score : scores) {
            tokens.add(score.token());
            offsets.add(offset);
            offset += score.token().length();
            if (Double.isNaN(score.logprob())) {
                values.addNull();
                tops.addNull();
                continue;
            }
            values.add(decimal(score.logprob()));
            // As servers do it: the best candidates, and the token itself even if it is not among them.
            ObjectNode top = tops.addObject();
            for (Candidate best :
                    score.top().subList(0, Math.min(candidates, score.top().size()))) {
                top.put(best.token(), decimal(best.logprob()));
            }
            top.put(score.token(), decimal(score.logprob()));
        }
    }

    /** Four places are enough to rank by, and writing all seventeen would be most of the work of a log-likelihood. */
    private static BigDecimal decimal(double logprob) {
        return BigDecimal.valueOf(Math.round(logprob * 1e4), 4);
    }

    /** The bill: true counts, but for the completion tokens of a node that bills more. */
    private ObjectNode usage(List<Written> answers) {
        long read = answers.stream().mapToLong(Written::promptTokens).sum();
        long written = answers.stream().mapToLong(Written::tokens).sum();
        long billed = billing.multiply(BigDecimal.valueOf(written))
                .setScale(0, RoundingMode.CEILING)
                .longValueExact();
        return json.createObjectNode()
                .put("prompt_tokens", read)
                .put("completion_tokens", billed)
                .put("total_tokens", read + billed);
    }

    private Piece event(ObjectNode body, Fate fate, int tokensBefore) {
        return new Piece(
                fate.nanos(tokensBefore),
                Payload.of("data: " + payload(body, fate).utf8() + "\n\n"));
    }

    /** Half an object is no object: that is how a malformed answer comes about. */
    private Payload payload(ObjectNode body, Fate fate) {
        Payload whole = payload(body);
        return fate.failsBy(Failure.MALFORMED) ? Payload.wrap(whole.toByteArray(), whole.size() / 2) : whole;
    }

    private Payload payload(ObjectNode body) {
        byte[] bytes = json.writeValueAsBytes(body);
        return Payload.wrap(bytes, bytes.length);
    }

    private static Map<String, String> headers(String contentType) {
        Map<String, String> headers = new TreeMap<>();
        headers.put("Content-Type", contentType);
        headers.put("X-Simulated", "true");
        return headers;
    }
}
