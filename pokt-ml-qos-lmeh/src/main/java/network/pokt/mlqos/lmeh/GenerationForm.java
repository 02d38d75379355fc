package network.pokt.mlqos.lmeh;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.filter.FilterPipeline;
import network.pokt.mlqos.lmeh.prompt.FewShotPrompt;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.metric.ExactMatch;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Score;

/**
 * {@code generate_until}: one answer is generated, and what each filter pipeline takes from it is compared with the
 * target.
 *
 * @param generation how to generate
 * @param target the text that is right
 * @param pipelines the filter pipelines, each of which has a value of its own
 * @param match when a text is the right one
 */
record GenerationForm(
        Ask.Generation generation, Function<Doc, String> target, List<FilterPipeline> pipelines, ExactMatch match)
        implements TaskForm {

    @Override
    public List<Measure> measures() {
        return pipelines.stream()
                .map(pipeline -> Measure.of("exact_match", pipeline.name()))
                .toList();
    }

    @Override
    public boolean canChat() {
        return true;
    }

    @Override
    public Sample sample(int index, Doc doc, FewShotPrompt prompt, PromptStyle style) {
        return new Generated(index, doc, new Ask.Generate(style.context(prompt), generation), this);
    }

    private Score score(Doc doc, String response) {
        String right = target.apply(doc);
        double[] values = new double[pipelines.size()];
        Arrays.setAll(values, i -> match.score(pipelines.get(i).text(List.of(response), doc), right));
        return Score.of(values);
    }

    private record Generated(int index, Doc doc, Ask ask, GenerationForm form) implements Sample {

        @Override
        public List<Ask> asks() {
            return List.of(ask);
        }

        @Override
        public Score score(List<Reply> replies) {
            if (replies.size() == 1 && replies.get(0) instanceof Reply.Generated generated) {
                return form.score(doc, generated.text());
            }
            throw new IllegalArgumentException(
                    "Sample " + index + " is judged by one generated text, not by " + replies + ".");
        }
    }
}
