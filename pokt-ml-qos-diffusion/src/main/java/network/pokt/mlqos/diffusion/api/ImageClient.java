package network.pokt.mlqos.diffusion.api;

import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.diffusion.image.Decoding;
import network.pokt.mlqos.diffusion.image.ImageDecoder;
import network.pokt.mlqos.diffusion.image.ImageFault;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTransport;

/**
 * Asks nodes for pictures and keeps what came of it. Thread-safe; closing the transport stays with the caller.
 *
 * @param transport carries the relays
 * @param codec the interface that the nodes speak
 * @param decoder reads the pictures, and bounds them
 */
public record ImageClient(RelayTransport transport, ImageCodec codec, ImageDecoder decoder) {

    /** Returns a client with the usual limits on pictures. */
    public static ImageClient of(RelayTransport transport, ImageCodec codec) {
        return new ImageClient(transport, codec, ImageDecoder.create());
    }

    /**
     * Asks and waits. Whatever the node does is in the drawing; nothing of it throws.
     *
     * @throws InterruptedException if the thread is interrupted while it waits
     */
    public Drawing draw(Node node, ImageRequest request) throws InterruptedException {
        RelayOutcome outcome = transport.send(node, codec.encode(request));
        if (outcome instanceof RelayFailure failure) {
            return failed(request, failure);
        }
        Decoded<ImageAnswer> decoded = codec.decode(request, (RelayResponse) outcome);
        if (decoded instanceof Decoded.Fault<ImageAnswer> fault) {
            return failed(request, fault.failure());
        }
        List<ReturnedImage> images =
                ((Decoded.Ok<ImageAnswer>) decoded).answer().images();
        return new Drawing(
                request,
                images,
                images.stream().map(this::decoding).toList(),
                outcome.timing().total(),
                Optional.empty());
    }

    private Decoding decoding(ReturnedImage image) {
        if (image instanceof ReturnedImage.Embedded embedded) {
            return decoder.decodeBase64(embedded.base64());
        }
        return new Decoding.Rejected(ImageFault.EMPTY, "The node sent a link, which is not followed.");
    }

    private static Drawing failed(ImageRequest request, RelayFailure failure) {
        return new Drawing(request, List.of(), List.of(), failure.timing().total(), Optional.of(failure));
    }
}
