package network.pokt.mlqos.lmeh.filter;

import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import network.pokt.mlqos.python.RegexTooCostlyException;

/**
 * Picks one match of an expression, of several groups the first that is not empty, and strips it.
 *
 * @param regex the expression
 * @param select which of the matches, from 0; from the end if negative, -1 is the last
 */
record MatchPick(PythonRegex regex, int select) {

    /** Returns the match; nothing if there are not that many, or if the expression does not come to an end on the text. */
    Optional<String> of(String text) {
        List<List<String>> matches = matches(text);
        int index = select < 0 ? matches.size() + select : select;
        if (index < 0 || index >= matches.size()) {
            return Optional.empty();
        }
        return Optional.of(matches.get(index).stream()
                .filter(group -> !group.isEmpty())
                .findFirst()
                .map(PythonText::strip)
                .orElse(""));
    }

    private List<List<String>> matches(String text) {
        try {
            return regex.findAll(text);
        } catch (RegexTooCostlyException e) {
            return List.of();
        }
    }
}
