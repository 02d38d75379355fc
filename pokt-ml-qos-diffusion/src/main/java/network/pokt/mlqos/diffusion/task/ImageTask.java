package network.pokt.mlqos.diffusion.task;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import network.pokt.mlqos.diffusion.api.ImageRequest;
import network.pokt.mlqos.diffusion.image.ImageDecoder;
import network.pokt.mlqos.price.ImagePrice;
import network.pokt.mlqos.price.ModelPrice;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.task.Measure;
import network.pokt.mlqos.task.Sample;
import network.pokt.mlqos.task.Sampling;
import network.pokt.mlqos.task.Summary;
import network.pokt.mlqos.task.Task;

/**
 * Asks for a picture of each prompt and judges it.
 *
 * <pre>{@code
 * Task task = ImageTask.of(PromptSet.partiPrompts(file), ImageRequest.builder("any").size(512, 512).steps(30).build());
 * Evaluation.of(task).api(ImageApi.of(ImageCodec.vllmOmni())).transport(transport).nodes(nodes).samples(100).run();
 * }</pre>
 *
 * <p>Its measures are {@code sound}, the share of answers that are as many pictures of the size and format that was asked for, none
 * of them degenerate, {@code blacked_out}, the share of pictures that are black, and those of the scorers, which are means over
 * the pictures of a prompt that are neither broken nor black, 0 if there is none. The pictures of sample i are drawn from the seed
 * of the settings plus i, if they have one.
 */
public final class ImageTask implements Task {

    private final PromptSet prompts;
    private final ImageRequest settings;
    private final List<ImageScorer> scorers;
    private final ImageDecoder decoder;

    private ImageTask(PromptSet prompts, ImageRequest settings, List<ImageScorer> scorers, ImageDecoder decoder) {
        this.prompts = prompts;
        this.settings = settings;
        this.scorers = List.copyOf(scorers);
        this.decoder = decoder;
    }

    /**
     * Returns a task of these prompts.
     *
     * @param settings size, steps, seed and so on of each request; its own prompt and model are not used
     * @param scorers further measures
     */
    public static ImageTask of(PromptSet prompts, ImageRequest settings, ImageScorer... scorers) {
        return new ImageTask(prompts, settings, Arrays.asList(scorers), ImageDecoder.create());
    }

    /**
     * Returns what one relay of this task costs: its pictures, each at the lowest price that covers its size and steps, and what
     * the service charges for a relay and for tokens. A budget of cost then holds for pictures as well.
     *
     * <pre>{@code
     * Evaluation.of(task).rates(node -> task.rate(price)).budget(Budget.builder().cost(new BigDecimal("5")).build())
     * }</pre>
     *
     * <p>A relay that fails counts as if it had drawn, so that no budget is passed whatever a node bills.
     *
     * @throws IllegalArgumentException if no price covers such a picture; steps that are not told are covered by a price for any
     *     number of them alone
     */
    public Rate rate(ModelPrice price) {
        int steps = settings.steps().orElse(ImagePrice.ANY_STEPS);
        BigDecimal picture = price.image(settings.width(), settings.height(), steps)
                .orElseThrow(() -> new IllegalArgumentException("No price covers a picture of " + settings.width()
                        + " x " + settings.height() + " pixels and "
                        + (settings.steps().isPresent() ? steps + " steps" : "a number of steps that is not told")
                        + "; give one that does."));
        Rate usual = price.rate();
        return new Rate(
                usual.currency(),
                usual.perRelay().add(picture.multiply(BigDecimal.valueOf(settings.count()))),
                usual.perMillionPromptTokens(),
                usual.perMillionCompletionTokens());
    }

    @Override
    public String name() {
        return prompts.name();
    }

    @Override
    public String fingerprint() {
        return "images 1, " + Settings.of(settings).values() + ", prompts " + prompts.fingerprint() + ", scorers "
                + scorers.stream().map(ImageScorer::name).toList();
    }

    @Override
    public int size() {
        return prompts.prompts().size();
    }

    @Override
    public List<Measure> measures() {
        List<Measure> measures = new ArrayList<>();
        for (ImageScorer scorer : scorers) {
            measures.add(new Measure(scorer.name(), Measure.NO_FILTER, scorer.higherIsBetter(), Summary.mean()));
        }
        measures.add(Measure.of("sound"));
        measures.add(new Measure("blacked_out", Measure.NO_FILTER, false, Summary.mean()));
        return measures;
    }

    @Override
    public Iterator<Sample> samples(Sampling sampling) {
        return Arrays.stream(sampling.indices(size())).mapToObj(this::sample).iterator();
    }

    private Sample sample(int index) {
        ImageRequest.Builder request =
                settings.toBuilder().prompt(prompts.prompts().get(index).text());
        settings.seed().ifPresent(seed -> request.seed(seed + index));
        return new ImageSample(index, request.build(), scorers, decoder);
    }
}
