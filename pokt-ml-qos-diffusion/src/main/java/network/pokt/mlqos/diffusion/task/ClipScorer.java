package network.pokt.mlqos.diffusion.task;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import network.pokt.mlqos.diffusion.feature.ImageFeatures;
import network.pokt.mlqos.diffusion.feature.TextFeatures;
import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.diffusion.metric.ClipScore;
import network.pokt.mlqos.token.Tokenizer;

/**
 * HEIM's {@code expected_clip_score}, from networks of the operator's.
 *
 * @param images CLIP's image encoder
 * @param texts CLIP's text encoder
 * @param tokens makes ids of a prompt, those of beginning and end included and no more than the encoder takes
 */
public record ClipScorer(ImageFeatures images, TextFeatures texts, Function<String, List<Integer>> tokens)
        implements ImageScorer {

    /**
     * Returns a scorer whose prompts are cut to what the text encoder takes, with the token that ends them kept: CLIP's own takes
     * 77 tokens, those of beginning and end included.
     *
     * @param tokenizer CLIP's own, which adds beginning and end by itself
     * @param length how many tokens {@code texts} was loaded for, at least 2
     */
    public static ClipScorer of(ImageFeatures images, TextFeatures texts, Tokenizer tokenizer, int length) {
        if (length < 2) {
            throw new IllegalArgumentException("A text has at least a beginning and an end, got " + length + ".");
        }
        return new ClipScorer(images, texts, prompt -> cut(tokenizer.encode(prompt, true), length));
    }

    private static List<Integer> cut(int[] ids, int length) {
        int[] kept = Arrays.copyOf(ids, Math.min(ids.length, length));
        if (kept.length > 0) {
            kept[kept.length - 1] = ids[ids.length - 1];
        }
        return Arrays.stream(kept).boxed().toList();
    }

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
