package network.pokt.mlqos.diffusion.api;

import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/** An interface of image servers. The seam for interfaces of your own; implementations are immutable and thread-safe. */
public interface ImageCodec {

    /** Returns the interface of OpenAI, {@code /v1/images/generations}, which has neither steps nor seed. */
    static ImageCodec openAi() {
        return new OpenAiImages(false);
    }

    /** Returns the same path with the fields that vLLM-Omni adds: negative prompt, steps, guidance and seed. */
    static ImageCodec vllmOmni() {
        return new OpenAiImages(true);
    }

    /** Returns the interface of AUTOMATIC1111, Forge and SD.Next, {@code /sdapi/v1/txt2img}. */
    static ImageCodec automatic1111() {
        return new Automatic1111();
    }

    /** Returns the diffusers interface of Pocket's own deployments, {@code /text2img}. */
    static ImageCodec pocketDiffusers() {
        return new PocketDiffusers();
    }

    /**
     * Returns the interface of Stability's version 1, {@code /v1/generation/ENGINE/text-to-image}.
     *
     * @param engine the engine, letters, digits, dots and hyphens
     */
    static ImageCodec stabilityV1(String engine) {
        return new StabilityV1(engine);
    }

    /** Returns the name, such as {@code openai}. */
    String name();

    /** Returns the relay for a request, with exactly the fields that it sets and the interface has. */
    RelayRequest encode(ImageRequest request);

    /** Reads the answer to {@code request}, of any status; every way in which it can be unusable is a fault with its cause. */
    Decoded<ImageAnswer> decode(ImageRequest request, RelayResponse response);
}
