package network.pokt.mlqos.route;

import org.jspecify.annotations.Nullable;

/** What the caller was shown of an answer, and whose it is: that relay's whose content was there first. Guarded by its call. */
final class Transcript {

    private final ContentListener content;
    private final StringBuilder shown = new StringBuilder();
    private @Nullable Leg winner;
    private String before = "";

    Transcript(ContentListener content) {
        this.content = content;
    }

    void show(Leg leg, String text) {
        if (winner == null || winner == leg) {
            shown.append(text);
            content.onText(text);
        }
    }

    /** Takes note of a relay's content; returns whether it is the first of all and the answer thereby this relay's. */
    boolean win(Leg leg) {
        boolean first = winner == null;
        winner = first ? leg : winner;
        return first;
    }

    /** Lets the next content win, if it was this relay that had. */
    void lost(Leg leg) {
        winner = winner == leg ? null : winner;
    }

    /** Begins anew. */
    void restart() {
        winner = null;
        shown.setLength(0);
        content.onRestart();
    }

    /** Keeps what was shown as the beginning of an answer that another relay goes on with, and returns it. */
    String keep() {
        winner = null;
        before = shown.toString();
        return before;
    }

    /** Returns the answer with what was kept before it. */
    <T> T whole(Ask<T> ask, T answer) {
        return before.isEmpty() ? answer : ask.joined(before, answer);
    }
}
