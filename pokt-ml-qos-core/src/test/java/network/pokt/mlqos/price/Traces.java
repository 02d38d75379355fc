package network.pokt.mlqos.price;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import network.pokt.mlqos.SharedData;

/** How many tokens the prompts and answers of real services had: Microsoft's traces of November 2023. */
record Traces(long[] prompts, long[] completions) {

    static Traces conversations() throws IOException {
        return load("conv");
    }

    static Traces code() throws IOException {
        return load("code");
    }

    private static Traces load(String name) throws IOException {
        try (Stream<String> lines =
                Files.lines(SharedData.path("data/traces/AzureLLMInferenceTrace_" + name + ".csv"))) {
            long[][] calls = lines.skip(1)
                    .map(line -> line.split(","))
                    .map(call -> new long[] {Long.parseLong(call[1].strip()), Long.parseLong(call[2].strip())})
                    .toArray(long[][]::new);
            return new Traces(column(calls, 0), column(calls, 1));
        }
    }

    private static long[] column(long[][] calls, int column) {
        return Stream.of(calls).mapToLong(call -> call[column]).toArray();
    }

    int size() {
        return prompts.length;
    }
}
