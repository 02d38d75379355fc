package network.pokt.mlqos.samples.pricing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import network.pokt.mlqos.price.PriceList;

/**
 * What the study is made from.
 *
 * @param conversations the calls of a chat service, an hour of November 2023
 * @param code the calls of a service that completes code, the same hour
 * @param prices what providers charge
 */
record Data(List<Call> conversations, List<Call> code, PriceList prices) {

    private static final String CONVERSATIONS = "data/traces/AzureLLMInferenceTrace_conv.csv";
    private static final String CODE = "data/traces/AzureLLMInferenceTrace_code.csv";
    private static final String PRICES = "data/prices/model_prices_and_context_window.json";

    static final List<String> FILES = List.of(CONVERSATIONS, CODE, PRICES);

    static Data load(Path shared) throws IOException {
        return new Data(
                calls(shared.resolve(CONVERSATIONS)),
                calls(shared.resolve(CODE)),
                PriceList.liteLlm(shared.resolve(PRICES)));
    }

    /** Both services behind one flat price. */
    List<Call> together() {
        return Stream.concat(conversations.stream(), code.stream()).toList();
    }

    private static List<Call> calls(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.skip(1)
                    .filter(line -> !line.isBlank())
                    .map(Call::parse)
                    .toList();
        }
    }
}
