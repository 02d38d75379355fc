package network.pokt.mlqos.lmeh.ifeval;

import java.util.List;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.RegexTooCostlyException;

/** Searches in responses that nobody vouches for: one that an expression does not come to an end with has no match. */
final class Patterns {

    private Patterns() {}

    static boolean find(PythonRegex regex, String text) {
        try {
            return regex.find(text);
        } catch (RegexTooCostlyException e) {
            return false;
        }
    }

    static int count(PythonRegex regex, String text) {
        return matches(regex, text).size();
    }

    /** Returns the whole matches of an expression without groups, or the first groups. */
    static List<String> matches(PythonRegex regex, String text) {
        try {
            return regex.findAll(text).stream().map(groups -> groups.get(0)).toList();
        } catch (RegexTooCostlyException e) {
            return List.of();
        }
    }
}
