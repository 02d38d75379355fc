package network.pokt.mlqos.lmeh.doc;

import java.util.List;
import java.util.Set;
import network.pokt.mlqos.lmeh.config.FieldValue;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.template.PythonLiteral;
import network.pokt.mlqos.template.PythonRepr;
import network.pokt.mlqos.template.TemplateException;
import org.jspecify.annotations.Nullable;

/**
 * A field of a task that gives a list of texts, such as {@code doc_to_choice}: a list, the column that has one, or a template that
 * prints one as Python does. Immutable and thread-safe.
 */
public final class DocTexts {

    private final String name;
    private final DocField field;

    private DocTexts(String name, DocField field) {
        this.name = name;
        this.field = field;
    }

    /**
     * Compiles a field.
     *
     * @param name its name in task files, for messages
     * @param columns those of the evaluated documents: a text that is one of them stands for its value
     * @throws TemplateException if it is a template that cannot be compiled
     * @throws network.pokt.mlqos.lmeh.function.UnsupportedFunctionException if it is a function without an equivalent
     */
    public static DocTexts compile(String name, FieldValue field, Set<String> columns, FunctionRegistry functions) {
        return new DocTexts(name, DocField.compile(name, field, columns, functions));
    }

    /**
     * Returns the texts, with what is no text as Python prints it.
     *
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if the document has no list
     */
    public List<String> of(Doc doc) {
        Object value = field.of(doc);
        if (field.isRendered() && !(value instanceof List<?>)) {
            value = parsed(PythonRepr.str(value), doc);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(PythonRepr::str).toList();
        }
        throw doc.unfit(name + " gives no list but " + PythonRepr.str(value));
    }

    private @Nullable Object parsed(String literal, Doc doc) {
        try {
            return PythonLiteral.parse(literal);
        } catch (TemplateException e) {
            throw doc.unfit(name + " gives no list of Python: " + DocField.reason(e));
        }
    }
}
