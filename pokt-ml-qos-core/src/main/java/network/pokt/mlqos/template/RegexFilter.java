package network.pokt.mlqos.template;

import java.util.List;
import network.pokt.mlqos.python.PythonCase;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.RegexTooCostlyException;
import network.pokt.mlqos.template.TemplateException.Kind;

/** The filter that lm-evaluation-harness adds to Jinja: {@code re.sub}. */
final class RegexFilter {

    /** A search may take tenths of a second before it is given up; a rendering is granted as many as it has steps for. */
    private static final int STEPS_PER_SEARCH = 250_000;

    static final Builtins TABLE =
            new Builtins().add("regex_replace", "string, pattern, repl, count=0", RegexFilter::replace);

    private RegexFilter() {}

    private static String replace(Call call) {
        call.meter().spend(STEPS_PER_SEARCH);
        String text = call.text(0);
        int count = call.integer(3);
        try {
            PythonRegex regex = PythonRegex.compile(call.text(1));
            Replacement replacement = new Replacement(call.text(2), regex.groups());
            return regex.replace(text, count <= 0 ? Integer.MAX_VALUE : count, groups -> {
                String replaced = replacement.of(groups);
                call.meter().spendText(replaced.length());
                return replaced;
            });
        } catch (RegexTooCostlyException e) {
            throw new TemplateException(Kind.LIMIT, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw new TemplateException(Kind.VALUE, String.valueOf(e.getMessage()));
        }
    }

    /** A replacement in the notation of {@code re.sub}: {@code \1} and {@code \g<1>} are groups. */
    private static final class Replacement {

        private static final String ESCAPES = "abfnrtv\\";
        private static final String ESCAPED = "\u0007\b\f\n\r\t\u000b\\";

        private final String template;
        private final int groups;

        Replacement(String template, int groups) {
            this.template = template;
            this.groups = groups;
        }

        String of(List<String> match) {
            StringBuilder out = new StringBuilder();
            int position = 0;
            while (position < template.length()) {
                char character = template.charAt(position++);
                if (character != '\\') {
                    out.append(character);
                } else if (template.startsWith("g<", position)) {
                    int end = template.indexOf('>', position);
                    out.append(match.get(group(template.substring(position + 2, Math.max(position + 2, end)))));
                    position = end + 1;
                } else {
                    position = escape(position, match, out);
                }
            }
            return out.toString();
        }

        /** Appends what the escape stands for that begins behind the backslash, and returns where it ends. */
        private int escape(int position, List<String> match, StringBuilder out) {
            char letter = position < template.length() ? template.charAt(position) : '\0';
            int escape = ESCAPES.indexOf(letter);
            if (Character.digit(letter, 10) >= 0) {
                int octal = octalEnd(position);
                if (octal > position) {
                    out.append((char) (Integer.parseInt(template.substring(position, octal), 8) & 0xff));
                    return octal;
                }
                boolean two = position + 1 < template.length() && Character.isDigit(template.charAt(position + 1));
                int end = position + (two ? 2 : 1);
                out.append(match.get(group(template.substring(position, end))));
                return end;
            } else if (escape >= 0) {
                out.append(ESCAPED.charAt(escape));
            } else if (letter == '\0' || (letter < 0x80 && Character.isLetter(letter))) {
                throw invalid("a bad escape");
            } else {
                out.append('\\').append(letter);
            }
            return position + 1;
        }

        /** Returns where an octal number ends: it begins with 0 or has three digits; or its start if there is none. */
        private int octalEnd(int start) {
            int end = start;
            while (end < template.length() && end < start + 3 && Character.digit(template.charAt(end), 8) >= 0) {
                end++;
            }
            return template.charAt(start) == '0' || end == start + 3 ? end : start;
        }

        private int group(String name) {
            if (name.isEmpty()
                    || name.length() > 9
                    || !PythonCase.all(name, character -> character >= '0' && character <= '9')) {
                throw new TemplateException(
                        Kind.UNSUPPORTED,
                        "A group in a replacement goes by its number only; write \\g<1> for the first.");
            }
            int number = Integer.parseInt(name);
            if (number > groups) {
                throw invalid("the group " + number + " that the expression does not have");
            }
            return number;
        }

        private TemplateException invalid(String what) {
            return new TemplateException(
                    Kind.VALUE, "The replacement '" + Texts.abbreviated(template) + "' has " + what + "; correct it.");
        }
    }
}
