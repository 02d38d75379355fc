package network.pokt.mlqos.samples.quickstart.sim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import network.pokt.mlqos.inference.TokenLogprob;
import network.pokt.mlqos.samples.quickstart.sim.Fate.Failure;
import network.pokt.mlqos.samples.quickstart.sim.OpenAiRequest.Refusal;
import network.pokt.mlqos.transport.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The OpenAI interface of one node: turns a request into the script of its answer. Used by one thread. */
final class OpenAiApi implements Function<ReceivedRequest, TimedReply> {

    private final String name;
    private final Behaviour behaviour;
    private final SimulatedModel model;
    private final SimulatedTokenizer tokenizer;
    private final long seed;
    private final OpenAiWriter writer;
    private long requests;

    OpenAiApi(String name, Behaviour behaviour, SimulatedModel model, SimulatedTokenizer tokenizer, long seed) {
        this.name = name;
        this.behaviour = behaviour;
        this.model = model;
        this.tokenizer = tokenizer;
        this.seed = seed;
        this.writer = new OpenAiWriter(name, behaviour.billing());
    }

    @Override
    public TimedReply apply(ReceivedRequest request) {
        try {
            return switch (request.method() + " " + request.path()) {
                case "GET /v1/models" -> writer.models();
                case "POST /v1/completions" -> answer(request.body(), false);
                case "POST /v1/chat/completions" -> answer(request.body(), true);
                default ->
                    writer.error(404, "Nothing is served at " + request.method() + " " + request.path() + ".", 0);
            };
        } catch (Refusal e) {
            return writer.error(e.status(), e.reason(), 0);
        } catch (JacksonException e) {
            return writer.error(400, "The request is not as the interface has it: " + e.getOriginalMessage(), 0);
        }
    }

    private TimedReply answer(Payload body, boolean chat) {
        JsonNode json = JsonMapper.shared().readTree(body.stream());
        OpenAiRequest asked = OpenAiRequest.read(json, chat, name, tokenizer);
        Fate fate = Fate.of(behaviour, seed, requests++);
        if (fate.failsBy(Failure.SERVER_ERROR)) {
            return writer.error(500, "The simulated node failed on purpose.", fate.nanos(0));
        }
        if (fate.failsBy(Failure.RATE_LIMITED)) {
            return writer.error(429, "The simulated node declined on purpose, come back in a second.", 0);
        }
        List<Written> answers = new ArrayList<>();
        for (int[] prompt : asked.prompts()) {
            answers.add(fate.failsBy(Failure.EMPTY) ? Written.nothing(prompt.length) : write(asked, prompt));
        }
        TimedReply reply = asked.stream()
                ? writer.stream(asked, answers, fate, requests)
                : writer.whole(asked, answers, fate, requests);
        return fate.failsBy(Failure.CUT) ? reply.cutInTheMiddle() : reply;
    }

    private Written write(OpenAiRequest asked, int[] prompt) {
        String before = tokenizer.decode(prompt);
        String text = "";
        if (asked.maxTokens() > 0) {
            text = asked.chat() ? model.reply(before) : model.complete(before);
        }
        for (String stop : asked.stop()) {
            int at = text.indexOf(stop);
            text = at < 0 ? text : text.substring(0, at);
        }
        int[] all = tokenizer.encode(text, false);
        int[] ids = Arrays.copyOf(all, Math.min(all.length, asked.maxTokens()));
        List<TokenLogprob> scores = new ArrayList<>();
        if (asked.logprobs().isPresent()) {
            scores.addAll(asked.echo() ? model.read(prompt) : List.of());
            scores.addAll(model.written(ids));
        }
        String finish = asked.maxTokens() == 0 || ids.length < all.length ? "length" : "stop";
        return new Written(prompt.length, asked.echo() ? before : "", pieces(ids), scores, finish);
    }

    private List<String> pieces(int[] ids) {
        List<String> pieces = new ArrayList<>(ids.length);
        int from = 0;
        for (int end = 1; end <= ids.length; end++) {
            String piece = tokenizer.decode(Arrays.copyOfRange(ids, from, end));
            boolean whole = !piece.endsWith(SimulatedTokenizer.HALF_A_CHARACTER);
            pieces.add(whole ? piece : "");
            from = whole ? end : from;
        }
        return pieces;
    }
}
