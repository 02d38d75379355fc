package network.pokt.mlqos.relay.supplier.backend;

import java.util.List;

/**
 * Text up to the end at which its model stopped, which some servers write out and OpenAI's interface leaves out: the one of
 * several that is complete first. In a stream, what may yet become an end is held back. Not thread-safe.
 */
final class CutText {

    private final List<String> ends;
    private final StringBuilder held = new StringBuilder();
    private boolean ended;

    /** Begins a text with these ends; empty ones are none. */
    CutText(List<String> ends) {
        this.ends = ends.stream().filter(end -> !end.isEmpty()).toList();
    }

    static String of(String whole, List<String> ends) {
        CutText text = new CutText(ends);
        return text.add(whole) + text.rest();
    }

    /** Takes the next piece, and returns what is certain to belong to the text. */
    String add(String piece) {
        if (ended) {
            return "";
        }
        held.append(piece);
        int end = startOfEnd();
        if (end >= 0) {
            ended = true;
            held.setLength(end);
            return rest();
        }
        String certain = held.substring(0, held.length() - beginningOfAnEnd());
        held.delete(0, certain.length());
        return certain;
    }

    /** Returns what was held back, which is text after all once nothing more comes. */
    String rest() {
        String rest = held.toString();
        held.setLength(0);
        return rest;
    }

    /** Returns where the end begins that is complete first, the longest of several; -1 if none is. */
    private int startOfEnd() {
        int start = -1;
        int complete = Integer.MAX_VALUE;
        for (String end : ends) {
            int at = held.indexOf(end);
            int past = at + end.length();
            if (at >= 0 && (past < complete || (past == complete && at < start))) {
                start = at;
                complete = past;
            }
        }
        return start;
    }

    /** Returns how long the longest tail is that an end begins with. */
    private int beginningOfAnEnd() {
        int longest = 0;
        for (String end : ends) {
            for (int length = Math.min(end.length() - 1, held.length()); length > longest; length--) {
                if (end.startsWith(held.substring(held.length() - length))) {
                    longest = length;
                }
            }
        }
        return longest;
    }
}
