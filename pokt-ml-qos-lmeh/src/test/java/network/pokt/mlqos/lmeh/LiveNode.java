package network.pokt.mlqos.lmeh;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import network.pokt.mlqos.SharedData;

/**
 * The small language model of the shared folder behind its server, and lm_eval to compare with.
 *
 * <p>The Python environment of both is {@code -Dmlqos.python=INTERPRETER}, or is built below {@code target} by the shared
 * folder's own script, which takes about a minute the first time.
 */
final class LiveNode implements AutoCloseable {

    private static final String READY = "listening on ";

    private final String python;
    private final Process server;
    private final String url;

    private LiveNode(String python, Process server, String url) {
        this.python = python;
        this.server = server;
        this.url = url;
    }

    static LiveNode start() throws IOException, InterruptedException {
        String python = python();
        Process server = new ProcessBuilder(
                        python, "-u", SharedData.path("tools/node/serve.py").toString(), "--port", "0")
                .redirectError(Path.of("target", "live-node.log").toFile())
                .start();
        BufferedReader out = server.inputReader(StandardCharsets.UTF_8);
        for (String line; (line = out.readLine()) != null; ) {
            int at = line.indexOf(READY);
            if (at >= 0) {
                return new LiveNode(
                        python, server, line.substring(at + READY.length()).strip());
            }
        }
        throw new IllegalStateException("The live node did not start, see target/live-node.log.");
    }

    private static String python() throws IOException, InterruptedException {
        String given = System.getProperty("mlqos.python");
        if (given != null) {
            return given;
        }
        Path environment = Path.of("target", "live-node-venv").toAbsolutePath();
        Path interpreter = environment.resolve("bin/python");
        if (!Files.exists(environment.resolve("ready"))) {
            run(List.of("bash", SharedData.path("tools/lm-eval/install.sh").toString(), environment.toString()));
            Files.createFile(environment.resolve("ready"));
        }
        return interpreter.toString();
    }

    String url() {
        return url;
    }

    /** Runs lm_eval on ARC-Challenge against the server and returns the samples that it logged. */
    List<String> lmEvalSamples(Path folder, int fewShot, int limit) throws IOException, InterruptedException {
        Path data = SharedData.path("data/arc_challenge").toAbsolutePath();
        Path tasks = Files.createDirectories(folder.resolve("tasks"));
        Path original = SharedData.path("golden/lmeval/_lm_eval_tasks/arc/arc_challenge.yaml")
                .toAbsolutePath();
        Files.writeString(
                tasks.resolve("arc_challenge.yaml"),
                String.join(
                        "\n",
                        "include: " + original,
                        "task: arc_challenge",
                        "dataset_path: json",
                        "dataset_name: null",
                        "dataset_kwargs:",
                        "  data_files:",
                        "    train: " + data.resolve("train.jsonl"),
                        "    validation: " + data.resolve("validation.jsonl"),
                        "    test: " + data.resolve("test.jsonl"),
                        ""));
        String tokenizer = SharedData.path("tools/node/base").toAbsolutePath().toString();
        run(new ArrayList<>(List.of(
                python,
                "-m",
                "lm_eval",
                "--model",
                "local-completions",
                "--model_args",
                "model=tinylm,base_url=" + url
                        + "/v1/completions,tokenizer_backend=huggingface,max_length=512,tokenizer=" + tokenizer,
                "--tasks",
                "arc_challenge",
                "--include_path",
                tasks.toString(),
                "--num_fewshot",
                Integer.toString(fewShot),
                "--limit",
                Integer.toString(limit),
                "--log_samples",
                "--output_path",
                folder.resolve("out").toString())));
        try (Stream<Path> files = Files.walk(folder.resolve("out"))) {
            Path samples = files.filter(file -> file.getFileName().toString().startsWith("samples_arc_challenge"))
                    .findFirst()
                    .orElseThrow();
            return Files.readAllLines(samples);
        }
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        Path log = Path.of("target", "live-node-command.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command.get(0) + " failed: " + Files.readString(log));
        }
    }

    @Override
    public void close() {
        server.destroy();
    }
}
