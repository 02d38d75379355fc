package network.pokt.mlqos.lmeh;

import java.util.List;
import network.pokt.mlqos.lmeh.data.DatasetSource;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.filter.FilterPipeline;
import network.pokt.mlqos.lmeh.filter.RegexFilter;
import network.pokt.mlqos.lmeh.filter.ResponseFilter;
import network.pokt.mlqos.metric.ExactMatch;
import network.pokt.mlqos.task.Ask;

/** {@code gsm8k}: grade-school arithmetic in words, answered step by step and ended by {@code #### number}. */
final class Gsm8k {

    static final String NAME = "gsm8k";

    static final TaskDefinition DEFINITION = TaskDefinition.builder(
                    NAME, "3.0", doc -> "Question: " + doc.text("question") + "\nAnswer:", Gsm8k::answer)
            .fewShot(5)
            .form(new GenerationForm(
                    Ask.Generation.greedy(0, "Question:", "</s>", "<|im_end|>"),
                    Gsm8k::answer,
                    List.of(
                            FilterPipeline.of(
                                    "strict-match",
                                    RegexFilter.first("#### (\\-?[0-9\\.\\,]+)"),
                                    ResponseFilter.TAKE_FIRST),
                            FilterPipeline.of(
                                    "flexible-extract",
                                    RegexFilter.last("(-?[$0-9.,]{2,})|(-?[0-9]+)"),
                                    ResponseFilter.TAKE_FIRST)),
                    ExactMatch.builder()
                            .regexesToIgnore(",", "\\$", "(?s).*#### ", "\\.$")
                            .ignoreCase(true)
                            .build()));

    private Gsm8k() {}

    static LmehTask task(DatasetSource source) {
        return LmehTask.of(DEFINITION, source, "test", "train");
    }

    private static String answer(Doc doc) {
        return doc.text("answer");
    }
}
