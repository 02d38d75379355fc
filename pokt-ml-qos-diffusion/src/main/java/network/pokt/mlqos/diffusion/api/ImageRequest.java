package network.pokt.mlqos.diffusion.api;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import network.pokt.mlqos.diffusion.image.ImageFormat;

/**
 * Pictures that are wanted of a node, in the terms of no interface in particular.
 *
 * <pre>{@code
 * ImageRequest request = ImageRequest.builder("a red bicycle").size(512, 512).steps(30).seed(7).build();
 * }</pre>
 *
 * @param prompt what to draw
 * @param negativePrompt what not to draw
 * @param model the model, where the interface names one
 * @param width columns, 1 to 16,384
 * @param height rows, 1 to 16,384
 * @param count how many pictures, 1 to 10
 * @param steps denoising steps, 1 to 1,000; the node's own number if not told
 * @param guidance how closely to follow the prompt (classifier-free guidance), 0 to 100
 * @param seed what decides the noise, at least 0
 * @param format the format of the files
 */
public record ImageRequest(
        String prompt,
        Optional<String> negativePrompt,
        Optional<String> model,
        int width,
        int height,
        int count,
        OptionalInt steps,
        OptionalDouble guidance,
        OptionalLong seed,
        ImageFormat format) {

    private static final int MAX_SIDE = 16_384;
    private static final int MAX_COUNT = 10;
    private static final int MAX_STEPS = 1_000;
    private static final double MAX_GUIDANCE = 100;

    /** Refuses numbers outside their ranges. */
    public ImageRequest {
        if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE) {
            throw new IllegalArgumentException(
                    "A picture has 1 to " + MAX_SIDE + " pixels on a side, got " + width + " x " + height + ".");
        }
        requireWithin("pictures", count, 1, MAX_COUNT);
        requireWithin("steps", steps.orElse(1), 1, MAX_STEPS);
        if (!(guidance.orElse(1) >= 0 && guidance.orElse(1) <= MAX_GUIDANCE)) {
            throw new IllegalArgumentException(
                    "The guidance is 0 to " + MAX_GUIDANCE + ", got " + guidance.getAsDouble() + ".");
        }
        if (seed.orElse(0) < 0) {
            throw new IllegalArgumentException(
                    "A seed is 0 or more, got " + seed.getAsLong() + "; leave it out for a random one.");
        }
    }

    /** Begins a request for one PNG of 512 x 512 pixels. */
    public static Builder builder(String prompt) {
        return new Builder(prompt);
    }

    /** Begins a request that differs from this one in what is set. */
    public Builder toBuilder() {
        Builder builder = new Builder(prompt).size(width, height).count(count).format(format);
        builder.negativePrompt = negativePrompt;
        builder.model = model;
        builder.steps = steps;
        builder.guidance = guidance;
        builder.seed = seed;
        return builder;
    }

    /**
     * Returns the work of drawing it: evaluations of the network times pictures, 1 for a step at 512 x 512 without guidance. With
     * guidance above 1 each step evaluates it twice.
     *
     * @param usualSteps the steps that the node takes where the request does not say
     */
    public double work(int usualSteps) {
        double passes = guidance.orElse(1) > 1 ? 2 : 1;
        return count * ((double) width * height / (512 * 512)) * steps.orElse(usualSteps) * passes;
    }

    private static void requireWithin(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "The number of " + what + " is " + least + " to " + most + ", got " + value + ".");
        }
    }

    /** Collects what is wanted. Not thread-safe. */
    public static final class Builder {

        private String prompt;
        private Optional<String> negativePrompt = Optional.empty();
        private Optional<String> model = Optional.empty();
        private int width = 512;
        private int height = 512;
        private int count = 1;
        private OptionalInt steps = OptionalInt.empty();
        private OptionalDouble guidance = OptionalDouble.empty();
        private OptionalLong seed = OptionalLong.empty();
        private ImageFormat format = ImageFormat.PNG;

        private Builder(String prompt) {
            this.prompt = prompt;
        }

        /** Sets what to draw. */
        public Builder prompt(String prompt) {
            this.prompt = prompt;
            return this;
        }

        /** Sets what not to draw. */
        public Builder negativePrompt(String negative) {
            this.negativePrompt = Optional.of(negative);
            return this;
        }

        /** Sets the model. */
        public Builder model(String name) {
            this.model = Optional.of(name);
            return this;
        }

        /** Sets the size in pixels. */
        public Builder size(int width, int height) {
            this.width = width;
            this.height = height;
            return this;
        }

        /** Sets how many pictures. */
        public Builder count(int count) {
            this.count = count;
            return this;
        }

        /** Sets the denoising steps. */
        public Builder steps(int steps) {
            this.steps = OptionalInt.of(steps);
            return this;
        }

        /** Sets the guidance. */
        public Builder guidance(double guidance) {
            this.guidance = OptionalDouble.of(guidance);
            return this;
        }

        /** Sets the seed. */
        public Builder seed(long seed) {
            this.seed = OptionalLong.of(seed);
            return this;
        }

        /** Sets the format of the files. */
        public Builder format(ImageFormat format) {
            this.format = format;
            return this;
        }

        /**
         * Returns the request.
         *
         * @throws IllegalArgumentException if a number is outside its range
         */
        public ImageRequest build() {
            return new ImageRequest(prompt, negativePrompt, model, width, height, count, steps, guidance, seed, format);
        }
    }
}
