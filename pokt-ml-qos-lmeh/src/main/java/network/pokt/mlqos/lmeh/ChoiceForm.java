package network.pokt.mlqos.lmeh;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import network.pokt.mlqos.lmeh.data.Doc;
import network.pokt.mlqos.lmeh.prompt.FewShotPrompt;
import network.pokt.mlqos.lmeh.prompt.PromptStyle;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Score;

/**
 * {@code multiple_choice}: how probable each choice is after the prompt, and whether the preferred one is right.
 *
 * @param choices the choices of a document
 * @param gold the index of the right one
 * @param delimiter what stands between prompt and choice
 * @param metrics what is measured
 */
record ChoiceForm(
        Function<Doc, List<String>> choices, ToIntFunction<Doc> gold, String delimiter, List<ChoiceMetric> metrics)
        implements TaskForm {

    @Override
    public List<Measure> measures() {
        return metrics.stream().map(metric -> Measure.of(metric.key())).toList();
    }

    @Override
    public boolean canChat() {
        return false;
    }

    @Override
    public Sample sample(int index, Doc doc, FewShotPrompt prompt, PromptStyle style) {
        return new Choice(index, prompt.text(), choices.apply(doc), gold.applyAsInt(doc), this);
    }

    private record Choice(int index, String context, List<String> choices, int gold, ChoiceForm form)
            implements Sample {

        @Override
        public List<Ask> asks() {
            List<Ask> asks = new ArrayList<>(choices.size());
            for (String choice : choices) {
                asks.add(new Ask.Loglikelihood(context, form.delimiter + choice));
            }
            return asks;
        }

        @Override
        public Score score(List<Reply> replies) {
            double[] logLikelihoods =
                    replies.stream().mapToDouble(this::logLikelihood).toArray();
            double[] values = new double[form.metrics.size()];
            Arrays.setAll(values, i -> form.metrics.get(i).preferred(logLikelihoods, choices) == gold ? 1 : 0);
            return Score.of(values);
        }

        private double logLikelihood(Reply reply) {
            if (reply instanceof Reply.Likelihood likelihood) {
                return likelihood.logprob();
            }
            throw new IllegalArgumentException(
                    "Sample " + index + " is judged by log-likelihoods, not by " + reply + ".");
        }
    }
}
