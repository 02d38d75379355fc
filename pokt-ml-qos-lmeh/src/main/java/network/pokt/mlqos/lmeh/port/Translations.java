package network.pokt.mlqos.lmeh.port;

import java.util.List;
import java.util.Map;
import java.util.Set;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.function.DocFunction;
import network.pokt.mlqos.lmeh.function.PythonSource;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/** MAFAND: translation between an African language and English or French, whichever a document has. */
final class Translations {

    private static final int LANGUAGES = 21;

    private Translations() {}

    /** The English or else the French text. */
    static DocFunction european(PythonSource source) {
        Texts.of(source)
                .expect("translation", "en", "en", "translation", "translation", "fr")
                .end();
        return doc -> {
            Map<?, ?> texts = Columns.map(doc, "translation");
            return texts.get(texts.containsKey("en") ? "en" : "fr");
        };
    }

    /** The text in the African language. */
    static DocFunction african(PythonSource source) {
        Texts.of(source).expect("translation", "en", "fr", "translation").end();
        return doc -> Columns.map(doc, "translation").get(africanKey(doc));
    }

    /** A question for the European text. */
    static DocFunction fromAfrican(PythonSource source) {
        Texts texts = Texts.of(source).expect("translation", "en", "fr", "translation");
        String english = texts.next();
        texts.expect("en", "translation");
        String french = texts.next();
        List<String> parts = List.of(
                texts.next() + texts.next(),
                texts.next(),
                texts.next() + texts.next(),
                texts.next(),
                texts.next(),
                texts.next());
        Map<String, String> names = texts.pairs(LANGUAGES);
        texts.end();
        return doc -> {
            Map<?, ?> translation = Columns.map(doc, "translation");
            String key = africanKey(doc);
            String name = name(doc, names, key);
            String into = translation.containsKey("en") ? english : french;
            return filled(parts, name, into, name, translation.get(key), into);
        };
    }

    /** A question for the African text. */
    static DocFunction toAfrican(PythonSource source) {
        Texts texts = Texts.of(source).expect("translation", "en", "fr", "en", "en", "translation", "fr");
        String english = texts.next();
        texts.expect("en");
        String french = texts.next();
        texts.expect("translation");
        List<String> parts = List.of(
                texts.next() + texts.next(),
                texts.next(),
                texts.next() + texts.next(),
                texts.next(),
                texts.next(),
                texts.next());
        Map<String, String> names = texts.pairs(LANGUAGES);
        texts.end();
        return doc -> {
            Map<?, ?> translation = Columns.map(doc, "translation");
            String key = translation.containsKey("en") ? "en" : "fr";
            String from = key.equals("en") ? english : french;
            String name = name(doc, names, africanKey(doc));
            return filled(parts, from, name, from, translation.get(key), name);
        };
    }

    private static String filled(List<String> parts, @Nullable Object... values) {
        StringBuilder text = new StringBuilder(parts.get(0));
        for (int i = 0; i < values.length; i++) {
            text.append(PythonRepr.str(values[i])).append(parts.get(i + 1));
        }
        return text.toString();
    }

    private static String africanKey(Doc doc) {
        for (Object key : Columns.map(doc, "translation").keySet()) {
            if (!Set.of("en", "fr").contains(key)) {
                return String.valueOf(key);
            }
        }
        throw doc.unfit("there is no African language in the column translation");
    }

    private static String name(Doc doc, Map<String, String> names, String key) {
        String name = names.get(key);
        if (name == null) {
            throw doc.unfit("there is the unknown language " + key + " in the column translation");
        }
        return name;
    }
}
