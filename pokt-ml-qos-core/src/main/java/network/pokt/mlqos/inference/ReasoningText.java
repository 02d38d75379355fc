package network.pokt.mlqos.inference;

/**
 * A text of a model that thinks aloud in its answer, taken apart.
 *
 * @param reasoning what it thought, without the tags and the white space around it; empty if it did not
 * @param answer what it said
 */
public record ReasoningText(String reasoning, String answer) {

    private static final String BEGIN = "<think>";
    private static final String END = "</think>";

    /**
     * Takes apart a text with {@code <think>...</think>} before the answer, as DeepSeek R1, Qwen and their kin write.
     *
     * <p>The answer is what follows the last end tag, without leading white space, as lm-evaluation-harness 0.4.13 cuts it at
     * its {@code think_end_token}. The begin tag may be missing, since chat templates tend to write it into the prompt. A text
     * that begins to think and is cut off before the end tag has no answer; any other text without an end tag is an answer.
     */
    public static ReasoningText split(String content) {
        return split(content, BEGIN, END);
    }

    /** Takes apart a text with other tags; see {@link #split(String)}. */
    public static ReasoningText split(String content, String begin, String end) {
        if (begin.isEmpty() || end.isEmpty()) {
            throw new IllegalArgumentException("The tags of a reasoning text cannot be empty.");
        }
        int cut = content.lastIndexOf(end);
        if (cut >= 0) {
            String answer = content.substring(cut + end.length()).stripLeading();
            return new ReasoningText(withoutBegin(content.substring(0, cut), begin), answer);
        }
        return content.stripLeading().startsWith(begin)
                ? new ReasoningText(withoutBegin(content, begin), "")
                : new ReasoningText("", content);
    }

    private static String withoutBegin(String thought, String begin) {
        String stripped = thought.strip();
        return stripped.startsWith(begin) ? stripped.substring(begin.length()).strip() : stripped;
    }
}
