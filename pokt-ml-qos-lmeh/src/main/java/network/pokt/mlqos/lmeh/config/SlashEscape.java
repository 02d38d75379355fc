package network.pokt.mlqos.lmeh.config;

import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** The escape {@code \/} of double-quoted scalars, which libyaml reads as a slash and SnakeYAML does not know. */
final class SlashEscape {

    private SlashEscape() {}

    /** Returns the text without such escapes in the scalar that an error is about; empty if the error is about other things. */
    static Optional<String> repaired(String text, MarkedYAMLException error) {
        Mark start = error.getContextMark();
        String problem = error.getProblem();
        if (problem == null || !problem.startsWith("found unknown escape character /")) {
            return Optional.empty();
        }
        return start == null ? Optional.empty() : Optional.of(repaired(text, index(text, start)));
    }

    private static String repaired(String text, int start) {
        StringBuilder repaired = new StringBuilder(text.length()).append(text, 0, start + 1);
        int i = start + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            if (text.startsWith("\\/", i)) {
                i++;
            } else if (text.charAt(i) == '\\' && i + 1 < text.length()) {
                repaired.append(text.charAt(i++));
            }
            repaired.append(text.charAt(i++));
        }
        return repaired.append(text, i, text.length()).toString();
    }

    private static int index(String text, Mark mark) {
        return text.offsetByCodePoints(0, mark.getIndex());
    }
}
