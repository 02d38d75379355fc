package network.pokt.mlqos.lmeh.config;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a document becomes a question, an answer and choices: the fields that a task has once for the evaluated document and once
 * for its examples. Immutable.
 */
public final class FormatConfig {

    private final @Nullable FieldValue text;
    private final @Nullable FieldValue target;
    private final @Nullable FieldValue choice;
    private final @Nullable FieldValue prefix;
    private final String targetDelimiter;
    private final String fewShotDelimiter;

    FormatConfig(Fields fields) {
        this.text = fields.value("doc_to_text");
        this.target = fields.value("doc_to_target");
        this.choice = fields.value("doc_to_choice");
        this.prefix = fields.value("gen_prefix");
        this.targetDelimiter = fields.text("target_delimiter", " ");
        this.fewShotDelimiter = fields.text("fewshot_delimiter", "\n\n");
    }

    /** Returns {@code doc_to_text}: the question. */
    public Optional<FieldValue> text() {
        return Optional.ofNullable(text);
    }

    /** Returns {@code doc_to_target}: the answer, or the number of the right choice. */
    public Optional<FieldValue> target() {
        return Optional.ofNullable(target);
    }

    /** Returns {@code doc_to_choice}: the choices. */
    public Optional<FieldValue> choice() {
        return Optional.ofNullable(choice);
    }

    /** Returns {@code gen_prefix}: how the answer begins. */
    public Optional<FieldValue> prefix() {
        return Optional.ofNullable(prefix);
    }

    /** Returns what stands between question and answer, a space by default. */
    public String targetDelimiter() {
        return targetDelimiter;
    }

    /** Returns what stands between examples, an empty line by default. */
    public String fewShotDelimiter() {
        return fewShotDelimiter;
    }
}
