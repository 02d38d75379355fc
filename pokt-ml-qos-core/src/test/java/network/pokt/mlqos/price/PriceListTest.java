package network.pokt.mlqos.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PriceListTest {

    private static final URI ENDPOINT = URI.create("http://127.0.0.1:1");

    @Test
    void every_model_of_the_real_list_is_read_to_the_last_digit() throws IOException {
        Path file = SharedData.path("data/prices/model_prices_and_context_window.json");
        PriceList list = PriceList.liteLlm(file);
        JsonNode original = JsonMapper.builder()
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(Files.readAllBytes(file));

        int compared = 0;
        for (String name : original.propertyNames()) {
            JsonNode entry = original.get(name);
            if (entry.has("input_cost_per_token") && entry.has("output_cost_per_token")) {
                Rate rate = list.model(name).orElseThrow().rate();
                assertThat(rate.cost(0, 1, 0))
                        .isEqualByComparingTo(entry.get("input_cost_per_token").decimalValue());
                assertThat(rate.cost(0, 0, 1))
                        .isEqualByComparingTo(entry.get("output_cost_per_token").decimalValue());
                compared++;
            }
        }
        assertThat(compared).isEqualTo(215);
        assertThat(list.model("gpt-realtime-whisper"))
                .as("priced per second alone")
                .isEmpty();
        assertThat(list.models()).hasSize(217);
    }

    @Test
    void limits_and_images_of_the_real_list_are_read() throws IOException {
        PriceList list = PriceList.liteLlm(SharedData.path("data/prices/model_prices_and_context_window.json"));

        ModelPrice sonnet = list.model("claude-3-7-sonnet-20250219").orElseThrow();
        assertThat(sonnet.maxPromptTokens()).hasValue(200_000);
        assertThat(sonnet.maxCompletionTokens()).hasValue(64_000);
        assertThat(sonnet.rate().perMillionPromptTokens()).isEqualByComparingTo("3");
        assertThat(sonnet.rate().perMillionCompletionTokens()).isEqualByComparingTo("15");
        assertThat(list.model("gemini-2.5-flash-image").orElseThrow().image(1024, 1024, 50))
                .contains(new BigDecimal("0.039"));
        assertThat(list.model("claude-3-7-sonnet-20250219").orElseThrow().image(64, 64, 1))
                .isEmpty();
    }

    @Test
    void images_cost_by_size_and_steps() {
        PriceList list = read("""
                {"512-x-512/50-steps/sdxl": {"output_cost_per_image": 0.018, "mode": "image_generation"},
                 "512-x-512/max-steps/sdxl": {"output_cost_per_image": 0.036},
                 "1024-x-1024/50-steps/sdxl": {"output_cost_per_image": 0.04},
                 "1024-x-1024/dall-e-3": {"input_cost_per_pixel": 3.81469e-08, "output_cost_per_pixel": 0.0}}
                """);
        ModelPrice sdxl = list.model("sdxl").orElseThrow();

        assertThat(sdxl.image(512, 512, 30)).contains(new BigDecimal("0.018"));
        assertThat(sdxl.image(512, 512, 51)).contains(new BigDecimal("0.036"));
        assertThat(sdxl.image(768, 512, 50)).contains(new BigDecimal("0.04"));
        assertThat(sdxl.image(1024, 1024, 51)).isEmpty();
        assertThat(list.model("dall-e-3").orElseThrow().image(1024, 1024, 1))
                .hasValueSatisfying(price -> assertThat(price).isEqualByComparingTo("0.0399999238144"));
    }

    @Test
    void a_long_prompt_has_another_price_and_a_request_one_of_its_own() {
        ModelPrice price = read("""
                        {"m": {"input_cost_per_token": 1e-06, "output_cost_per_token": 2e-06,
                          "input_cost_per_token_above_200k_tokens": 3e-06, "input_cost_per_request": 0.005}}
                        """).model("m").orElseThrow();

        assertThat(price.rate(200_000).cost(1, 200_000, 1)).isEqualByComparingTo("0.205002");
        assertThat(price.rate(200_001).cost(1, 200_001, 1)).isEqualByComparingTo("0.605005");
    }

    @Test
    void a_node_costs_what_was_set_for_it_else_for_its_service_else_for_its_model() {
        NodeId id = new NodeId("pokt1a", "llama");
        Node node = Node.builder(id, ENDPOINT).model("m").build();
        PriceList byModel = PriceList.builder().model("m", price("1")).build();
        PriceList byService =
                PriceList.builder().all(byModel).service("llama", price("2")).build();
        PriceList byNode =
                PriceList.builder().all(byService).node(id, price("3")).build();

        assertThat(byModel.rate(node).perMillionPromptTokens()).isEqualByComparingTo("1");
        assertThat(byService.rate(node).perMillionPromptTokens()).isEqualByComparingTo("2");
        assertThat(byNode.rate(node).perMillionPromptTokens()).isEqualByComparingTo("3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> byNode.rate(Node.at(ENDPOINT, "other")))
                .withMessageContaining("other");
    }

    private static ModelPrice price(String prompt) {
        return ModelPrice.of(Rate.perMillionTokens("USD", prompt, "0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{\"m\": {\"input_cost_per_token\": \"free\"}}",
                "{\"m\": {\"input_cost_per_token\": -1e-6}}",
                "{\"m\": {\"input_cost_per_token\": 1e99999}}",
                "{\"m\": {\"input_cost_per_token\": 1e-99999}}"
            })
    void what_is_no_price_list_is_refused(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(PriceListException.class);
    }

    @Test
    void the_example_at_the_top_of_the_original_list_and_models_without_a_price_are_left_out() {
        PriceList list = read("""
                {"sample_spec": {"input_cost_per_token": "what a token costs"},
                 "free": {"input_cost_per_token": 0e-7}, "unpriced": {"mode": "chat"}, "null": {"input_cost_per_token": null}}
                """);

        assertThat(list.models()).contains("free").doesNotContain("sample_spec", "unpriced");
        assertThat(list.model("free").orElseThrow().rate().cost(1, 1_000, 1_000))
                .isEqualByComparingTo("0");
    }

    private static PriceList read(String json) {
        return PriceList.liteLlm(json.getBytes(StandardCharsets.UTF_8));
    }
}
