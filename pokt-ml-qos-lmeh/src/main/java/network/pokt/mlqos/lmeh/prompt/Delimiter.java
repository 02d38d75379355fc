package network.pokt.mlqos.lmeh.prompt;

import network.pokt.mlqos.python.PythonText;

/**
 * What stands between two texts if nothing else separates them.
 *
 * @param text the delimiter, possibly empty
 */
public record Delimiter(String text) {

    /** Joins two texts, with the delimiter only if both have something and neither has white space where they meet. */
    public String join(String left, String right) {
        return !right.isEmpty() && isNeeded(left, right) ? left + text + right : left + right;
    }

    /**
     * Returns whether neither text has white space where they meet; nothing needs a delimiter after an empty left one.
     */
    boolean isNeeded(String left, String right) {
        return !left.isEmpty()
                && !PythonText.isSpace(left.codePointBefore(left.length()))
                && !PythonText.isSpace(right.codePointAt(0));
    }
}
