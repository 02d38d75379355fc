package network.pokt.mlqos.lmeh.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import network.pokt.mlqos.lmeh.config.FieldValue;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.doc.DocFormat;
import network.pokt.mlqos.lmeh.doc.DocTexts;
import network.pokt.mlqos.lmeh.function.FunctionRegistry;
import network.pokt.mlqos.lmeh.match.MatchException;
import network.pokt.mlqos.lmeh.match.MeaningMatch;
import network.pokt.mlqos.template.PythonRepr;
import org.jspecify.annotations.Nullable;

/**
 * The metric {@value MeaningMatch#METRIC} of a generated text: whether it is nearer in meaning to what is right than to what is
 * wrong.
 *
 * <p>Right is what {@code doc_to_target} gives, or a choice or text that the metric's own argument {@code right} gives; wrong are
 * the other choices of {@code doc_to_choice}, or what the argument {@code wrong} gives. Both are lists, columns or templates.
 *
 * @param format reads targets and choices
 * @param right reads what is right, if the task says so
 * @param wrong reads what is wrong, if the task says so
 * @param match who says how near texts are
 */
record MeaningJudge(
        DocFormat format, Optional<DocTexts> right, Optional<DocTexts> wrong, Optional<MeaningMatch> match) {

    private static final Set<String> ARGUMENTS = Set.of("right", "wrong");

    /**
     * Compiles the arguments of the metric.
     *
     * @throws IllegalArgumentException if there are others, or nothing is said to be wrong
     */
    static MeaningJudge compile(
            Map<String, @Nullable Object> arguments,
            DocFormat format,
            Set<String> columns,
            FunctionRegistry functions,
            Optional<MeaningMatch> match) {
        if (!ARGUMENTS.containsAll(arguments.keySet())) {
            throw new IllegalArgumentException("The metric " + MeaningMatch.METRIC
                    + " has the arguments right and wrong, not " + arguments.keySet() + "; correct the task.");
        }
        Optional<DocTexts> right = texts("right", arguments, columns, functions);
        Optional<DocTexts> wrong = texts("wrong", arguments, columns, functions);
        if (wrong.isEmpty() && !format.hasChoices()) {
            throw new IllegalArgumentException(
                    "The metric " + MeaningMatch.METRIC + " compares with what is wrong, of which the"
                            + " task says nothing; give it the argument wrong, a list, column or template, or doc_to_choice.");
        }
        return new MeaningJudge(format, right, wrong, match);
    }

    private static Optional<DocTexts> texts(
            String name, Map<String, @Nullable Object> arguments, Set<String> columns, FunctionRegistry functions) {
        return Optional.ofNullable(arguments.get(name))
                .map(raw -> DocTexts.compile(MeaningMatch.METRIC + "." + name, FieldValue.of(raw), columns, functions));
    }

    /**
     * What an answer to a document is compared with.
     *
     * @param right texts that mean the right thing
     * @param wrong texts that mean something else
     */
    record Candidates(List<String> right, List<String> wrong) {}

    /**
     * Returns what an answer is compared with.
     *
     * @throws network.pokt.mlqos.lmeh.data.DatasetException if the document gives nothing that is right, or nothing that is wrong
     */
    Candidates candidates(Doc doc) {
        List<String> rights = new ArrayList<>();
        List<String> wrongs = new ArrayList<>();
        if (format.hasChoices()) {
            List<String> choices = format.choices(doc);
            Set<Integer> places = ChoiceForm.places(format.target(doc), choices);
            for (int i = 0; i < choices.size(); i++) {
                (places.contains(i) ? rights : wrongs).add(choices.get(i));
            }
        } else if (format.target(doc) instanceof List<?> several) {
            several.forEach(one -> rights.add(PythonRepr.str(one)));
        } else {
            rights.add(PythonRepr.str(format.target(doc)));
        }
        List<String> right = this.right.map(texts -> texts.of(doc)).orElse(rights);
        List<String> wrong = this.wrong.map(texts -> texts.of(doc)).orElse(wrongs);
        if (right.isEmpty() || right.containsAll(wrong)) {
            throw doc.unfit(MeaningMatch.METRIC + " has nothing to compare, right is " + right + " and wrong " + wrong);
        }
        return new Candidates(right, wrong);
    }

    /** Returns 1 for an answer that means the right thing, else 0. */
    double judge(Doc doc, @Nullable Object answer) {
        Candidates candidates = candidates(doc);
        MeaningMatch asked = match.orElseThrow(
                () -> new MatchException("Nobody was named who says how near texts are; name one with meaning()."));
        return asked.judge(PythonRepr.str(answer), candidates.right(), candidates.wrong())
                        .isRight()
                ? 1
                : 0;
    }
}
