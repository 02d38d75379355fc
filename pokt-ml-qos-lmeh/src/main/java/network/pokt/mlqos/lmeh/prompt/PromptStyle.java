package network.pokt.mlqos.lmeh.prompt;

import java.util.List;
import network.pokt.mlqos.inference.ChatMessage;
import network.pokt.mlqos.inference.ChatRequest;
import network.pokt.mlqos.inference.SamplingParameters;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.token.ChatPrompt;
import org.jspecify.annotations.Nullable;

/**
 * The form in which a prompt is put to a model. Immutable and thread-safe.
 *
 * <p>{@link #TEXT} is what lm-evaluation-harness does unless told to apply a chat template. Conversations go to a chat interface
 * as they are; with a {@linkplain #templated template} they become a text to complete, as the chat interface of the model
 * would make of them.
 */
public final class PromptStyle {

    /** One text to continue. */
    public static final PromptStyle TEXT = new PromptStyle("text", null);

    /**
     * A conversation in which each example is a turn: {@code --apply_chat_template} with {@code fewshot_as_multiturn}.
     */
    public static final PromptStyle CHAT = new PromptStyle("chat", new Conversation(true, null));

    /** A conversation with all examples in the user's one message: {@code --apply_chat_template} without. */
    public static final PromptStyle CHAT_IN_ONE_TURN =
            new PromptStyle("chat in one turn", new Conversation(false, null));

    /** A template does not ask which model it is for. */
    private static final String NO_MODEL = "any";

    private final String name;
    private final @Nullable Conversation conversation;

    private record Conversation(boolean multiTurn, @Nullable ChatPrompt template) {}

    private PromptStyle(String name, @Nullable Conversation conversation) {
        this.name = name;
        this.conversation = conversation;
    }

    /**
     * Returns this conversation written out by a chat template, to be completed as a text.
     *
     * @param template the template of the model, with its special tokens
     * @param fingerprint a text that changes whenever the template does
     * @throws IllegalStateException if this style is no conversation
     */
    public PromptStyle templated(ChatPrompt template, String fingerprint) {
        if (conversation == null) {
            throw new IllegalStateException("Only a conversation has a chat template; begin with CHAT.");
        }
        return new PromptStyle(
                name + " by template " + fingerprint, new Conversation(conversation.multiTurn(), template));
    }

    /** Returns whether prompts are conversations for a chat interface. */
    public boolean isChat() {
        return conversation != null && conversation.template() == null;
    }

    /** Returns whether a chat template applies, here or at the node; answers then need no delimiter before them. */
    public boolean isConversation() {
        return conversation != null;
    }

    /** Returns {@code prompt} in this form. */
    public Ask.Context context(FewShotPrompt prompt) {
        if (conversation == null) {
            return Ask.Context.text(prompt.text());
        }
        List<ChatMessage> messages = conversation.multiTurn() ? prompt.multiTurn() : prompt.singleTurn();
        ChatPrompt template = conversation.template();
        if (template == null) {
            return Ask.Context.chat(messages);
        }
        SamplingParameters continuing = SamplingParameters.builder()
                .extra("continue_final_message", prompt.isBegun())
                .build();
        return Ask.Context.text(template.render(ChatRequest.of(NO_MODEL, messages, continuing)));
    }

    /** Returns what distinguishes this style from others. */
    @Override
    public String toString() {
        return name;
    }
}
