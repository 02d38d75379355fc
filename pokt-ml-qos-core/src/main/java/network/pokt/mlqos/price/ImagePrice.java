package network.pokt.mlqos.price;

import java.math.BigDecimal;

/**
 * The price of one generated image up to a size and a number of denoising steps.
 *
 * @param pixels the largest image that has this price, in pixels; at least 1
 * @param steps the most denoising steps that it includes; at least 1
 * @param amount the price of one image, at least 0
 */
public record ImagePrice(long pixels, int steps, BigDecimal amount) {

    /** Stands for any size. */
    public static final long ANY_SIZE = Long.MAX_VALUE;

    /** Stands for any number of steps. */
    public static final int ANY_STEPS = Integer.MAX_VALUE;

    public ImagePrice {
        if (pixels < 1 || steps < 1 || amount.signum() < 0) {
            throw new IllegalArgumentException(
                    "An image price needs at least 1 pixel, 1 step and no negative amount, got " + pixels + ", " + steps
                            + " and " + amount + ".");
        }
    }

    /** Returns one price for images of every size and any number of steps. */
    public static ImagePrice flat(BigDecimal amount) {
        return new ImagePrice(ANY_SIZE, ANY_STEPS, amount);
    }

    /** Returns whether an image of this size and so many steps has this price or a lower one. */
    public boolean covers(int width, int height, int wantedSteps) {
        return (long) width * height <= pixels && wantedSteps <= steps;
    }
}
