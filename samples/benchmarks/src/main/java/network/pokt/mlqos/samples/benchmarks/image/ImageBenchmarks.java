package network.pokt.mlqos.samples.benchmarks.image;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Starts a benchmark of metrics of pictures. */
public final class ImageBenchmarks {

    private ImageBenchmarks() {}

    /** Runs what the words after {@code image} on the command line say. */
    public static void run(String... args) throws IOException, InterruptedException {
        Optional<String> python = args.length > 2 ? Optional.of(args[2]) : Optional.empty();
        switch (args[0]) {
            case "speed" -> {
                MetricSpeed.print(Integer.parseInt(args[1]));
                python(python, "metric_speed.py", args[1]);
            }
            case "features" -> {
                FeatureSpeed.print(Integer.parseInt(args[1]));
                python(python, "feature_speed.py", args[1]);
            }
            default ->
                throw new IllegalArgumentException(
                        "There is no image benchmark '" + args[0] + "', use speed or features.");
        }
    }

    private static void python(Optional<String> interpreter, String name, String argument)
            throws IOException, InterruptedException {
        if (interpreter.isEmpty()) {
            return;
        }
        try (InputStream script = ImageBenchmarks.class.getResourceAsStream(name)) {
            if (script == null) {
                throw new IOException("The jar lacks " + name + ".");
            }
            String source = new String(script.readAllBytes(), StandardCharsets.UTF_8);
            new ProcessBuilder(List.of(interpreter.get(), "-c", source, argument))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }
}
