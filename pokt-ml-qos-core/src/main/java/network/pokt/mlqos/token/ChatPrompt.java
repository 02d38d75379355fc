package network.pokt.mlqos.token;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.template.ChatTemplate;
import network.pokt.mlqos.time.TimeSource;

/**
 * Turns a chat request into the text that a model reads: its chat template with its special tokens. Immutable and
 * thread-safe.
 *
 * <p>Requests are read as vLLM reads them: arguments of tool calls that are JSON are given to the template parsed, and the
 * fields {@code chat_template_kwargs}, {@code add_generation_prompt} (by default true) and {@code continue_final_message}
 * of {@link network.pokt.mlqos.inference.SamplingParameters#extra} have their effect.
 */
public final class ChatPrompt {

    private final ChatTemplate template;
    private final Map<String, ?> variables;

    private ChatPrompt(ChatTemplate template, Map<String, ?> variables) {
        this.template = template;
        this.variables = new LinkedHashMap<>(variables);
    }

    /**
     * Joins a template with what it reads besides the conversation.
     *
     * @param variables special tokens by role, such as {@code bos_token}, and options of the template
     */
    public static ChatPrompt of(ChatTemplate template, Map<String, ?> variables) {
        return new ChatPrompt(template, variables);
    }

    /**
     * Loads the template of a model from the files beside its {@code tokenizer.json}: {@code chat_template.jinja}, or else
     * {@code tokenizer_config.json} or {@code chat_template.json}.
     *
     * @param time the clock that the template may ask
     * @param zone the time zone it is told the time in
     * @throws TokenizerException if the folder has no template
     * @throws network.pokt.mlqos.template.TemplateException if the template is malformed
     */
    public static ChatPrompt load(Path folder, TimeSource time, ZoneId zone) {
        ModelTokens files = ModelTokens.in(folder);
        String source = files.chatTemplate()
                .orElseThrow(() -> new TokenizerException("The folder " + folder
                        + " has no chat template, add the model's tokenizer_config.json or chat_template.jinja."));
        return of(ChatTemplate.compile(source, time, zone), files.named());
    }

    /**
     * Returns the whole text, special tokens spelled out.
     *
     * @throws network.pokt.mlqos.template.TemplateException if the template refuses the conversation
     */
    public String render(ChatRequest chat) {
        Map<String, Object> all = new LinkedHashMap<>(variables);
        Map<String, Object> extra = chat.parameters().extra();
        if (extra.get("chat_template_kwargs") instanceof Map<?, ?> options) {
            options.forEach((name, value) -> all.put(String.valueOf(name), value));
        }
        if (!chat.tools().isEmpty()) {
            all.put("tools", ChatValues.tools(chat.tools()));
        }
        if (Boolean.TRUE.equals(extra.get("continue_final_message"))) {
            return template.renderToContinue(ChatValues.messages(chat.messages()), all);
        }
        boolean answer = !Boolean.FALSE.equals(extra.get("add_generation_prompt"));
        return template.render(ChatValues.messages(chat.messages()), answer, all);
    }
}
