package network.pokt.mlqos.diffusion.task;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import network.pokt.mlqos.diffusion.api.ImageAnswer;
import network.pokt.mlqos.diffusion.api.ImageCodec;
import network.pokt.mlqos.diffusion.api.ImageRequest;
import network.pokt.mlqos.evaluation.Exchange;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.evaluation.UnsupportedAskException;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.Delivery;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.task.Ask;
import network.pokt.mlqos.task.Reply;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/**
 * Speaks to nodes that draw: puts the asks of an {@link ImageTask} into a request of some interface. Its replies are texts with a
 * line for each picture, which the task reads again.
 *
 * @param codec the interface that the nodes speak
 * @param tokensPerImage the most tokens that a node may bill for one picture, to keep a budget; 0 where pictures are not billed by
 *     tokens
 */
public record ImageApi(ImageCodec codec, long tokensPerImage) implements ModelApi {

    /** Refuses a negative number of tokens. */
    public ImageApi {
        if (tokensPerImage < 0) {
            throw new IllegalArgumentException("Tokens of a picture are 0 or more, got " + tokensPerImage + ".");
        }
    }

    /** Returns an interface whose pictures are not billed by tokens. */
    public static ImageApi of(ImageCodec codec) {
        return new ImageApi(codec, 0);
    }

    @Override
    public Exchange exchange(Ask ask, Node node) {
        if (!(ask instanceof Ask.Generate generate) || !(generate.context() instanceof Ask.Text prompt)) {
            throw new UnsupportedAskException("A node that draws takes prompts of text only; use an ImageTask.");
        }
        ImageRequest.Builder builder = Settings.of(generate.generation()).request(prompt.text());
        node.model().ifPresent(builder::model);
        ImageRequest request = builder.build();
        long bytes = prompt.text().getBytes(StandardCharsets.UTF_8).length;
        return new Drawn(
                codec, request, codec.encode(request), new Exchange.Ceiling(bytes, tokensPerImage * request.count()));
    }

    @Override
    public String fingerprint() {
        return "images, " + codec.name();
    }

    private record Drawn(ImageCodec codec, ImageRequest asked, RelayRequest request, Ceiling ceiling)
            implements Exchange {

        @Override
        public Decoded<Answer> read(RelayResponse response) {
            Decoded<ImageAnswer> decoded = codec.decode(asked, response);
            if (decoded instanceof Decoded.Fault<ImageAnswer> fault) {
                return new Decoded.Fault<>(fault.failure());
            }
            ImageAnswer answer = ((Decoded.Ok<ImageAnswer>) decoded).answer();
            Reply reply = new Reply.Generated(ReplyText.write(answer.images()));
            Delivery delivery = new Delivery(
                    Optional.of(response.timing().total()), response.timing().total(), 0);
            return new Decoded.Ok<>(new Answer(reply, answer.usage(), delivery));
        }
    }
}
