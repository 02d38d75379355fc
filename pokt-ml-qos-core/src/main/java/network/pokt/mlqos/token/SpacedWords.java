package network.pokt.mlqos.token;

/**
 * The words of SentencePiece models whose tokens have blocks only at their beginning: no merge crosses from a letter to a
 * block, so a text may be cut there although the model does not cut it.
 */
final class SpacedWords implements Pretokenizer {

    @Override
    public int wordEnd(char[] text, int start, int end) {
        int at = start;
        while (at < end && text[at] == SpaceBlocks.BLOCK) {
            at++;
        }
        while (at < end && text[at] != SpaceBlocks.BLOCK) {
            at++;
        }
        return at;
    }

    /** Returns whether a token has no block after anything else. */
    static boolean fits(String token) {
        int at = 0;
        while (at < token.length() && token.charAt(at) == SpaceBlocks.BLOCK) {
            at++;
        }
        return token.indexOf(SpaceBlocks.BLOCK, at) < 0;
    }
}
