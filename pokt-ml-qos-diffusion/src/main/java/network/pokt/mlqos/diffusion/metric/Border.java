package network.pokt.mlqos.diffusion.metric;

/**
 * Which windows count at the border of a picture: the difference between two values that are both called SSIM.
 */
public enum Border {
    /**
     * Only windows that lie within the picture: torchmetrics before 1.9, which HEIM pins, scikit-image, and the paper (Wang et
     * al. 2004).
     */
    INTERIOR,
    /** A window around every pixel, the picture being mirrored beyond its border: torchmetrics 1.9 and later. */
    FULL
}
