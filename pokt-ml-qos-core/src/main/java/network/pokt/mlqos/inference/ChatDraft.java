package network.pokt.mlqos.inference;

import java.util.Optional;

/**
 * A choice of {@code /v1/chat/completions}: a whole {@code message}, or a {@code delta} at a time.
 *
 * <p>Reasoning has two names, {@code reasoning_content} (DeepSeek, older vLLM, SGLang) and {@code reasoning} (vLLM, Ollama,
 * OpenRouter); a server that sends both under way from one to the other says the same twice.
 */
final class ChatDraft extends ChoiceDraft<ChatDraft> {

    private final GrowingText content = new GrowingText();
    private final GrowingText reasoning = new GrowingText();
    private final GrowingText reasoningContent = new GrowingText();
    private final ToolCallDrafts toolCalls;

    ChatDraft(CodecLimits limits, Allowance allowance) {
        super(limits, allowance);
        toolCalls = new ToolCallDrafts(limits.choices());
    }

    @Override
    boolean readContent(String field, JsonCursor json) {
        if (json.isNull() || !(field.equals(contentField()) || field.equals("delta"))) {
            return false;
        }
        json.object("choices[]." + field);
        String name;
        while ((name = json.nextField()) != null) {
            switch (name) {
                case "content" -> content.append(json.stringOrNull("content"));
                case "reasoning" -> reasoning.append(json.stringOrNull("reasoning"));
                case "reasoning_content" -> reasoningContent.append(json.stringOrNull("reasoning_content"));
                case "tool_calls" -> toolCalls.read(json);
                default -> json.skip();
            }
        }
        return true;
    }

    @Override
    void appendContent(ChatDraft later) {
        content.append(later.content);
        reasoning.append(later.reasoning);
        reasoningContent.append(later.reasoningContent);
        toolCalls.append(later.toolCalls);
    }

    @Override
    boolean hasContent() {
        return !content.isEmpty() || !reasoning.isEmpty() || !reasoningContent.isEmpty() || toolCalls.haveContent();
    }

    @Override
    String contentField() {
        return "message";
    }

    ChatAnswer.Choice toChoice(int index) {
        GrowingText thought = reasoning.isEmpty() ? reasoningContent : reasoning;
        return new ChatAnswer.Choice(
                index,
                content.toString(),
                thought.isEmpty() ? Optional.empty() : Optional.of(thought.toString()),
                toolCalls.joined(),
                logprobs(),
                finishReason());
    }
}
