package network.pokt.mlqos.lmeh;

import java.util.List;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.lmeh.data.Doc;

/** {@code arc_challenge}: science questions of school exams, with three to five choices. */
final class ArcChallenge {

    static final String NAME = "arc_challenge";

    /** The shots of the Open LLM Leaderboard, since the task itself names none. */
    private static final int LEADERBOARD_SHOTS = 25;

    private static final TaskDefinition DEFINITION = TaskDefinition.builder(
                    NAME,
                    "1.0",
                    doc -> "Question: " + doc.text("question") + "\nAnswer:",
                    doc -> choices(doc).get(gold(doc)))
            .fewShot(LEADERBOARD_SHOTS)
            .form(new ChoiceForm(
                    ArcChallenge::choices, ArcChallenge::gold, " ", List.of(ChoiceMetric.ACC, ChoiceMetric.ACC_NORM)));

    private ArcChallenge() {}

    static LmehTask task(DatasetSource source) {
        return LmehTask.of(DEFINITION, source, "test", "train");
    }

    private static List<String> choices(Doc doc) {
        return doc.texts("choices", "text");
    }

    private static int gold(Doc doc) {
        List<String> labels = doc.texts("choices", "label");
        int gold = labels.indexOf(doc.text("answerKey"));
        if (gold < 0 || gold >= choices(doc).size()) {
            throw doc.unfit("the answerKey '" + doc.text("answerKey") + "' names none of the choices " + labels);
        }
        return gold;
    }
}
