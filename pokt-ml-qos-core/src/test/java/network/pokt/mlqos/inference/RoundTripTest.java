package network.pokt.mlqos.inference;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import network.pokt.mlqos.transport.RelayResponse;
import tools.jackson.databind.json.JsonMapper;

/** Any answer survives the wire: whole, as a stream of any pieces, and as a stream that arrives in any chunks. */
class RoundTripTest {

    private static final OpenAiCodec CODEC = OpenAiCodec.create();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Provide
    Arbitrary<CompletionAnswer> completions() {
        Arbitrary<Double> logprob = Arbitraries.doubles().between(-1e6, 0);
        Arbitrary<TokenLogprob.Candidate> candidate = Combinators.combine(
                        Arbitraries.strings().ofMaxLength(5), logprob)
                .as(TokenLogprob.Candidate::new);
        Arbitrary<TokenLogprob> token = Combinators.combine(
                        Arbitraries.strings().ofMaxLength(5),
                        logprob,
                        candidate
                                .list()
                                .uniqueElements(TokenLogprob.Candidate::token)
                                .ofMaxSize(3))
                .as(TokenLogprob::new);
        Arbitrary<List<TokenLogprob>> tokens = token.list()
                .ofMaxSize(4)
                .flatMap(list -> Arbitraries.of(true, false)
                        .map(echo -> echo && !list.isEmpty() ? withoutFirstLogprob(list) : list));
        Arbitrary<CompletionAnswer.Choice> choice = Combinators.combine(
                        Arbitraries.strings().ofMaxLength(20), tokens, Arbitraries.of("stop", "length", "odd"))
                .as((text, logprobs, reason) ->
                        new CompletionAnswer.Choice(0, text, logprobs, Optional.of(FinishReason.of(reason))));
        Arbitrary<TokenUsage> usage =
                Combinators.combine(counts(), counts(), counts()).as(TokenUsage::new);
        return Combinators.combine(
                        Arbitraries.strings().alpha(),
                        choice.list().ofMinSize(1).ofMaxSize(3),
                        usage.optional())
                .as((model, choices, claimed) -> new CompletionAnswer(
                        model, numbered(choices), claimed, new Delivery(Optional.empty(), Responses.TOTAL, 0)));
    }

    private static Arbitrary<Long> counts() {
        return Arbitraries.longs().between(0, 1L << 40);
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

    @Property(seed = "30", tries = 400)
    void a_whole_answer_is_read_as_it_was_meant(@ForAll("completions") CompletionAnswer meant) {
        CompletionAnswer read = Responses.ok(CODEC.completion(Responses.json(whole(meant))));

        assertThat(withoutDelivery(read)).isEqualTo(withoutDelivery(meant));
    }

    @Property(seed = "31", tries = 400)
    void an_answer_in_pieces_is_the_same_answer(@ForAll("completions") CompletionAnswer meant, @ForAll long seed) {
        CompletionAnswer read = Responses.ok(CODEC.completion(Responses.events(streamed(meant, seed))));

        assertThat(withoutDelivery(read)).isEqualTo(withoutDelivery(meant));
    }

    @Property(seed = "32", tries = 400)
    void it_does_not_matter_how_the_stream_is_cut_into_chunks(
            @ForAll("completions") CompletionAnswer meant, @ForAll long seed) {
        String stream = streamed(meant, seed);
        RelayResponse response = Responses.events(stream);
        AnswerDraft<CompletionDraft> draft = new AnswerDraft<>(CodecLimits.defaults(), CompletionDraft::new);
        StreamedBody<CompletionDraft> body =
                new StreamedBody<>(new JsonSource(JsonSource.factory(CodecLimits.defaults())), draft);
        SseReader reader = SseReader.create(body);

        Chunks.of(stream.getBytes(StandardCharsets.UTF_8), seed).forEach(reader::feed);

        Delivery delivery = body.finish(response.timing());
        CompletionAnswer chunked =
                new CompletionAnswer(draft.model(), draft.choices(CompletionDraft::toChoice), draft.usage(), delivery);
        assertThat(chunked).isEqualTo(Responses.ok(CODEC.completion(response)));
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
            int textCut = random.nextInt(choice.text().length() + 1);
            int tokenCut = random.nextInt(choice.logprobs().size() + 1);
            int place = random.nextInt(events.size() + 1);
            List<TokenLogprob> tokens = choice.logprobs();
            events.add(
                    place,
                    event(
                            answer,
                            piece(
                                    choice.index(),
                                    choice.text().substring(0, textCut),
                                    tokens.subList(0, tokenCut),
                                    Optional.empty())));
            events.add(event(
                    answer,
                    piece(
                            choice.index(),
                            choice.text().substring(textCut),
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
