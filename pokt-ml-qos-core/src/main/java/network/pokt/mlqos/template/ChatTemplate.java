package network.pokt.mlqos.template;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.template.TemplateException.Kind;
import network.pokt.mlqos.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * The chat template of a tokenizer: turns messages into the text that a model reads, as {@code apply_chat_template} of
 * transformers 5.18 does. Immutable and thread-safe.
 *
 * <pre>{@code
 * ChatTemplate template = ChatTemplate.compile(tokenizerConfig.chatTemplate(), TimeSource.system(), ZoneOffset.UTC);
 * String prompt = template.render(List.of(Map.of("role", "user", "content", "Hello!")), true, Map.of("bos_token", "<s>"));
 * }</pre>
 */
public final class ChatTemplate {

    private static final String CONTENT = "content";

    /** Marks in the output where the last message ends. A template that trims messages removes the space. */
    private static final String END_MARK = "CONTINUE_FINAL_MESSAGE_TAG ";

    private final Template template;

    private ChatTemplate(Template template) {
        this.template = template;
    }

    /**
     * Compiles a chat template.
     *
     * @param time the clock that the template may ask
     * @param zone the time zone it is told the time in
     * @throws TemplateException if it is malformed, or uses what is not supported
     */
    public static ChatTemplate compile(String source, TimeSource time, ZoneId zone) {
        return new ChatTemplate(JinjaEnvironment.forChatTemplates(time, zone).compile(source));
    }

    /**
     * Returns the text of a conversation.
     *
     * @param messages at least {@code role} and {@code content} of each message
     * @param addGenerationPrompt whether to end with what begins an answer
     * @param variables what else the template reads: special tokens such as {@code bos_token}, {@code tools}, and its own options
     * @throws TemplateException if the template refuses the conversation
     */
    public String render(
            List<? extends Map<String, ?>> messages, boolean addGenerationPrompt, Map<String, ?> variables) {
        Map<String, @Nullable Object> context = new LinkedHashMap<>();
        context.put("tools", null);
        context.put("documents", null);
        context.putAll(variables);
        context.put("messages", messages);
        context.put("add_generation_prompt", addGenerationPrompt);
        return template.render(context);
    }

    /**
     * Returns the text of a conversation up to the end of its last message, so that the model goes on with that message.
     *
     * @param messages as in {@link #render}; the content of the last one is a text
     * @param variables as in {@link #render}
     * @throws TemplateException if the template refuses the conversation, or does not show the last message
     */
    public String renderToContinue(List<? extends Map<String, ?>> messages, Map<String, ?> variables) {
        List<Map<String, ?>> marked = new ArrayList<>(messages);
        Map<String, @Nullable Object> last = new LinkedHashMap<>();
        if (!marked.isEmpty()) {
            last.putAll(marked.get(marked.size() - 1));
        }
        if (!(last.get(CONTENT) instanceof String content)) {
            throw new TemplateException(Kind.VALUE, "The last message has no text to continue; give it a content.");
        }
        last.put(CONTENT, content + END_MARK);
        marked.set(marked.size() - 1, last);
        String rendered = render(marked, false, variables);
        int end = rendered.lastIndexOf(PythonText.strip(END_MARK));
        if (end < 0 || !rendered.contains(PythonText.strip(content))) {
            throw new TemplateException(
                    Kind.VALUE,
                    "The template does not show the last message as it is, so it cannot be continued; render it.");
        }
        String upToEnd = rendered.substring(0, end);
        return rendered.startsWith(END_MARK, end) ? upToEnd : PythonText.stripTrailing(upToEnd);
    }
}
