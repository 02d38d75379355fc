package network.pokt.mlqos.lmeh.result;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run says of conversations.
 *
 * @param systemInstruction the system instruction, or null
 * @param fewShotAsTurns whether examples are turns of their own
 * @param template the chat template; empty if the node has it, null if there is none
 */
public record ChatFacts(
        @Nullable String systemInstruction,
        boolean fewShotAsTurns,
        @Nullable String template) {

    /** Plain texts without a system instruction. */
    public static final ChatFacts NONE = new ChatFacts(null, true, null);

    void putInto(Map<String, @Nullable Object> results) {
        results.put("system_instruction", systemInstruction);
        results.put("system_instruction_sha", hash(systemInstruction));
        results.put("fewshot_as_multiturn", fewShotAsTurns);
        results.put("chat_template", template);
        results.put("chat_template_sha", hash(template));
    }

    private static @Nullable String hash(@Nullable String text) {
        return text == null || text.isEmpty() ? null : Sha256.of(text);
    }
}
