package network.pokt.mlqos.lmeh.port;

import java.util.Map;
import java.util.Objects;
import network.pokt.mlqos.lmeh.function.DocsFunction;
import network.pokt.mlqos.lmeh.function.PythonSource;

/** Documents of one subject: {@code dataset.filter(lambda doc: doc[column] == subject)}. */
final class Filtering {

    private Filtering() {}

    /** The subject is an argument of the function, whatever its name. */
    static DocsFunction byArgument(PythonSource source) {
        Texts texts = Texts.of(source);
        String column = texts.next();
        texts.end();
        Object subject = onlyArgument(source);
        return Columns.filter(doc -> Objects.equals(Columns.value(doc, column), subject));
    }

    /** The subject is an argument between two texts. */
    static DocsFunction byFramedArgument(PythonSource source) {
        Texts texts = Texts.of(source);
        String column = texts.next();
        String subject = texts.next() + onlyArgument(source) + texts.next();
        texts.end();
        return Columns.filter(doc -> subject.equals(Columns.value(doc, column)));
    }

    /** The column begins with a text of the function. */
    static DocsFunction byBeginning(PythonSource source) {
        Texts texts = Texts.of(source);
        String beginning = texts.next();
        String column = texts.next();
        texts.end();
        return Columns.filter(doc -> doc.text(column).startsWith(beginning));
    }

    private static Object onlyArgument(PythonSource source) {
        Map<String, ?> arguments = source.arguments();
        if (arguments.size() != 1) {
            throw new IllegalStateException("The function " + source.name() + " has the arguments " + arguments.keySet()
                    + " where one is due; its shape is registered for another function.");
        }
        return Objects.requireNonNull(arguments.values().iterator().next());
    }
}
