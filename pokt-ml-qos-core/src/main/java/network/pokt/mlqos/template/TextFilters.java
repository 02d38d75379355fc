package network.pokt.mlqos.template;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.python.PythonCase;
import network.pokt.mlqos.python.PythonText;
import org.jspecify.annotations.Nullable;

/** The filters of Jinja that make texts. */
final class TextFilters {

    private static final Pattern WORD_BEGINNINGS = Pattern.compile("[-(\\[{<\\s\\x1c-\\x1f\\x85\\p{Z}]+");
    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{N}_]+");

    static final Builtins TABLE = new Builtins()
            .add("string", "value", call -> call.string(0))
            .add("safe", "value", call -> call.string(0))
            .add("upper", "s", call -> PythonCase.upper(paid(call)))
            .add("lower", "s", call -> PythonText.lower(paid(call)))
            .add("capitalize", "s", call -> PythonCase.capitalize(paid(call)))
            .add("title", "s", call -> title(paid(call)))
            .add(
                    "trim",
                    "value, chars=None",
                    call -> Texts.strip(paid(call), call.isNone(1) ? null : call.text(1), true, true))
            .add("replace", "s, old, new, count=None", TextFilters::replace)
            .add(
                    "center",
                    "value, width=80",
                    call -> StringMethods.pad(paid(call), call.integer(1), " ", 1, 1, call.meter()))
            .add("indent", "s, width=4, first=False, blank=False", TextFilters::indent)
            .add("wordcount", "s", call -> WORDS.matcher(paid(call)).results().count())
            .add("join", "value, d='', attribute=None", TextFilters::join);

    private TextFilters() {}

    /** Returns {@code str} of the first argument, paid for. */
    private static String paid(Call call) {
        String text = call.string(0);
        call.meter().spendText(text.length());
        return text;
    }

    /** Unlike the method of the same name it begins words behind white space, hyphens and brackets only. */
    private static String title(String text) {
        StringBuilder titled = new StringBuilder(text.length());
        Matcher beginning = WORD_BEGINNINGS.matcher(text);
        int start = 0;
        while (beginning.find()) {
            titled.append(titledWord(text.substring(start, beginning.start()))).append(beginning.group());
            start = beginning.end();
        }
        return titled.append(titledWord(text.substring(start))).toString();
    }

    private static String titledWord(String word) {
        if (word.isEmpty()) {
            return word;
        }
        int rest = Character.charCount(word.codePointAt(0));
        return PythonCase.upper(word.substring(0, rest)) + PythonText.lower(word.substring(rest));
    }

    private static String replace(Call call) {
        return Texts.replace(
                paid(call), call.string(1), call.string(2), call.isNone(3) ? -1 : call.integer(3), call.meter());
    }

    private static String indent(Call call) {
        int width = call.value(1) instanceof String ? 0 : Math.max(0, call.integer(1));
        call.meter().spendText(width);
        String indentation = call.value(1) instanceof String text ? text : " ".repeat(width);
        boolean blankLines = call.truth(3);
        StringBuilder indented = new StringBuilder(call.truth(2) ? indentation : "");
        // The reference adds a line break so that an empty last line counts.
        List<@Nullable Object> lines = Texts.lines(call.text(0) + "\n", false);
        for (int i = 0; i < lines.size(); i++) {
            String line = (String) lines.get(i);
            boolean margin = i > 0 && (blankLines || (line != null && !line.isEmpty()));
            String prefix = (i > 0 ? "\n" : "") + (margin ? indentation : "");
            call.meter().spend(prefix.length() + Values.length(line));
            call.meter().checkLength((long) indented.length() + prefix.length() + Values.length(line));
            indented.append(prefix).append(line);
        }
        return indented.toString();
    }

    private static String join(Call call) {
        AttributePath path = AttributePath.of(call.value(2));
        String separator = call.string(1);
        StringBuilder joined = new StringBuilder();
        int count = 0;
        for (Object element : call.elements(0)) {
            String text = PythonRepr.str(path.follow(element, call.run()), call.meter());
            call.meter().spend((long) separator.length() + text.length());
            call.meter().checkLength((long) joined.length() + separator.length() + text.length());
            joined.append(count++ == 0 ? "" : separator).append(text);
        }
        return joined.toString();
    }
}
