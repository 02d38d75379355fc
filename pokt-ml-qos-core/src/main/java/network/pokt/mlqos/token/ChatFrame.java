package network.pokt.mlqos.token;

import java.util.function.Function;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;

/** Estimates the tokens that chat templates put around what is said. */
final class ChatFrame {

    /** Role, begin and end of a turn: from Phi-3's 2 tokens to gpt-oss with a channel. */
    private static final TokenCount TURN = TokenCount.estimated(5, 2, 9);

    /** What begins the answer, and a system prompt that some templates bring along. */
    private static final TokenCount ONCE = TokenCount.estimated(12, 0, 200);

    /** The sentences that introduce tools and say how to call them. */
    private static final TokenCount TOOLS = TokenCount.estimated(100, 0, 250);

    /** The braces and names around a call or a function, which templates spell differently. */
    private static final TokenCount CALL = TokenCount.estimated(15, 0, 60);

    private ChatFrame() {}

    static TokenCount around(ChatRequest chat, Function<String, TokenCount> text) {
        TokenCount sum = ONCE;
        for (ChatMessage message : chat.messages()) {
            TokenCount content = TURN.plus(text.apply(message.content()));
            sum = sum.plus(message.toolCallId().isPresent() ? orNothing(content) : content);
            for (ChatMessage.ToolCall call : message.toolCalls()) {
                sum = sum.plus(orNothing(CALL.plus(text.apply(call.name())).plus(text.apply(call.arguments()))));
            }
        }
        for (ChatRequest.Tool tool : chat.tools()) {
            sum = sum.plus(orNothing(CALL.plus(text.apply(tool.name()))
                    .plus(text.apply(tool.description()))
                    .plus(text.apply(tool.parametersSchema()))));
        }
        return chat.tools().isEmpty() ? sum : sum.plus(TOOLS);
    }

    /** Templates that know no tools leave out all of them, or write a schema with line breaks and twice the tokens. */
    private static TokenCount orNothing(TokenCount count) {
        return TokenCount.estimated(count.tokens(), 0, 2 * count.high());
    }
}
