package network.pokt.mlqos.inference;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One turn of a conversation.
 *
 * @param role who speaks, such as {@code system}, {@code user}, {@code assistant} or {@code tool}
 * @param content what is said; empty for an assistant turn that only calls tools
 * @param toolCalls the tools that an assistant turn calls
 * @param toolCallId the call that a tool turn answers, if it is one
 */
public record ChatMessage(String role, String content, List<ToolCall> toolCalls, Optional<String> toolCallId) {

    public ChatMessage {
        if (role.isBlank()) {
            throw new IllegalArgumentException("A chat message needs a role such as 'user'.");
        }
        toolCalls = List.copyOf(toolCalls);
    }

    public static ChatMessage of(String role, String content) {
        return new ChatMessage(role, content, List.of(), Optional.empty());
    }

    public static ChatMessage system(String content) {
        return of("system", content);
    }

    public static ChatMessage user(String content) {
        return of("user", content);
    }

    public static ChatMessage assistant(String content) {
        return of("assistant", content);
    }

    /** Returns the answer of a tool. */
    public static ChatMessage tool(String toolCallId, String content) {
        return new ChatMessage("tool", content, List.of(), Optional.of(toolCallId));
    }

    /**
     * A call of a tool by the model.
     *
     * @param id the id that the tool's answer refers to
     * @param name the function's name
     * @param arguments the arguments as JSON text, exactly as the model wrote them: possibly malformed
     */
    public record ToolCall(@Nullable String id, String name, String arguments) {}
}
