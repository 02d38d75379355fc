package network.pokt.mlqos.inference;

import org.jspecify.annotations.Nullable;

/** A text that comes whole or in pieces; one that comes whole is never copied. */
final class GrowingText {

    private String first = "";
    private @Nullable StringBuilder joined;

    void append(String piece) {
        if (joined != null) {
            joined.append(piece);
        } else if (first.isEmpty()) {
            first = piece;
        } else if (!piece.isEmpty()) {
            joined = new StringBuilder(first).append(piece);
        }
    }

    void append(GrowingText piece) {
        append(piece.toString());
    }

    boolean isEmpty() {
        return first.isEmpty();
    }

    @Override
    public String toString() {
        return joined == null ? first : joined.toString();
    }
}
