package network.pokt.mlqos.lmeh.match;

/**
 * How texts are put to a model that says how near they are. {@code {instruction}} stands for what it is to look for, and
 * {@code {text}} for the answer or the candidate.
 *
 * @param answer the text around the answer
 * @param candidate the text around a candidate
 */
public record Wording(String answer, String candidate) {

    /** What is looked for unless somebody says otherwise. */
    public static final String INSTRUCTION = "Find the document that says the same as the final answer of the query.";

    /** The texts alone, for rerankers and embeddings that take no instruction. */
    public static final Wording PLAIN = new Wording("{text}", "{text}");

    /** For the Qwen3 rerankers served as sequence classifiers, as their model card writes prompts. */
    public static final Wording QWEN3_RERANKER = new Wording(
            "<|im_start|>system\nJudge whether the Document meets the requirements based on the Query and the Instruct"
                    + " provided. Note that the answer can only be \"yes\" or \"no\".<|im_end|>\n<|im_start|>user\n"
                    + "<Instruct>: {instruction}\n<Query>: {text}\n",
            "<Document>: {text}<|im_end|>\n<|im_start|>assistant\n<think>\n\n</think>\n\n");

    /** For embeddings that are told what to look for, such as Qwen3 Embedding and multilingual E5 instruct. */
    public static final Wording EMBEDDING_WITH_INSTRUCTION =
            new Wording("Instruct: {instruction}\nQuery:{text}", "{text}");

    public Wording {
        if (!answer.contains("{text}") || !candidate.contains("{text}")) {
            throw new IllegalArgumentException("A wording needs {text} in both of its parts.");
        }
    }

    String answer(String text, String instruction) {
        return answer.replace("{instruction}", instruction).replace("{text}", text);
    }

    String candidate(String text, String instruction) {
        return candidate.replace("{instruction}", instruction).replace("{text}", text);
    }
}
