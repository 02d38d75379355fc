package network.pokt.mlqos.samples.lmehcli;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The command line, a task, and a server on loopback that always answers 3. */
abstract class CliFixture {

    static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);

    static final String TASK = """
            task: sums
            task_alias: Sums
            tag: arithmetic
            dataset_path: json
            dataset_kwargs:
              data_files:
                test: FOLDER/sums.jsonl
            test_split: test
            doc_to_text: "{{a}} + {{b}} ="
            doc_to_target: "{{a + b}}"
            generation_kwargs:
              until: ["\\n"]
              max_gen_toks: 8
            filter_list:
              - name: number
                filter:
                  - function: regex
                    regex_pattern: "(-?[0-9]+)"
                  - function: take_first
            metric_list:
              - metric: exact_match
                aggregation: mean
                higher_is_better: true
            metadata:
              version: 1.0
            """;

    static final String GROUP = """
            group: school
            task: [sums]
            aggregate_metric_list:
              - metric: exact_match
                aggregation: mean
                filter_list: number
            metadata:
              version: 2
            """;

    final ByteArrayOutputStream out = new ByteArrayOutputStream();
    final ByteArrayOutputStream err = new ByteArrayOutputStream();
    final AtomicInteger relays = new AtomicInteger();
    final ExecutorService threads = Executors.newFixedThreadPool(2);
    HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        Files.writeString(
                folder.resolve("sums.yaml"),
                TASK.replace("FOLDER", folder.toString().replace('\\', '/')));
        Files.writeString(folder.resolve("school.yaml"), GROUP);
        Files.writeString(
                folder.resolve("sums.jsonl"),
                "{\"a\": 1, \"b\": 2}\n{\"a\": 2, \"b\": 2}\n{\"a\": 3, \"b\": 0}\n{\"a\": 5, \"b\": 5}\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/v1/completions", exchange -> {
            exchange.getRequestBody().readAllBytes();
            relays.incrementAndGet();
            byte[] answer =
                    "{\"model\": \"three\", \"choices\": [{\"index\": 0, \"text\": \" 3.\", \"finish_reason\": \"stop\"}],"
                            .concat("\"usage\": {\"prompt_tokens\": 5, \"completion_tokens\": 2}}")
                            .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        threads.shutdown();
    }

    void answer(String path, byte[] body) {
        server.createContext(path, exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    int run(String... more) throws InterruptedException {
        String url = url("/v1/completions");
        String[] words = Stream.concat(
                        Stream.of(
                                "--model",
                                "local-completions",
                                "--model_args",
                                "base_url=" + url + ",model=three",
                                "--include_path",
                                folder.toString(),
                                "--bootstrap_iters",
                                "100"),
                        Stream.of(more))
                .toArray(String[]::new);
        return LmehCli.run(NOON, new PrintStream(out, true), new PrintStream(err, true), words);
    }

    String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
