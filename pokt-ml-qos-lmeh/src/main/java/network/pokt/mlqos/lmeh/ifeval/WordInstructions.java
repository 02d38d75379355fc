package network.pokt.mlqos.lmeh.ifeval;

import java.util.List;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;

/** Instructions about which words and letters there must be and must not be. */
final class WordInstructions {

    private WordInstructions() {}

    /** Each keyword, an expression, is found in any case. */
    static Instruction keywords(InstructionArguments arguments) {
        List<PythonRegex> keywords = arguments.texts("keywords").stream()
                .map(WordInstructions::anyCase)
                .toList();
        return response -> keywords.stream().allMatch(keyword -> Patterns.find(keyword, response));
    }

    /** A keyword is found so often, within words too. */
    static Instruction keywordFrequency(InstructionArguments arguments) {
        PythonRegex keyword = anyCase(PythonText.strip(arguments.text("keyword")));
        int frequency = arguments.count("frequency");
        Relation relation = arguments.relation("relation");
        return response -> relation.holds(Patterns.count(keyword, response), frequency);
    }

    /** None of the words is found. */
    static Instruction forbiddenWords(InstructionArguments arguments) {
        List<PythonRegex> words = arguments.texts("forbidden_words").stream()
                .map(word -> anyCase("\\b" + word + "\\b"))
                .toList();
        return response -> words.stream().noneMatch(word -> Patterns.find(word, response));
    }

    /**
     * A letter stands so often, in any case.
     *
     * <p>The two documents that ask for {@code #} and {@code !} are judged by a random letter in the reference, here by what they
     * ask for.
     */
    static Instruction letterFrequency(InstructionArguments arguments) {
        String letter = PythonText.lower(PythonText.strip(arguments.text("letter")));
        if (PythonText.length(letter) != 1) {
            throw arguments.missing("letter", "one letter");
        }
        int frequency = arguments.count("let_frequency");
        Relation relation = arguments.relation("let_relation");
        int wanted = letter.codePointAt(0);
        return response -> relation.holds(
                PythonText.lower(response)
                        .codePoints()
                        .filter(character -> character == wanted)
                        .count(),
                frequency);
    }

    /** The response begins with a text, in any case. */
    static Instruction repeatedPrompt(InstructionArguments arguments) {
        String prompt = plain(arguments.text("prompt_to_repeat"));
        return response -> plain(response).startsWith(prompt);
    }

    /** The response ends with a text, in any case, quotation marks aside. */
    static Instruction ending(InstructionArguments arguments) {
        String ending = plain(arguments.text("end_phrase"));
        return response ->
                PythonText.lower(Strips.both(PythonText.strip(response), '"')).endsWith(ending);
    }

    static Instruction noComma(InstructionArguments arguments) {
        return response -> response.indexOf(',') < 0;
    }

    private static String plain(String text) {
        return PythonText.lower(PythonText.strip(text));
    }

    private static PythonRegex anyCase(String expression) {
        return PythonRegex.compile("(?i)" + expression);
    }
}
