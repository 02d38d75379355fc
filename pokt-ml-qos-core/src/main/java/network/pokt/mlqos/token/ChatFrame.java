package network.pokt.mlqos.token;

import java.util.function.Function;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;

/** Estimates the tokens that chat templates put around what is said. */
final class ChatFrame {

    /** Role, begin and end of a turn: from Phi-3's 3 tokens to gpt-oss with a channel. */
    private static final TokenCount TURN = TokenCount.estimated(5, 3, 8);

    /** What begins the answer, and a system prompt that some templates bring along. */
    private static final TokenCount ONCE = TokenCount.estimated(12, 1, 200);

    /** The sentences that introduce tools and say how to call them. */
    private static final TokenCount TOOLS = TokenCount.estimated(100, 10, 250);

    /** The braces and names around a call or a function, which templates spell differently. */
    private static final TokenCount CALL = TokenCount.estimated(15, 4, 40);

    private ChatFrame() {}

    static TokenCount around(ChatRequest chat, Function<String, TokenCount> text) {
        TokenCount sum = ONCE;
        for (ChatMessage message : chat.messages()) {
            sum = sum.plus(TURN).plus(text.apply(message.content()));
            for (ChatMessage.ToolCall call : message.toolCalls()) {
                sum = sum.plus(CALL).plus(text.apply(call.name())).plus(text.apply(call.arguments()));
            }
        }
        for (ChatRequest.Tool tool : chat.tools()) {
            sum = sum.plus(CALL)
                    .plus(text.apply(tool.name()))
                    .plus(text.apply(tool.description()))
                    .plus(text.apply(tool.parametersSchema()));
        }
        return chat.tools().isEmpty() ? sum : sum.plus(TOOLS);
    }
}
