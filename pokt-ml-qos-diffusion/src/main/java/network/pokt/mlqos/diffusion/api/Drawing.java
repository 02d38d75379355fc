package network.pokt.mlqos.diffusion.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.diffusion.image.Decoding;
import network.pokt.mlqos.diffusion.image.RgbImage;
import network.pokt.mlqos.transport.RelayFailure;

/**
 * One request and everything that came of it: the evidence that signals are drawn from.
 *
 * @param request what was asked
 * @param images what was returned, empty after a failure
 * @param decodings what each returned picture turned out to be; a link stands as a rejection
 * @param elapsed from sending to the last byte
 * @param failure why there is no answer, if there is none
 */
public record Drawing(
        ImageRequest request,
        List<ReturnedImage> images,
        List<Decoding> decodings,
        Duration elapsed,
        Optional<RelayFailure> failure) {

    public Drawing {
        images = List.copyOf(images);
        decodings = List.copyOf(decodings);
        if (images.size() != decodings.size()) {
            throw new IllegalArgumentException("There are " + images.size() + " images and " + decodings.size()
                    + " decodings, give one for each.");
        }
    }

    /** Returns the pictures that could be decoded. */
    public List<RgbImage> pictures() {
        return decodings.stream()
                .filter(Decoding.Picture.class::isInstance)
                .map(decoding -> ((Decoding.Picture) decoding).image())
                .toList();
    }

    /** Returns the first picture, if it could be decoded. */
    public Optional<RgbImage> picture() {
        return pictures().stream().findFirst();
    }
}
