package network.pokt.mlqos.lmeh.ifeval;

import java.util.Optional;
import network.pokt.mlqos.python.PythonCase;

/** Instructions about upper and lower case, and the language that goes with them. */
final class CaseInstructions {

    private static final String ENGLISH = "en";

    private CaseInstructions() {}

    static Instruction language(InstructionArguments arguments) {
        String language = arguments.text("language");
        return response -> isIn(language, response);
    }

    static Instruction capitals(InstructionArguments arguments) {
        return response -> PythonCase.isUpper(response) && isIn(ENGLISH, response);
    }

    static Instruction lowercase(InstructionArguments arguments) {
        return response -> PythonCase.isLower(response) && isIn(ENGLISH, response);
    }

    static Instruction capitalWords(InstructionArguments arguments) {
        int frequency = arguments.count("capital_frequency");
        Relation relation = arguments.relation("capital_relation");
        return response -> relation.holds(
                WordTokens.of(response).stream().filter(PythonCase::isUpper).count(), frequency);
    }

    /** A text without any letters is in any language, as in the reference. */
    private static boolean isIn(String language, String response) {
        Optional<String> guess = LanguageGuess.of(response);
        return guess.isEmpty() || guess.get().equals(language);
    }
}
