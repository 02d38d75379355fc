package network.pokt.mlqos.lmeh.prompt;

import network.pokt.mlqos.inference.ChatMessage;

/**
 * One turn of a prompt.
 *
 * @param role who speaks
 * @param content what is said
 * @param delimiter what follows it in plain text
 */
record Turn(String role, String content, String delimiter) {

    static final String SYSTEM = "system";
    static final String USER = "user";
    static final String ASSISTANT = "assistant";

    boolean isBy(String speaker) {
        return role.equals(speaker);
    }

    ChatMessage message() {
        return ChatMessage.of(role, content);
    }
}
