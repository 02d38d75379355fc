package network.pokt.mlqos.token;

/**
 * A token that was added to a model's vocabulary and is found in a text before anything else.
 *
 * @param id its id
 * @param content its text
 * @param singleWord whether it counts only between what are no word characters
 * @param lstrip whether white space before it belongs to it
 * @param rstrip whether white space after it belongs to it
 * @param normalized whether it is looked for in the normalized text, rather than in the text as it is
 * @param special whether it steers the model rather than being text
 */
record AddedToken(
        int id,
        String content,
        boolean singleWord,
        boolean lstrip,
        boolean rstrip,
        boolean normalized,
        boolean special) {

    AddedToken withContent(String other) {
        return new AddedToken(id, other, singleWord, lstrip, rstrip, normalized, special);
    }
}
