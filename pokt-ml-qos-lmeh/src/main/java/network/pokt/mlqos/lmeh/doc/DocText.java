package network.pokt.mlqos.lmeh.doc;

import java.util.Optional;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.template.JinjaEnvironment;
import network.pokt.mlqos.template.PythonRepr;
import network.pokt.mlqos.template.Template;
import network.pokt.mlqos.template.TemplateException;

/** A description: the value of the document's column of that name, else a template. Immutable and thread-safe. */
public final class DocText {

    private final String source;
    private final Optional<Template> template;

    private DocText(String source) {
        this.source = source;
        this.template = source.isEmpty()
                ? Optional.empty()
                : Optional.of(JinjaEnvironment.forTasks().compile(source));
    }

    public static DocText of(String source) {
        return new DocText(source);
    }

    /** Returns the text for a document, which decides by its own columns. */
    public String of(Doc doc) {
        if (template.isEmpty()) {
            return "";
        } else if (doc.columns().containsKey(source)) {
            Object value = doc.columns().get(source);
            return value == null ? "" : PythonRepr.str(value);
        }
        try {
            return template.get().render(doc.columns());
        } catch (TemplateException e) {
            throw doc.unfit("description fails: " + DocField.reason(e));
        }
    }
}
