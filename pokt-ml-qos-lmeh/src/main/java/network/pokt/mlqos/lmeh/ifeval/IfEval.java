package network.pokt.mlqos.lmeh.ifeval;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.python.PythonText;

/**
 * Judges answers by the instructions of a document, strictly and loosely, as lm-evaluation-harness 0.4.13 does.
 *
 * <p>The language of a response, its sentences and its words are found without the Python libraries that the reference uses:
 * {@code language:response_language}, {@code change_case:english_*} and {@code length_constraints:number_sentences} may
 * differ from it on some responses.
 */
public final class IfEval {

    /**
     * What became of a response.
     *
     * @param strict instruction by instruction, whether the response as it is follows it
     * @param loose instruction by instruction, whether the response follows it with or without its first line, its last line and
     *     its asterisks
     */
    public record Verdict(List<Boolean> strict, List<Boolean> loose) {

        public Verdict {
            strict = List.copyOf(strict);
            loose = List.copyOf(loose);
        }

        /** Returns whether all instructions are followed strictly. */
        public boolean isStrict() {
            return !strict.contains(false);
        }

        /** Returns whether all instructions are followed loosely. */
        public boolean isLoose() {
            return !loose.contains(false);
        }
    }

    private IfEval() {}

    /**
     * Judges a response.
     *
     * @param doc a document with the columns {@code instruction_id_list} and {@code kwargs}
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if the document has no such instructions
     */
    public static Verdict judge(Doc doc, String response) {
        List<Boolean> strict = new ArrayList<>();
        List<Boolean> loose = new ArrayList<>();
        Set<String> variants = variants(response);
        for (Instruction instruction : instructions(doc)) {
            boolean follows = follows(instruction, response);
            strict.add(follows);
            loose.add(follows || variants.stream().anyMatch(variant -> follows(instruction, variant)));
        }
        return new Verdict(strict, loose);
    }

    /** Returns the instructions of a document, in order. */
    public static List<Instruction> instructions(Doc doc) {
        List<String> ids = doc.texts("instruction_id_list");
        if (!(doc.columns().get("kwargs") instanceof List<?> arguments) || arguments.size() != ids.size()) {
            throw doc.unfit("there are not as many kwargs as instructions");
        }
        List<Instruction> instructions = new ArrayList<>(ids.size());
        for (int i = 0; i < ids.size(); i++) {
            Map<?, ?> values = arguments.get(i) instanceof Map<?, ?> map ? map : Map.of();
            instructions.add(Instructions.of(ids.get(i), values, doc));
        }
        return instructions;
    }

    private static boolean follows(Instruction instruction, String response) {
        return !PythonText.strip(response).isEmpty() && instruction.isFollowedBy(response);
    }

    private static Set<String> variants(String response) {
        List<String> lines = List.of(response.split("\n", -1));
        int count = lines.size();
        Set<String> variants = new LinkedHashSet<>();
        for (String variant :
                List.of(response, joined(lines, 1, count), joined(lines, 0, count - 1), joined(lines, 1, count - 1))) {
            variants.add(variant);
            variants.add(variant.replace("*", ""));
        }
        return variants;
    }

    private static String joined(List<String> lines, int from, int to) {
        return from >= to ? "" : PythonText.strip(String.join("\n", lines.subList(from, to)));
    }
}
