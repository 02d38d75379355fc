package network.pokt.mlqos.lmeh.prompt;

/**
 * How the parts of a prompt are joined.
 *
 * @param target what stands between a question and its answer
 * @param fewShot what stands after each example
 */
public record PromptLayout(Delimiter target, Delimiter fewShot) {

    /** A space between question and answer, and an empty line after each example. */
    public static final PromptLayout DEFAULT = of(" ", "\n\n");

    public static PromptLayout of(String target, String fewShot) {
        return new PromptLayout(new Delimiter(target), new Delimiter(fewShot));
    }

    /** Returns this layout with another text between question and answer. */
    public PromptLayout withTarget(String text) {
        return new PromptLayout(new Delimiter(text), fewShot);
    }
}
