package network.pokt.mlqos.token;

/** What a word is made of before anything merges. Immutable and thread-safe. */
interface Symbols {

    /** Returns how many symbols {@code characters} UTF-16 units have at most. */
    int most(int characters);

    /**
     * Writes the symbols of a word, well-formed UTF-16, and returns how many they are.
     *
     * @param out room for as many as {@link #most} says
     */
    int write(char[] text, int from, int to, int[] out);
}
