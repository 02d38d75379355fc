package network.pokt.mlqos.diffusion.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.inference.TokenUsage;

/**
 * What a node answered to a request for pictures.
 *
 * @param images the pictures, at least one
 * @param usage the tokens that the node claims, if it claims any
 * @param claimedTime how long the node says it took, if it says so
 */
public record ImageAnswer(List<ReturnedImage> images, Optional<TokenUsage> usage, Optional<Duration> claimedTime) {

    public ImageAnswer {
        images = List.copyOf(images);
    }
}
