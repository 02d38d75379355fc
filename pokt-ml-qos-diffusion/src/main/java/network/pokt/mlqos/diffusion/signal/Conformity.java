package network.pokt.mlqos.diffusion.signal;

import java.util.EnumSet;
import java.util.Set;
import network.pokt.mlqos.diffusion.api.Drawing;
import network.pokt.mlqos.diffusion.api.ImageRequest;
import network.pokt.mlqos.diffusion.api.ReturnedImage;
import network.pokt.mlqos.diffusion.image.Decoding;
import network.pokt.mlqos.diffusion.image.ImageHeader;

/** Whether an answer has as many pictures of the size and format as were asked for. */
public final class Conformity {

    /** Models draw in multiples of this, and round what is asked for. */
    private static final int MODEL_MULTIPLE = 8;

    private Conformity() {}

    /**
     * Returns everything about the answer that was not asked for, nothing if it conforms.
     *
     * <p>A size that is no multiple of 8 may come rounded down to one, as diffusion models do it.
     */
    public static Set<Breach> of(Drawing drawing) {
        Set<Breach> breaches = EnumSet.noneOf(Breach.class);
        ImageRequest request = drawing.request();
        if (drawing.failure().isPresent()) {
            breaches.add(Breach.NO_ANSWER);
            return breaches;
        }
        if (drawing.images().size() != request.count()) {
            breaches.add(Breach.WRONG_COUNT);
        }
        for (int i = 0; i < drawing.images().size(); i++) {
            if (drawing.images().get(i) instanceof ReturnedImage.Link) {
                breaches.add(Breach.LINK);
            } else if (drawing.decodings().get(i) instanceof Decoding.Picture picture) {
                compare(request, picture.header(), breaches);
            } else if (drawing.decodings().get(i) instanceof Decoding.HeaderOnly header) {
                compare(request, header.header(), breaches);
            } else {
                breaches.add(Breach.NOT_A_PICTURE);
            }
        }
        return breaches;
    }

    private static void compare(ImageRequest request, ImageHeader header, Set<Breach> breaches) {
        if (header.format() != request.format()) {
            breaches.add(Breach.WRONG_FORMAT);
        }
        if (!fits(request.width(), header.width()) || !fits(request.height(), header.height())) {
            breaches.add(Breach.WRONG_SIZE);
        }
    }

    private static boolean fits(int wanted, int drawn) {
        return drawn == wanted || (wanted > MODEL_MULTIPLE && drawn == wanted / MODEL_MULTIPLE * MODEL_MULTIPLE);
    }
}
