package network.pokt.mlqos.route;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import network.pokt.mlqos.inference.AnswerStream;
import network.pokt.mlqos.inference.CodecLimits;
import network.pokt.mlqos.inference.CompletionAnswer;
import network.pokt.mlqos.inference.CompletionRequest;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.Delivery;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.inference.Prompt;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.token.TokenCounter;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/** A completion. */
final class CompletionAsk implements Ask<CompletionAnswer> {

    private final CompletionRequest request;
    private final OpenAiCodec codec;
    private final RequestSize size;

    CompletionAsk(CompletionRequest request, OpenAiCodec codec, TokenCounter counter) {
        this.request = request;
        this.codec = codec;
        this.size = AskSizes.of(request, counter);
    }

    @Override
    public RequestSize size() {
        return size;
    }

    @Override
    public boolean streams() {
        return request.parameters().stream();
    }

    @Override
    public RelayRequest request(Node node) {
        return codec.encode(new CompletionRequest(
                node.model().orElse(request.model()),
                request.prompt(),
                request.parameters(),
                request.logprobs(),
                request.echo()));
    }

    @Override
    public Decoded<CompletionAnswer> read(RelayResponse response) {
        return codec.completion(response);
    }

    @Override
    public Told told(CompletionAnswer answer) {
        Delivery delivery = answer.delivery();
        return new Told(
                AskSizes.written(delivery.contentEvents(), answer.first().text().length()),
                delivery.streamed() ? delivery.firstContent() : Optional.empty(),
                answer.usage());
    }

    @Override
    public ContentWatch watch(Consumer<String> text) {
        return AnswerStream.completion(CodecLimits.defaults(), text)::feed;
    }

    /** Only a text can be gone on with, and only if it is not repeated in the answer. */
    @Override
    public Optional<RelayRequest> continuation(Node node, String soFar) {
        if (!(request.prompt() instanceof Prompt.Text prompt) || request.echo()) {
            return Optional.empty();
        }
        return Optional.of(codec.encode(new CompletionRequest(
                node.model().orElse(request.model()),
                Prompt.text(prompt.text() + soFar),
                Continuations.of(request.parameters(), soFar).build(),
                request.logprobs(),
                false)));
    }

    @Override
    public CompletionAnswer joined(String soFar, CompletionAnswer rest) {
        CompletionAnswer.Choice last = rest.first();
        return new CompletionAnswer(
                rest.model(),
                List.of(new CompletionAnswer.Choice(
                        last.index(), soFar + last.text(), last.logprobs(), last.finishReason())),
                rest.usage(),
                rest.delivery());
    }
}
