package network.pokt.mlqos.relay.supplier.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import network.pokt.mlqos.relay.supplier.backend.Automatic1111;
import network.pokt.mlqos.relay.supplier.backend.Backend;
import network.pokt.mlqos.relay.supplier.backend.OpenAiServer;
import network.pokt.mlqos.relay.supplier.backend.PocketDiffusers;
import network.pokt.mlqos.relay.supplier.backend.TensorFlowServing;
import network.pokt.mlqos.relay.supplier.backend.TgiGenerate;
import network.pokt.mlqos.relay.supplier.backend.TorchServe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Each kind of model server, with answers in the shape of its own documentation, seen through the adapter. */
class BackendContractTest {

    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private final RecordedServer server = new RecordedServer();

    @AfterEach
    void stop() {
        server.close();
    }

    private EndpointAdapter adapter(Backend backend) {
        return EndpointAdapter.builder(
                        new ServedModel("public", "/models/inner", Optional.empty(), 4_096), backend, server.uri())
                .build();
    }

    @ParameterizedTest
    @EnumSource(OpenAiServer.class)
    void servers_of_the_openai_interface_get_their_own_model_name_and_nothing_else_changes(OpenAiServer kind)
            throws Exception {
        server.json("/v1/chat/completions", 200, """
                {"id":"chatcmpl-8f0e","object":"chat.completion","created":1730000000,"model":"/models/inner","choices":[{"index":0,
                "message":{"role":"assistant","content":"4"},"logprobs":null,"finish_reason":"stop"}],
                "usage":{"prompt_tokens":14,"total_tokens":16,"completion_tokens":2},"prompt_logprobs":null}""");
        try (EndpointAdapter adapter = adapter(kind)) {
            Heard heard = Heard.post(adapter, "/v1/chat/completions", """
                    {"model":"public","messages":[{"role":"user","content":"2+2?"}],"temperature":0,"top_k":1}""");

            assertThat(heard.status()).isEqualTo(200);
            assertThat(heard.json().path("model").asString()).isEqualTo("public");
            assertThat(heard.json().path("usage").path("completion_tokens").asInt())
                    .isEqualTo(2);
            JsonNode asked = server.last().json();
            assertThat(asked.path("model").asString()).isEqualTo("/models/inner");
            assertThat(asked.path("top_k").asInt()).isEqualTo(1);
        }
    }

    @Test
    void a_stream_of_vllm_passes_with_the_public_name_in_each_event() throws Exception {
        server.answer(
                "/v1/completions",
                new RecordedServer.Answer(
                        200,
                        "text/event-stream; charset=utf-8",
                        """
                data: {"id":"cmpl-1","object":"text_completion","created":1730000000,"model":"/models/inner","choices":[{"index":0,"text":" 4","logprobs":null,"finish_reason":null}]}

                data: {"id":"cmpl-1","object":"text_completion","created":1730000000,"model":"/models/inner","choices":[],"usage":{"prompt_tokens":4,"total_tokens":5,"completion_tokens":1}}

                data: [DONE]

                """,
                        Map.of("X-Request-Id", "secret-host-7", "Server", "uvicorn")));
        try (EndpointAdapter adapter = adapter(OpenAiServer.VLLM)) {
            Heard heard = Heard.post(
                    adapter, "/v1/completions", "{\"model\":\"public\",\"prompt\":\"2+2=\",\"stream\":true}");

            assertThat(heard.head()).isEqualTo(AnswerHead.stream());
            assertThat(heard.text()).contains("\"model\":\"public\"", "\" 4\"").doesNotContain("inner", "secret");
            assertThat(heard.text()).endsWith("data: [DONE]\n\n");
        }
    }

    @Test
    void what_ollama_cannot_give_is_refused_and_told_in_its_config() throws Exception {
        try (EndpointAdapter adapter = adapter(OpenAiServer.OLLAMA)) {
            Heard heard = Heard.post(adapter, "/v1/completions", "{\"prompt\":\"a\",\"logprobs\":1}");

            assertThat(heard.status()).isEqualTo(400);
            assertThat(heard.json().path("error").path("param").asString()).isEqualTo("logprobs");
            assertThat(server.asked).isEmpty();
            assertThat(Heard.get(adapter, "/pokt/config")
                            .json()
                            .path("served")
                            .path("missing")
                            .toString())
                    .isEqualTo("[\"logprobs\",\"echo\",\"several\"]");
        }
    }

    @Test
    void tgi_answers_become_completions_with_usage_and_the_logprobs_of_the_prompt() throws Exception {
        server.json("/generate", 200, """
                {"generated_text":" 4","details":{"finish_reason":"length","generated_tokens":1,"seed":7,
                "prefill":[{"id":1,"text":"2","logprob":null},{"id":2,"text":"+2=","logprob":-1.5}],
                "tokens":[{"id":3,"text":" 4","logprob":-0.25,"special":false}],
                "top_tokens":[[{"id":3,"text":" 4","logprob":-0.25,"special":false}]]}}""");
        try (EndpointAdapter adapter = adapter(new TgiGenerate())) {
            Heard heard = Heard.post(adapter, "/v1/completions", """
                    {"model":"public","prompt":["2+2="],"max_tokens":1,"temperature":0,"logprobs":1,"echo":true,"seed":7,"stop":"\\n"}""");

            assertThat(heard.text())
                    .contains("\"usage\":{\"prompt_tokens\":2,\"completion_tokens\":1,\"total_tokens\":3}");
            JsonNode choice = heard.json().path("choices").path(0);
            assertThat(choice.path("text").asString()).isEqualTo("2+2= 4");
            assertThat(choice.path("finish_reason").asString()).isEqualTo("length");
            assertThat(choice.path("logprobs").path("tokens").toString()).isEqualTo("[\"2\",\"+2=\",\" 4\"]");
            assertThat(choice.path("logprobs").path("token_logprobs").toString())
                    .isEqualTo("[null,-1.5,-0.25]");
            assertThat(server.last().json().toString()).isEqualTo("""
                    {"inputs":"2+2=","parameters":{"max_new_tokens":1,"details":true,"decoder_input_details":true,\
                    "do_sample":false,"seed":7,"stop":["\\n"],"top_n_tokens":1}}""");
        }
    }

    @Test
    void an_error_of_tgi_keeps_its_status_and_message() throws Exception {
        server.json("/generate", 422, """
                {"error":"Input validation error: `inputs` tokens + `max_new_tokens` must be <= 2048","error_type":"validation"}""");
        try (EndpointAdapter adapter = adapter(new TgiGenerate())) {
            Heard heard = Heard.post(adapter, "/v1/completions", "{\"prompt\":\"a\"}");

            assertThat(heard.status()).isEqualTo(422);
            assertThat(heard.json().path("error").path("message").asString()).startsWith("Input validation error");
        }
    }

    @Test
    void torchserve_answers_become_completions_without_invented_usage() throws Exception {
        try (EndpointAdapter adapter = adapter(new TorchServe("my_model"))) {
            for (String body : new String[] {"It is 4", "\"It is 4\"", "[\"It is 4\"]", "{\"text\":\"It is 4\"}"}) {
                server.answer("/predictions/my_model", new RecordedServer.Answer(200, "text/plain", body, Map.of()));
                Heard heard = Heard.post(adapter, "/v1/completions", "{\"prompt\":\"2+2?\",\"max_tokens\":5}");

                assertThat(heard.json().path("choices").path(0).path("text").asString())
                        .isEqualTo("It is 4");
                assertThat(heard.json().has("usage")).isFalse();
                assertThat(server.last().body()).isEqualTo("{\"prompt\":\"2+2?\",\"max_new_tokens\":5}");
            }
            server.json("/predictions/my_model", 503, """
                    {"code":503,"type":"ServiceUnavailableException","message":"Model \\"my_model\\" has no worker to serve inference request."}""");
            assertThat(Heard.post(adapter, "/v1/completions", "{\"prompt\":\"a\"}")
                            .status())
                    .isEqualTo(503);
            assertThat(Heard.post(adapter, "/v1/completions", "{\"prompt\":\"a\",\"stream\":true}")
                            .status())
                    .isEqualTo(400);
        }
    }

    @Test
    void tensorflow_serving_gives_texts_and_embeddings() throws Exception {
        try (EndpointAdapter adapter = adapter(new TensorFlowServing("use"))) {
            server.json("/v1/models/use:predict", 200, "{\"predictions\": [[0.5, -1.0], [0.25, 2.0]]}");
            Heard vectors = Heard.post(adapter, "/v1/embeddings", "{\"model\":\"public\",\"input\":[\"a\",\"b\"]}");
            assertThat(vectors.json().path("data").path(1).toString())
                    .isEqualTo("{\"object\":\"embedding\",\"index\":1,\"embedding\":[0.25,2.0]}");
            assertThat(server.last().body()).isEqualTo("{\"instances\":[\"a\",\"b\"]}");

            server.json("/v1/models/use:predict", 200, "{\"predictions\": [\"It is 4\"]}");
            Heard text = Heard.post(adapter, "/v1/completions", "{\"prompt\":\"2+2?\"}");
            assertThat(text.json().path("choices").path(0).path("text").asString())
                    .isEqualTo("It is 4");

            server.json(
                    "/v1/models/use:predict",
                    400,
                    "{\"error\": \"Failed to process element: 0 of 'instances' list.\"}");
            Heard error = Heard.post(adapter, "/v1/completions", "{\"prompt\":\"2+2?\"}");
            assertThat(error.status()).isEqualTo(400);
            assertThat(error.text()).contains("Failed to process element");
        }
    }

    @Test
    void automatic1111_gives_the_images_without_the_grid_before_them() throws Exception {
        server.json("/sdapi/v1/txt2img", 200, """
                {"images":["R1JJRA==","%1$s","%1$s"],"parameters":{"prompt":"a cat"},"info":"{\\"seed\\": 5, \\"all_seeds\\": [5, 6]}"}""".formatted(PIXEL));
        try (EndpointAdapter adapter = adapter(new Automatic1111())) {
            Heard heard = Heard.post(adapter, "/v1/images/generations", """
                    {"prompt":"a cat","n":2,"size":"512x768","seed":5,"num_inference_steps":20,"guidance_scale":7.5,"response_format":"b64_json"}""");

            assertThat(heard.json().path("data").size()).isEqualTo(2);
            assertThat(heard.json().path("data").path(0).path("b64_json").asString())
                    .isEqualTo(PIXEL);
            assertThat(server.last().json().toString()).isEqualTo("""
                    {"prompt":"a cat","negative_prompt":"","width":512,"height":768,"batch_size":2,"n_iter":1,\
                    "send_images":true,"save_images":false,"seed":5,"steps":20,"cfg_scale":7.5}""");
            assertThat(Heard.post(adapter, "/v1/images/generations", "{\"prompt\":\"a\",\"response_format\":\"url\"}")
                            .errorCode())
                    .isEqualTo("unsupported_by_backend");
        }
    }

    @Test
    void pockets_diffusers_give_images_and_their_failures_are_no_successes() throws Exception {
        try (EndpointAdapter adapter = adapter(new PocketDiffusers())) {
            server.json(
                    "/text2img",
                    200,
                    "{\"status\":\"success\",\"generationTime\":2.5,\"id\":0,\"output\":[\"%s\"]}".formatted(PIXEL));
            Heard heard = Heard.post(adapter, "/v1/images/generations", "{\"prompt\":\"a cat\",\"size\":\"512x512\"}");
            assertThat(heard.json().path("data").path(0).path("b64_json").asString())
                    .isEqualTo(PIXEL);
            assertThat(server.last().body())
                    .isEqualTo(
                            "{\"width\":512,\"height\":512,\"samples\":1,\"output_type\":\"PNG\",\"prompt\":[\"a cat\"]}");

            server.json("/text2img", 200, "{\"status\":\"fail\",\"output\":[]}");
            assertThat(Heard.post(adapter, "/v1/images/generations", "{\"prompt\":\"a\"}")
                            .status())
                    .isEqualTo(502);
        }
    }

    @Test
    void an_answer_that_has_not_the_servers_own_form_is_no_answer() throws Exception {
        String[] bodies = {
            "",
            "null",
            "[]",
            "{}",
            "{\"generated_text\":7}",
            "<html>",
            "{\"predictions\":[[\"x\"]]}",
            "{\"images\":[\"?\"]}"
        };
        for (String body : bodies) {
            for (String path :
                    new String[] {"/generate", "/v1/models/m:predict", "/sdapi/v1/txt2img", "/v1/completions"}) {
                server.json(path, 200, body);
            }
            try (EndpointAdapter tgi = adapter(new TgiGenerate());
                    EndpointAdapter tf = adapter(new TensorFlowServing("m"));
                    EndpointAdapter a1111 = adapter(new Automatic1111())) {
                assertThat(Heard.post(tgi, "/v1/completions", "{\"prompt\":\"a\"}")
                                .status())
                        .as(body)
                        .isEqualTo(502);
                assertThat(Heard.post(tf, "/v1/embeddings", "{\"input\":\"a\"}").status())
                        .as(body)
                        .isEqualTo(502);
                assertThat(Heard.post(a1111, "/v1/images/generations", "{\"prompt\":\"a\"}")
                                .status())
                        .as(body)
                        .isEqualTo(502);
            }
        }
    }
}
