package network.pokt.mlqos.diffusion.signal;

import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.diffusion.metric.PixelError;
import network.pokt.mlqos.diffusion.metric.Planes;

/** How far two pictures are apart, 0 for equal ones. The seam for distances of your own, such as between features. */
@FunctionalInterface
public interface PictureDistance {

    /** Returns the distance, at least 0 and symmetric. */
    double between(RgbImage a, RgbImage b);

    /** Returns the root of the mean squared difference of channels, 0 to 1; 1 between pictures of different sizes. */
    static PictureDistance pixels() {
        return (a, b) -> a.width() != b.width() || a.height() != b.height()
                ? 1
                : Math.sqrt(PixelError.between(Planes.of(a), Planes.of(b)).meanSquared());
    }

    /** Returns the share of differing bits of pHash, 0 to 1, whatever the sizes. */
    static PictureDistance look() {
        return (a, b) -> PerceptualHash.of(PerceptualHash.Kind.FREQUENCY, a)
                        .distance(PerceptualHash.of(PerceptualHash.Kind.FREQUENCY, b))
                / 64.0;
    }
}
