package network.pokt.mlqos.samples.benchmarks;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Score;
import network.pokt.mlqos.task.Task;

/** Asks one prompt with a running number at its end, and looks for a text in the answer: a relay's worth of work, no more. */
record PromptTask(String prompt, String expected, int size) implements Task {

    private static final Ask.Generation GENERATION = Ask.Generation.greedy(256, "Question:", "</s>");

    @Override
    public String name() {
        return "prompt";
    }

    @Override
    public String fingerprint() {
        return Integer.toHexString(prompt.hashCode());
    }

    @Override
    public List<Measure> measures() {
        return List.of(Measure.of("contains"));
    }

    @Override
    public Iterator<Sample> samples(Sampling sampling) {
        return Arrays.stream(sampling.indices(size))
                .<Sample>mapToObj(Prompted::new)
                .iterator();
    }

    private final class Prompted implements Sample {

        private final int index;

        Prompted(int index) {
            this.index = index;
        }

        @Override
        public int index() {
            return index;
        }

        @Override
        public List<Ask> asks() {
            return List.of(new Ask.Generate(Ask.Context.text(prompt + index), GENERATION));
        }

        @Override
        public Score score(List<Reply> replies) {
            return Score.of(((Reply.Generated) replies.get(0)).text().contains(expected) ? 1 : 0);
        }
    }
}
