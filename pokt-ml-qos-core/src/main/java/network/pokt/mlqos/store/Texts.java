package network.pokt.mlqos.store;

/** What names in a store are made of, so that every store can keep and find them: files, H2, PostgreSQL. */
final class Texts {

    /** Room for a long endpoint address or a benchmark's deepest subtask; three of them, in four bytes a character, fit an index of PostgreSQL. */
    static final int LONGEST = 200;

    private Texts() {}

    /** Returns the text, or refuses one that is blank, longer than {@value #LONGEST}, or that not every store can keep. */
    static String check(String what, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "A " + what + " has 1 to " + LONGEST + " characters, got " + text.length() + ": '"
                            + text.substring(0, Math.min(40, text.length())) + "'; shorten it, or take its hash.");
        }
        boolean plain = text.codePoints()
                .allMatch(point -> !Character.isISOControl(point) && Character.getType(point) != Character.SURROGATE);
        if (!plain) {
            throw new IllegalArgumentException(
                    "The " + what + " has a control character or half a surrogate pair in it, "
                            + "which databases refuse; remove it.");
        }
        return text;
    }
}
