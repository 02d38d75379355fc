package network.pokt.mlqos.lmeh.doc;

import java.util.Set;
import network.pokt.mlqos.lmeh.config.FieldValue;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.template.JinjaEnvironment;
import network.pokt.mlqos.template.PythonRepr;
import network.pokt.mlqos.template.Template;
import network.pokt.mlqos.template.TemplateException;
import org.jspecify.annotations.Nullable;

/**
 * One field of a task such as {@code doc_to_text}, ready to be read off documents. Immutable and thread-safe.
 *
 * <p>A template that is a single expression is not printed and parsed again: its value is taken as it is.
 */
final class DocField {

    private final String name;
    private final DocFunction value;
    private final boolean rendered;

    private DocField(String name, DocFunction value, boolean rendered) {
        this.name = name;
        this.value = value;
        this.rendered = rendered;
    }

    /**
     * Compiles a field.
     *
     * @param name its name in task files, for messages
     * @param columns those of the evaluated documents: a text that is one of them stands for its value
     * @throws TemplateException if it is a template that cannot be compiled
     * @throws network.pokt.mlqos.lmeh.function.UnsupportedFunctionException if it is a function without an equivalent
     */
    static DocField compile(String name, FieldValue field, Set<String> columns, FunctionRegistry functions) {
        if (field instanceof FieldValue.Text text) {
            if (columns.contains(text.text())) {
                return new DocField(name, doc -> doc.columns().get(text.text()), false);
            }
            return new DocField(name, rendering(JinjaEnvironment.forTasks().compile(text.text())), true);
        } else if (field instanceof FieldValue.Python python) {
            return new DocField(name, functions.find(python.function(), DocFunction.class), false);
        }
        Object constant = field instanceof FieldValue.Mapping mapping
                ? mapping.entries().values().stream().toList()
                : field.raw();
        return new DocField(name, doc -> constant, false);
    }

    private static DocFunction rendering(Template template) {
        return template.isExpression()
                ? doc -> template.evaluate(doc.columns())
                : doc -> template.render(doc.columns());
    }

    /** Returns whether values come out of a template, so that what they look like decides what they are. */
    boolean isRendered() {
        return rendered;
    }

    /**
     * Returns the field's value.
     *
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if the document is not fit for it
     */
    @Nullable
    Object of(Doc doc) {
        try {
            return value.apply(doc);
        } catch (TemplateException e) {
            throw doc.unfit(name + " fails: " + DocField.reason(e));
        }
    }

    /** Returns the field's value as Python prints it, the empty text for none. */
    String text(Doc doc) {
        Object found = of(doc);
        return found == null && !rendered ? "" : PythonRepr.str(found);
    }

    /** Returns what went wrong, to stand within a sentence. */
    static String reason(TemplateException e) {
        String reason = e.reason();
        return reason.endsWith(".") ? reason.substring(0, reason.length() - 1) : reason;
    }
}
