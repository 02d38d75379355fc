package network.pokt.mlqos.lmeh.prompt;

import network.pokt.mlqos.task.Ask;

/** The form in which a prompt is put to a model. */
public enum PromptStyle {
    /** One text to continue: what lm-evaluation-harness does unless told to apply a chat template. */
    TEXT,
    /**
     * A conversation in which each example is a turn: {@code --apply_chat_template} with {@code fewshot_as_multiturn}.
     */
    CHAT,
    /** A conversation with all examples in the user's one message: {@code --apply_chat_template} without. */
    CHAT_IN_ONE_TURN;

    /** Returns {@code prompt} in this form. */
    public Ask.Context context(FewShotPrompt prompt) {
        return switch (this) {
            case TEXT -> Ask.Context.text(prompt.text());
            case CHAT -> Ask.Context.chat(prompt.multiTurn());
            case CHAT_IN_ONE_TURN -> Ask.Context.chat(prompt.singleTurn());
        };
    }
}
