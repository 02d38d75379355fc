package network.pokt.mlqos.lmeh.suite;

/**
 * A question with its computed answer.
 *
 * @param question what is asked, ending in what form the answer has
 * @param answer the only right answer
 * @param form how answers are compared with it
 */
public record Puzzle(String question, String answer, Form form) {

    /** What an answer consists of. */
    public enum Form {
        /** A whole number; separators of thousands do not count. */
        NUMBER,
        /** One word or name, a date, or letters in a row; case and punctuation around it do not count. */
        WORD,
        /** Words or numbers separated by commas, in order; blanks around them do not count. */
        LIST
    }
}
