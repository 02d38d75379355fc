package network.pokt.mlqos.diffusion.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTiming;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

class ImageCodecTest {

    private static final ImageRequest FULL = ImageRequest.builder("a fox")
            .negativePrompt("blur")
            .model("sdxl")
            .size(640, 512)
            .count(2)
            .steps(30)
            .guidance(7.5)
            .seed(42)
            .build();

    private static final List<ImageCodec> ALL = List.of(
            ImageCodec.openAi(),
            ImageCodec.vllmOmni(),
            ImageCodec.automatic1111(),
            ImageCodec.pocketDiffusers(),
            ImageCodec.stabilityV1("sdxl-1.0"));

    @Test
    void openai_is_asked_for_what_it_has_and_vllm_omni_for_more() {
        JsonNode plain = sent(ImageCodec.openAi(), "/v1/images/generations");
        JsonNode omni = sent(ImageCodec.vllmOmni(), "/v1/images/generations");

        assertThat(plain.get("size").asString()).isEqualTo("640x512");
        assertThat(plain.has("seed")).isFalse();
        assertThat(omni.get("num_inference_steps").asInt()).isEqualTo(30);
        assertThat(omni.get("seed").asLong()).isEqualTo(42);
        assertThat(omni.get("guidance_scale").asDouble()).isEqualTo(7.5);
        assertThat(omni.get("response_format").asString()).isEqualTo("b64_json");
    }

    @Test
    void each_interface_gets_its_own_names() {
        JsonNode automatic = sent(ImageCodec.automatic1111(), "/sdapi/v1/txt2img");
        JsonNode pocket = sent(ImageCodec.pocketDiffusers(), "/text2img");
        JsonNode stability = sent(ImageCodec.stabilityV1("sdxl-1.0"), "/v1/generation/sdxl-1.0/text-to-image");

        assertThat(automatic.get("cfg_scale").asDouble()).isEqualTo(7.5);
        assertThat(automatic.get("batch_size").asInt()).isEqualTo(2);
        assertThat(automatic.get("override_settings").get("sd_model_checkpoint").asString())
                .isEqualTo("sdxl");
        assertThat(pocket.get("prompt").get(0).asString()).isEqualTo("a fox");
        assertThat(pocket.get("samples").asInt()).isEqualTo(2);
        assertThat(stability.get("text_prompts").get(1).get("weight").asInt()).isEqualTo(-1);
    }

    @Test
    void answers_of_each_interface_are_read() {
        assertThat(
                        ok(
                                ImageCodec.openAi(),
                                "{'data':[{'b64_json':'QUJD','revised_prompt':null}],'usage':{'input_tokens':9,'output_tokens':272}}"))
                .isEqualTo(new ImageAnswer(
                        List.of(new ReturnedImage.Embedded("QUJD", false, OptionalLong.empty())),
                        Optional.of(TokenUsage.of(9, 272)),
                        Optional.empty()));
        assertThat(ok(ImageCodec.openAi(), "{'data':[{'url':'http://10.0.0.1/admin'}]}")
                        .images())
                .containsExactly(new ReturnedImage.Link("http://10.0.0.1/admin"));
        assertThat(ok(
                                ImageCodec.automatic1111(),
                                "{'images':['R1JJ','QQ==','Qg=='],'info':'{\\\"all_seeds\\\":[42,43]}'}")
                        .images())
                .containsExactly(
                        new ReturnedImage.Embedded("QQ==", false, OptionalLong.of(42)),
                        new ReturnedImage.Embedded("Qg==", false, OptionalLong.of(43)));
        assertThat(ok(ImageCodec.pocketDiffusers(), "{'status':'success','generationTime':1.5,'output':['QQ==']}")
                        .claimedTime())
                .contains(Duration.ofMillis(1500));
        assertThat(ok(
                                ImageCodec.stabilityV1("e"),
                                "{'artifacts':[{'base64':'QQ==','finishReason':'CONTENT_FILTERED','seed':7}]}")
                        .images())
                .containsExactly(new ReturnedImage.Embedded("QQ==", true, OptionalLong.of(7)));
    }

    @Test
    void unusable_answers_are_faults_with_their_cause_whatever_the_interface() {
        for (ImageCodec codec : ALL) {
            assertThat(fault(codec, 500, "{}")).isEqualTo(FaultCause.SERVER_ERROR);
            assertThat(fault(codec, 200, "")).isEqualTo(FaultCause.EMPTY);
            assertThat(fault(codec, 200, "[]")).isEqualTo(FaultCause.SCHEMA);
            assertThat(fault(codec, 200, "{}")).isEqualTo(FaultCause.SCHEMA);
            assertThat(fault(codec, 200, "<html>")).isEqualTo(FaultCause.MALFORMED);
            assertThat(fault(codec, 200, "{'data':[")).isEqualTo(FaultCause.TRUNCATED);
            assertThat(fault(codec, 200, "{'error':{'message':'no'}}")).isEqualTo(FaultCause.ERROR_IN_OK);
            assertThat(fault(codec, 200, "{'a':" + "[".repeat(100) + "]".repeat(100) + "}"))
                    .isEqualTo(FaultCause.OVERSIZED);
        }
        assertThat(fault(ImageCodec.openAi(), 200, "{'data':[]}")).isEqualTo(FaultCause.EMPTY);
        assertThat(fault(ImageCodec.openAi(), 200, "{'data':[{}]}")).isEqualTo(FaultCause.SCHEMA);
        assertThat(fault(ImageCodec.openAi(), 200, "{'data':[" + "1,".repeat(99) + "1]}"))
                .isEqualTo(FaultCause.OVERSIZED);
        assertThat(fault(ImageCodec.pocketDiffusers(), 200, "{'status':'fail','output':[]}"))
                .isEqualTo(FaultCause.ERROR_IN_OK);
    }

    @Test
    void requests_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> ImageRequest.builder("x").size(0, 512).build()).hasMessageContaining("0 x 512");
        assertThatThrownBy(() -> ImageRequest.builder("x").steps(0).build()).hasMessageContaining("steps");
        assertThatThrownBy(() -> ImageRequest.builder("x").seed(-1).build()).hasMessageContaining("leave it out");
        assertThatThrownBy(() -> ImageCodec.stabilityV1("../x")).hasMessageContaining("../x");
        assertThat(FULL.toBuilder().build()).isEqualTo(FULL);
        assertThat(FULL.work(50)).isEqualTo(2 * 1.25 * 30 * 2);
    }

    private static JsonNode sent(ImageCodec codec, String path) {
        RelayRequest request = codec.encode(FULL);
        assertThat(request.path()).isEqualTo(path);
        return new ObjectMapper().readTree(request.body().toByteArray());
    }

    private static ImageAnswer ok(ImageCodec codec, String body) {
        return ((Decoded.Ok<ImageAnswer>) codec.decode(FULL, response(200, body))).answer();
    }

    private static FaultCause fault(ImageCodec codec, int status, String body) {
        return ((Decoded.Fault<ImageAnswer>) codec.decode(FULL, response(status, body)))
                .failure()
                .cause();
    }

    private static RelayResponse response(int status, String body) {
        return new RelayResponse(
                status,
                HttpHeaders.of(Map.of(), (name, value) -> true),
                Payload.of(body.replace('\'', '"')),
                RelayTiming.none(Instant.EPOCH));
    }
}
