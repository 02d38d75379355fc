package network.pokt.mlqos.evaluation;

import java.util.ArrayList;
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

/** Asks for the number of each sample, {@code asks} times over; right if every reply is that number. */
public record NumbersTask(String name, int size, int asks) implements Task {

    public static NumbersTask of(int size) {
        return new NumbersTask("numbers", size, 1);
    }

    @Override
    public String fingerprint() {
        return "numbers up to " + size + ", " + asks + " asks";
    }

    @Override
    public List<Measure> measures() {
        return List.of(Measure.of("exact_match"));
    }

    @Override
    public Iterator<Sample> samples(Sampling sampling) {
        return Arrays.stream(sampling.indices(size))
                .<Sample>mapToObj(this::sample)
                .iterator();
    }

    private Sample sample(int index) {
        List<Ask> questions = new ArrayList<>();
        for (int ask = 0; ask < asks; ask++) {
            questions.add(new Ask.Generate(Ask.Context.text(index + "/" + ask), Ask.Generation.greedy(4)));
        }
        return new Sample() {
            @Override
            public int index() {
                return index;
            }

            @Override
            public List<Ask> asks() {
                return questions;
            }

            @Override
            public Score score(List<Reply> replies) {
                boolean right = replies.stream().allMatch(new Reply.Generated(Integer.toString(index))::equals);
                return Score.of(right ? 1 : 0);
            }
        };
    }
}
