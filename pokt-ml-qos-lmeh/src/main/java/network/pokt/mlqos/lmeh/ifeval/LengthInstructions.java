package network.pokt.mlqos.lmeh.ifeval;

import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;

/** Instructions about how many words, sentences and paragraphs there must be. */
final class LengthInstructions {

    private static final PythonRegex WORD = PythonRegex.compile("\\w+");
    private static final PythonRegex NO_SPACE = PythonRegex.compile("\\S+");
    private static final String PARAGRAPH_DIVIDER = "***";
    private static final String BEHIND_FIRST_WORD = ".,?!'\"";

    private LengthInstructions() {}

    static Instruction words(InstructionArguments arguments) {
        int words = arguments.count("num_words");
        Relation relation = arguments.relation("relation");
        return response -> relation.holds(Patterns.count(WORD, response), words);
    }

    static Instruction sentences(InstructionArguments arguments) {
        int sentences = arguments.count("num_sentences");
        Relation relation = arguments.relation("relation");
        return response -> relation.holds(Sentences.count(response), sentences);
    }

    /** There are exactly so many paragraphs between dividers, none of them empty but before the first and behind the last. */
    static Instruction paragraphs(InstructionArguments arguments) {
        int asked = arguments.count("num_paragraphs");
        return response -> {
            String[] paragraphs = response.split(java.util.regex.Pattern.quote(PARAGRAPH_DIVIDER), -1);
            int count = paragraphs.length;
            for (int i = 0; i < paragraphs.length; i++) {
                if (PythonText.strip(paragraphs[i]).isEmpty()) {
                    if (i > 0 && i < paragraphs.length - 1) {
                        return false;
                    }
                    count--;
                }
            }
            return count == asked;
        };
    }

    /** There are exactly so many paragraphs between blank lines, and a word begins one of them. */
    static Instruction firstWord(InstructionArguments arguments) {
        int asked = arguments.count("num_paragraphs");
        int nth = arguments.count("nth_paragraph");
        String word = PythonText.lower(arguments.text("first_word"));
        if (nth > asked) {
            throw arguments.missing("nth_paragraph", "one of " + asked + " paragraphs");
        }
        return response -> {
            String[] paragraphs = response.split("\n\n", -1);
            int count = 0;
            for (String paragraph : paragraphs) {
                count += PythonText.strip(paragraph).isEmpty() ? 0 : 1;
            }
            return count == asked
                    && nth <= count
                    && firstWord(paragraphs[nth - 1]).equals(word);
        };
    }

    /** Returns the first word in lower case, without quotation marks before it and anything from a sign on. */
    private static String firstWord(String paragraph) {
        String first =
                Patterns.matches(NO_SPACE, paragraph).stream().findFirst().orElse("");
        String word = Strips.leading(Strips.leading(first, '\''), '"');
        int end = 0;
        while (end < word.length() && BEHIND_FIRST_WORD.indexOf(word.charAt(end)) < 0) {
            end++;
        }
        return PythonText.lower(word.substring(0, end));
    }
}
