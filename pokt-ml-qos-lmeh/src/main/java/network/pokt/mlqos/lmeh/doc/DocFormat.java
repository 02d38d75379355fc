package network.pokt.mlqos.lmeh.doc;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import network.pokt.mlqos.lmeh.config.FormatConfig;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.lmeh.prompt.PromptLayout;
import network.pokt.mlqos.template.PythonLiteral;
import network.pokt.mlqos.template.PythonRepr;
import network.pokt.mlqos.template.PythonTuple;
import network.pokt.mlqos.template.TemplateException;
import org.jspecify.annotations.Nullable;

/**
 * How documents are put into words: the rules by which {@code ConfigurableTask} of lm-evaluation-harness 0.4.13 reads its
 * fields. Immutable and thread-safe.
 */
public final class DocFormat {

    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final Optional<DocField> text;
    private final Optional<DocField> target;
    private final Optional<DocTexts> choices;
    private final Optional<DocField> prefix;
    private final PromptLayout layout;
    private final boolean numbersAreChoices;

    private DocFormat(FormatConfig config, boolean numbersAreChoices, Set<String> columns, FunctionRegistry functions) {
        this.text = config.text().map(field -> DocField.compile("doc_to_text", field, columns, functions));
        this.target = config.target().map(field -> DocField.compile("doc_to_target", field, columns, functions));
        this.choices = config.choice().map(field -> DocTexts.compile("doc_to_choice", field, columns, functions));
        this.prefix = config.prefix().map(field -> DocField.compile("gen_prefix", field, columns, functions));
        this.layout = PromptLayout.of(config.targetDelimiter(), config.fewShotDelimiter());
        this.numbersAreChoices = numbersAreChoices;
    }

    /**
     * Compiles the fields of a task or of its examples.
     *
     * @param columns those of the evaluated documents, also where the format is that of examples
     * @param numbersAreChoices whether the task, which may not be these fields' own, has choices: a template that prints a
     *     number then means the place of one
     */
    public static DocFormat compile(
            FormatConfig config, boolean numbersAreChoices, Set<String> columns, FunctionRegistry functions) {
        return new DocFormat(config, numbersAreChoices, columns, functions);
    }

    public PromptLayout layout() {
        return layout;
    }

    /** Returns whether there are choices. */
    public boolean hasChoices() {
        return choices.isPresent();
    }

    /** Returns {@code doc_to_text}: the question, or the place of the right choice as a Long where choices are questions. */
    public Object question(Doc doc) {
        DocField field = required(text, "doc_to_text", doc);
        Object value = field.of(doc);
        if (!field.isRendered()) {
            return present(value, "doc_to_text", doc);
        }
        String printed = PythonRepr.str(value);
        return isPlace(printed) ? (Object) Long.valueOf(printed) : printed;
    }

    /** Returns {@code doc_to_target}: a text, the place of a choice as a Long, or a list of one of them. */
    public @Nullable Object target(Doc doc) {
        DocField field = required(target, "doc_to_target", doc);
        Object value = field.of(doc);
        boolean list = value instanceof List<?> && !(value instanceof PythonTuple);
        if (!field.isRendered() || list) {
            return value;
        }
        String printed = PythonRepr.str(value);
        if (isPlace(printed)) {
            return Long.valueOf(printed);
        }
        return printed.startsWith("[") && printed.endsWith("]") && printed.length() > 1
                ? parsedIfPossible(printed)
                : printed;
    }

    /** Returns {@code doc_to_choice}: the choices. */
    public List<String> choices(Doc doc) {
        return required(choices, "doc_to_choice", doc).of(doc);
    }

    /** Returns {@code gen_prefix}: how the answer begins, the empty text for nothing. */
    public String prefix(Doc doc) {
        return prefix.map(field -> field.text(doc)).orElse("");
    }

    private boolean isPlace(String printed) {
        return numbersAreChoices
                && printed.length() < 19
                && DIGITS.matcher(printed).matches();
    }

    private static @Nullable Object parsedIfPossible(String printed) {
        try {
            return PythonLiteral.parse(printed);
        } catch (TemplateException e) {
            // What only looks like a list is a text.
            return printed;
        }
    }

    private static <T> T required(Optional<T> field, String name, Doc doc) {
        return field.orElseThrow(() -> doc.unfit("there is nothing to read, since the task has no " + name));
    }

    private static Object present(@Nullable Object value, String name, Doc doc) {
        if (value == null) {
            throw doc.unfit(name + " is None");
        }
        return value;
    }
}
