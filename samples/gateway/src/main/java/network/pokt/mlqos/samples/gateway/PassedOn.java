package network.pokt.mlqos.samples.gateway;

import java.util.Optional;
import java.util.function.Consumer;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.Delivery;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.route.Ask;
import network.pokt.mlqos.route.RequestSize;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/**
 * A client's request on its way to whichever node is chosen: everything is passed on but the model's name, which becomes the
 * node's own, and the answer is passed back as it came, once the library's codec has found nothing wrong with it.
 */
record PassedOn(ClientRequest request, OpenAiCodec codec) implements Ask<PassedOn.Answer> {

    private static final int CHARACTERS_PER_TOKEN = 4;

    /** A sound answer. */
    record Answer(Payload body, Told told) {

        /** Returns what is billed: what the node claims, or what was seen where it claims nothing. */
        TokenUsage usage(long promptTokens) {
            return told.usage().orElseGet(() -> TokenUsage.of(promptTokens, told.written()));
        }
    }

    @Override
    public RequestSize size() {
        return request.size();
    }

    @Override
    public boolean streams() {
        return request.streams();
    }

    @Override
    public RelayRequest request(Node node) {
        return RelayRequest.postJson(request.path(), request.body(node.model().orElse(request.model())));
    }

    @Override
    public Decoded<Answer> read(RelayResponse response) {
        Decoded<Answer> read = request.chat() ? chat(response) : completion(response);
        boolean stream = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        if (read instanceof Decoded.Fault<Answer> || stream == streams()) {
            return read;
        }
        return new Decoded.Fault<>(RelayFailure.of(
                FaultCause.SCHEMA,
                streams() ? "No stream came where one was asked for." : "A stream came that nobody asked for.",
                response.timing()));
    }

    private Decoded<Answer> chat(RelayResponse response) {
        Decoded<ChatAnswer> read = codec.chat(response);
        return read instanceof Decoded.Ok<ChatAnswer> ok
                ? answer(
                        response,
                        ok.answer().delivery(),
                        ok.answer().first().content(),
                        ok.answer().usage())
                : new Decoded.Fault<>(((Decoded.Fault<ChatAnswer>) read).failure());
    }

    private Decoded<Answer> completion(RelayResponse response) {
        Decoded<CompletionAnswer> read = codec.completion(response);
        return read instanceof Decoded.Ok<CompletionAnswer> ok
                ? answer(
                        response,
                        ok.answer().delivery(),
                        ok.answer().first().text(),
                        ok.answer().usage())
                : new Decoded.Fault<>(((Decoded.Fault<CompletionAnswer>) read).failure());
    }

    private static Decoded<Answer> answer(
            RelayResponse response, Delivery delivery, String text, Optional<TokenUsage> usage) {
        long written =
                delivery.streamed() ? delivery.contentEvents() : Math.max(1, text.length() / CHARACTERS_PER_TOKEN);
        Told told = new Told(written, delivery.streamed() ? delivery.firstContent() : Optional.empty(), usage);
        return new Decoded.Ok<>(new Answer(response.body(), told));
    }

    @Override
    public Told told(Answer answer) {
        return answer.told();
    }

    @Override
    public ContentWatch watch(Consumer<String> show) {
        return new EventWatch(request.chat(), show);
    }
}
