package network.pokt.mlqos.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import network.pokt.mlqos.RandomCases;
import network.pokt.mlqos.transport.RelayResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Any answer survives the wire: whole, as a stream of any pieces, and as a stream that arrives in any chunks. */
class RoundTripTest {

    private static final OpenAiCodec CODEC = OpenAiCodec.create();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static CompletionAnswer completion(RandomCases.Draw draw) {
        List<CompletionAnswer.Choice> choices = draw.list(
                1,
                3,
                () -> new CompletionAnswer.Choice(
                        0,
                        draw.text(20),
                        logprobs(draw),
                        Optional.of(FinishReason.of(draw.of("stop", "length", "odd")))));
        Optional<TokenUsage> usage =
                draw.bool() ? Optional.of(new TokenUsage(counts(draw), counts(draw), counts(draw))) : Optional.empty();
        return new CompletionAnswer(
                draw.word("abcXYZ", 0, 100),
                numbered(choices),
                usage,
                new Delivery(Optional.empty(), Responses.TOTAL, 0));
    }

    private static List<TokenLogprob> logprobs(RandomCases.Draw draw) {
        List<TokenLogprob> tokens =
                draw.list(0, 4, () -> new TokenLogprob(draw.text(5), draw.decimal(-1e6, 0, 2), candidates(draw)));
        return draw.bool() && !tokens.isEmpty() ? withoutFirstLogprob(tokens) : tokens;
    }

    private static List<TokenLogprob.Candidate> candidates(RandomCases.Draw draw) {
        Map<String, TokenLogprob.Candidate> candidates = new LinkedHashMap<>();
        draw.list(0, 3, () -> new TokenLogprob.Candidate(draw.text(5), draw.decimal(-1e6, 0, 2)))
                .forEach(candidate -> candidates.put(candidate.token(), candidate));
        return List.copyOf(candidates.values());
    }

    private static long counts(RandomCases.Draw draw) {
        return draw.number(0, 1L << 40);
    }

    private static List<TokenLogprob> withoutFirstLogprob(List<TokenLogprob> list) {
        List<TokenLogprob> echoed = new ArrayList<>(list);
        echoed.set(0, new TokenLogprob(list.get(0).token(), Double.NaN, List.of()));
        return echoed;
    }

    private static List<CompletionAnswer.Choice> numbered(List<CompletionAnswer.Choice> choices) {
        List<CompletionAnswer.Choice> numbered = new ArrayList<>();
        for (CompletionAnswer.Choice choice : choices) {
            numbered.add(new CompletionAnswer.Choice(
                    numbered.size(), choice.text(), choice.logprobs(), choice.finishReason()));
        }
        return numbered;
    }

    @Test
    void a_whole_answer_is_read_as_it_was_meant() {
        RandomCases.check(30, 400, draw -> {
            CompletionAnswer meant = completion(draw);
            CompletionAnswer read = Responses.ok(CODEC.completion(Responses.json(whole(meant))));

            assertThat(withoutDelivery(read)).isEqualTo(withoutDelivery(meant));
        });
    }

    @Test
    void an_answer_in_pieces_is_the_same_answer() {
        RandomCases.check(31, 400, draw -> {
            CompletionAnswer meant = completion(draw);
            long seed = draw.number();
            CompletionAnswer read = Responses.ok(CODEC.completion(Responses.events(streamed(meant, seed))));

            assertThat(withoutDelivery(read)).isEqualTo(withoutDelivery(meant));
        });
    }

    @Test
    void it_does_not_matter_how_the_stream_is_cut_into_chunks() {
        RandomCases.check(32, 400, draw -> {
            CompletionAnswer meant = completion(draw);
            long seed = draw.number();
            String stream = streamed(meant, seed);
            RelayResponse response = Responses.events(stream);
            AnswerDraft<CompletionDraft> draft = new AnswerDraft<>(CodecLimits.defaults(), CompletionDraft::new);
            StreamedBody<CompletionDraft> body =
                    new StreamedBody<>(new JsonSource(JsonSource.factory(CodecLimits.defaults())), draft);
            SseReader reader = SseReader.create(body);

            Chunks.of(stream.getBytes(StandardCharsets.UTF_8), seed).forEach(reader::feed);

            Delivery delivery = body.finish(response.timing());
            CompletionAnswer chunked = new CompletionAnswer(
                    draft.model(), draft.choices(CompletionDraft::toChoice), draft.usage(), delivery);
            assertThat(chunked).isEqualTo(Responses.ok(CODEC.completion(response)));
        });
    }

    private static CompletionAnswer withoutDelivery(CompletionAnswer answer) {
        Delivery none = new Delivery(Optional.empty(), Responses.TOTAL, 0);
        return new CompletionAnswer(answer.model(), answer.choices(), answer.usage(), none);
    }

    private static String whole(CompletionAnswer answer) {
        Map<String, Object> body = envelope(answer);
        body.put(
                "choices",
                answer.choices().stream()
                        .map(choice -> piece(
                                choice.index(),
                                choice.text(),
                                choice.logprobs(),
                                choice.finishReason().map(FinishReason::value)))
                        .toList());
        answer.usage().ifPresent(usage -> body.put("usage", usage(usage)));
        return JSON.writeValueAsString(body);
    }

    /** Cuts each choice at random places and lets the choices take turns. */
    private static String streamed(CompletionAnswer answer, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<String> events = new ArrayList<>();
        for (CompletionAnswer.Choice choice : answer.choices()) {
            // Between code points: a half of a surrogate pair has no UTF-8.
            String text = choice.text();
            int textCut = text.offsetByCodePoints(0, random.nextInt(text.codePointCount(0, text.length()) + 1));
            int tokenCut = random.nextInt(choice.logprobs().size() + 1);
            int place = random.nextInt(events.size() + 1);
            List<TokenLogprob> tokens = choice.logprobs();
            events.add(
                    place,
                    event(
                            answer,
                            piece(
                                    choice.index(),
                                    text.substring(0, textCut),
                                    tokens.subList(0, tokenCut),
                                    Optional.empty())));
            events.add(event(
                    answer,
                    piece(
                            choice.index(),
                            text.substring(textCut),
                            tokens.subList(tokenCut, tokens.size()),
                            choice.finishReason().map(FinishReason::value))));
        }
        answer.usage().ifPresent(usage -> {
            Map<String, Object> last = envelope(answer);
            last.put("choices", List.of());
            last.put("usage", usage(usage));
            events.add(JSON.writeValueAsString(last));
        });
        events.add("[DONE]");
        return Responses.stream(events.toArray(String[]::new));
    }

    private static String event(CompletionAnswer answer, Map<String, Object> choice) {
        Map<String, Object> body = envelope(answer);
        body.put("choices", List.of(choice));
        body.put("usage", null);
        return JSON.writeValueAsString(body);
    }

    private static Map<String, Object> envelope(CompletionAnswer answer) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", "cmpl-1");
        body.put("model", answer.model());
        return body;
    }

    private static Map<String, Object> piece(
            int index, String text, List<TokenLogprob> tokens, Optional<String> finishReason) {
        Map<String, Object> piece = new LinkedHashMap<>();
        piece.put("text", text);
        piece.put("index", index);
        piece.put("logprobs", tokens.isEmpty() ? null : logprobs(tokens));
        piece.put("finish_reason", finishReason.orElse(null));
        return piece;
    }

    private static Map<String, Object> logprobs(List<TokenLogprob> tokens) {
        Map<String, Object> logprobs = new LinkedHashMap<>();
        logprobs.put("tokens", tokens.stream().map(TokenLogprob::token).toList());
        logprobs.put(
                "token_logprobs",
                tokens.stream()
                        .map(token -> Double.isNaN(token.logprob()) ? null : token.logprob())
                        .toList());
        logprobs.put(
                "top_logprobs", tokens.stream().map(RoundTripTest::candidates).toList());
        return logprobs;
    }

    private static Map<String, Double> candidates(TokenLogprob token) {
        Map<String, Double> map = new LinkedHashMap<>();
        token.top().forEach(candidate -> map.put(candidate.token(), candidate.logprob()));
        return map;
    }

    private static Map<String, Object> usage(TokenUsage usage) {
        return Map.of(
                "prompt_tokens", usage.promptTokens(),
                "completion_tokens", usage.completionTokens(),
                "completion_tokens_details", Map.of("reasoning_tokens", usage.reasoningTokens()));
    }
}
