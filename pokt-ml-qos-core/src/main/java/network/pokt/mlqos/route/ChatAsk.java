package network.pokt.mlqos.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import network.pokt.mlqos.inference.AnswerStream;
import network.pokt.mlqos.inference.ChatAnswer;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.CodecLimits;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.Delivery;
import network.pokt.mlqos.inference.OpenAiCodec;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.token.TokenCounter;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/** A chat. */
final class ChatAsk implements Ask<ChatAnswer> {

    private static final int CONVERSATION_BEGINS_WITH = 2;

    private final ChatRequest request;
    private final OpenAiCodec codec;
    private final RequestSize size;
    private final boolean sticky;

    ChatAsk(ChatRequest request, OpenAiCodec codec, TokenCounter counter, boolean sticky) {
        this.request = request;
        this.codec = codec;
        this.size = AskSizes.of(request, counter);
        this.sticky = sticky;
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
        return codec.encode(with(node, request.messages(), request.parameters()));
    }

    private ChatRequest with(Node node, List<ChatMessage> messages, SamplingParameters parameters) {
        return new ChatRequest(
                node.model().orElse(request.model()), messages, parameters, request.tools(), request.topLogprobs());
    }

    @Override
    public Decoded<ChatAnswer> read(RelayResponse response) {
        return codec.chat(response);
    }

    @Override
    public Told told(ChatAnswer answer) {
        Delivery delivery = answer.delivery();
        return new Told(
                AskSizes.written(
                        delivery.contentEvents(), answer.first().content().length()),
                delivery.streamed() ? delivery.firstContent() : Optional.empty(),
                answer.usage());
    }

    @Override
    public ContentWatch watch(Consumer<String> text) {
        return AnswerStream.chat(CodecLimits.defaults(), text)::feed;
    }

    /** As vLLM and SGLang take it: the last message is the model's own, and is gone on with. */
    @Override
    public Optional<RelayRequest> continuation(Node node, String soFar) {
        List<ChatMessage> messages = new ArrayList<>(request.messages());
        messages.add(ChatMessage.assistant(soFar));
        SamplingParameters parameters = Continuations.of(request.parameters(), soFar)
                .extra("continue_final_message", true)
                .extra("add_generation_prompt", false)
                .build();
        return Optional.of(codec.encode(with(node, messages, parameters)));
    }

    @Override
    public ChatAnswer joined(String soFar, ChatAnswer rest) {
        ChatAnswer.Choice last = rest.first();
        ChatAnswer.Choice whole = new ChatAnswer.Choice(
                last.index(),
                soFar + last.content(),
                last.reasoning(),
                last.toolCalls(),
                last.logprobs(),
                last.finishReason());
        return new ChatAnswer(rest.model(), List.of(whole), rest.usage(), rest.delivery());
    }

    /** A conversation is known by how it begins. */
    @Override
    public Optional<String> prefix() {
        List<ChatMessage> messages = request.messages();
        return sticky
                ? Optional.of(
                        Continuations.digest(messages.subList(0, Math.min(CONVERSATION_BEGINS_WITH, messages.size()))
                                .toString()))
                : Optional.empty();
    }
}
