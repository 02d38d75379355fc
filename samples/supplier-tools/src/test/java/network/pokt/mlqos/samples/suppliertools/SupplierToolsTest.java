package network.pokt.mlqos.samples.suppliertools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import network.pokt.mlqos.relay.shannon.PocketPrivateKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupplierToolsTest {

    private static final String OWNER = PocketPrivateKey.of(new byte[] {
                0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9
            })
            .publicKey()
            .address();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) throws Exception {
        return SupplierTools.run(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                args);
    }

    @Test
    void a_plan_becomes_files_that_validate(@TempDir Path folder) throws Exception {
        assertThat(run(
                        "plan",
                        "--service",
                        "llama-3-8b",
                        "--owner",
                        OWNER,
                        "--public-url",
                        "https://relays.example.org",
                        "--backend-url",
                        "http://adapter:8080",
                        "--compute-units",
                        "1000",
                        "--out",
                        folder.toString()))
                .isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("pocketd tx service add-service llama-3-8b llama-3-8b 1000");
        for (String kind : new String[] {"supplier", "relayminer", "application", "gateway"}) {
            assertThat(run("validate", kind, folder.resolve(kind + ".yaml").toString()))
                    .as(kind)
                    .isZero();
        }
    }

    @Test
    void a_wrong_file_is_refused_with_its_line(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("gateway.yaml"), "# ours\nstake_amount: 5\n");
        assertThat(run("validate", "gateway", file.toString())).isOne();
        assertThat(out.toString(StandardCharsets.UTF_8)).startsWith(file + ":2: stake_amount: '5' is no stake");
    }

    @Test
    void an_endpoint_is_checked_as_a_table_and_as_json() throws Exception {
        try (TinyModelServer model = new TinyModelServer()) {
            assertThat(run(
                            "check",
                            "--url",
                            model.uri().toString(),
                            "--model",
                            TinyModelServer.NAME,
                            "--backend",
                            "vllm"))
                    .isOne();
            assertThat(out.toString(StandardCharsets.UTF_8)).contains("MET      completion");
            out.reset();
            assertThat(run("check", "--url", model.uri().toString(), "--model", "other", "--json"))
                    .isEqualTo(2);
            assertThat(out.toString(StandardCharsets.UTF_8)).startsWith("{\"node\":");
        }
    }

    @Test
    void a_wrong_command_line_is_told_what_there_is() throws Exception {
        assertThat(run("serve", "--backend", "unheard-of", "--model", "m", "--url", "http://x"))
                .isEqualTo(64);
        assertThat(run("dance")).isEqualTo(64);
        assertThat(run()).isEqualTo(64);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("vllm, llama.cpp, ollama, tgi", "pocket-diffusers");
    }
}
