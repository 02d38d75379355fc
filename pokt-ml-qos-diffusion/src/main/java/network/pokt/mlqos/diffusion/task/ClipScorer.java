package network.pokt.mlqos.diffusion.task;

import java.util.List;
import java.util.function.Function;
import network.pokt.mlqos.diffusion.feature.ImageFeatures;
import network.pokt.mlqos.diffusion.feature.TextFeatures;
import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.diffusion.metric.ClipScore;

/**
 * HEIM's {@code expected_clip_score}, from networks of the operator's.
 *
 * @param images CLIP's image encoder
 * @param texts CLIP's text encoder
 * @param tokens makes ids of a prompt, those of beginning and end included and no more than the encoder takes
 */
public record ClipScorer(ImageFeatures images, TextFeatures texts, Function<String, List<Integer>> tokens)
        implements ImageScorer {

    @Override
    public String name() {
        return "expected_clip_score";
    }

    @Override
    public double score(String prompt, RgbImage image) {
        double[] text = texts.of(List.of(tokens.apply(prompt)))[0];
        return ClipScore.heim(images.of(List.of(image))[0], text);
    }
}
