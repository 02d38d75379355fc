package network.pokt.mlqos.samples.suppliertools;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import network.pokt.mlqos.evaluation.Evaluation;
import network.pokt.mlqos.evaluation.EvaluationReport;
import network.pokt.mlqos.evaluation.ModelApi;
import network.pokt.mlqos.evaluation.NumbersTask;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeDirectory;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.local.LocalPocket;
import network.pokt.mlqos.relay.local.MinerStyle;
import network.pokt.mlqos.relay.shannon.ShannonTransport;
import network.pokt.mlqos.relay.supplier.adapter.EndpointAdapter;
import network.pokt.mlqos.relay.supplier.adapter.ServedModel;
import network.pokt.mlqos.relay.supplier.backend.OpenAiServer;
import network.pokt.mlqos.relay.supplier.conformance.ConformanceCheck;
import network.pokt.mlqos.relay.supplier.conformance.ConformanceItem;
import network.pokt.mlqos.relay.supplier.conformance.ConformanceReport;
import network.pokt.mlqos.relay.supplier.conformance.Verdict;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From a simulated model server through adapter, relay miner and ring-signed relays to a score and a conformance report. */
@Timeout(60)
class FullPathTest {

    private static final String TOKENIZER = """
            {"version":"1.0","truncation":null,"padding":null,"added_tokens":[],"normalizer":null,
            "pre_tokenizer":{"type":"WhitespaceSplit"},"post_processor":null,"decoder":null,
            "model":{"type":"WordLevel","vocab":{"[UNK]":0,"one,":1,"two,":2},"unk_token":"[UNK]"}}""";

    private TinyModelServer model;
    private AdapterServer endpoint;

    @BeforeEach
    void start(@TempDir Path files) throws Exception {
        Files.writeString(files.resolve("tokenizer.json"), TOKENIZER);
        Files.writeString(files.resolve("config.json"), "{\"model_type\":\"tiny\",\"hidden_size\":1}");
        model = new TinyModelServer();
        ServedModel served = new ServedModel("tiny", TinyModelServer.NAME, Optional.of(files), TinyModelServer.CONTEXT);
        EndpointAdapter adapter =
                EndpointAdapter.builder(served, OpenAiServer.VLLM, model.uri()).build();
        endpoint = AdapterServer.start(
                adapter, new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0));
    }

    @AfterEach
    void stop() {
        endpoint.close();
        model.close();
    }

    private URI endpointUri() {
        return URI.create("http://127.0.0.1:" + endpoint.port());
    }

    @ParameterizedTest
    @EnumSource(MinerStyle.class)
    void a_staked_model_is_measured_and_conforms_through_the_network(MinerStyle style) throws Exception {
        try (LocalPocket pocket = LocalPocket.builder()
                        .service("llm", 1_000)
                        .supplier("alice", "llm", endpointUri(), style)
                        .application("app", "llm")
                        .start();
                ShannonTransport transport = pocket.transport().build()) {
            transport.connect().join();
            Node alice = transport.directory().nodes().get(0);

            EvaluationReport report = Evaluation.of(NumbersTask.of(20))
                    .transport(transport)
                    .nodes(NodeDirectory.of(alice))
                    .apis(node -> ModelApi.completions().model("tiny").build())
                    .samples(20)
                    .seed(7)
                    .run();
            ConformanceReport conformance = ConformanceCheck.of(transport, alice, "tiny")
                    .backend("vllm")
                    .run();

            assertThat(report.of(alice).score("exact_match").value()).isEqualTo(1.0);
            assertThat(conformance.items())
                    .filteredOn(item -> item.verdict() != Verdict.MET)
                    .isEmpty();
            assertThat(conformance.exitCode()).isZero();
        }
    }

    @Test
    void a_bare_server_lacks_what_the_adapter_adds_and_the_report_says_what_to_change() throws Exception {
        try (OpenAiHttpTransport transport = OpenAiHttpTransport.create()) {
            Node node = Node.at(model.uri(), TinyModelServer.NAME);

            ConformanceReport report = ConformanceCheck.of(transport, node, TinyModelServer.NAME)
                    .backend("vllm")
                    .run();

            assertThat(report.item("tokenizer").verdict()).isEqualTo(Verdict.LACKING);
            assertThat(report.item("context length").remedy()).isEqualTo("start vLLM with --max-model-len N");
            assertThat(report.table()).contains("LACKING  tokenizer", "-> put the endpoint adapter before the server");
            assertThat(report.json()).contains("\"name\":\"usage\",\"verdict\":\"MET\"");
        }
    }

    @Test
    void an_endpoint_that_is_not_there_fails() throws Exception {
        try (OpenAiHttpTransport transport = OpenAiHttpTransport.create()) {
            ConformanceReport report = ConformanceCheck.of(
                            transport, Node.at(URI.create("http://127.0.0.1:1"), "m"), "m")
                    .run();

            assertThat(report.exitCode()).isEqualTo(2);
            assertThat(report.items()).extracting(ConformanceItem::verdict).doesNotContain(Verdict.MET);
        }
    }
}
