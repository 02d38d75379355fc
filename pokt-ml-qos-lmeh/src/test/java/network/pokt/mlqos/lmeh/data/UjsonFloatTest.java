package network.pokt.mlqos.lmeh.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import tools.jackson.core.JsonParser;

class UjsonFloatTest {

    /** Triples of a float, {@code float(ujson_dumps(x))} and {@code ujson_loads(ujson_dumps(x))}. */
    @Test
    void floats_lose_the_digits_that_they_lose_in_pandas() throws IOException {
        try (JsonParser parser = JsonValues.parser(new InputStreamReader(
                Objects.requireNonNull(UjsonFloatTest.class.getResourceAsStream("pandas-json-floats.json")),
                StandardCharsets.UTF_8))) {
            parser.nextToken();
            List<?> triples = (List<?>) new JsonValues().value(parser);
            assertThat(triples).hasSize(400);
            for (Object each : Objects.requireNonNull(triples)) {
                List<?> triple = (List<?>) each;
                double value = ((Number) triple.get(0)).doubleValue();
                assertThat(UjsonFloat.written(value)).as("%s written", value).isEqualTo(triple.get(1));
                double read = (Double) triple.get(2);
                boolean exponent = Math.abs(value) > 1e16 || Math.abs(value) < 1e-15;
                assertThat(UjsonFloat.writtenAndRead(value))
                        .as("%s read", value)
                        .isCloseTo(read, Offset.offset(exponent ? 2 * Math.ulp(read) : 0));
            }
        }
    }
}
