package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.RandomCases;
import org.junit.jupiter.api.Test;

class BatchSplitterTest {

    @Test
    void however_the_stream_arrives_its_batches_are_the_same() {
        RandomCases.check(42, 300, draw -> {
            List<String> batches = draw.list(0, 6, () -> draw.word("abcXYZ|", 0, 40));
            String rest = draw.word("abcXYZ", 0, 10);
            int piece = draw.integer(1, 20);
            byte[] stream = (String.join(
                                    "",
                                    batches.stream()
                                            .map(batch -> batch + "!||POKT_STREAM||")
                                            .toList())
                            + rest)
                    .getBytes(StandardCharsets.US_ASCII);
            BatchSplitter splitter = new BatchSplitter();
            List<String> found = new ArrayList<>();

            for (int from = 0; from < stream.length; from += piece) {
                splitter.add(
                        ByteBuffer.wrap(stream, from, Math.min(piece, stream.length - from)),
                        batch -> found.add(batch.utf8()));
            }

            assertThat(found)
                    .isEqualTo(batches.stream().map(batch -> batch + "!").toList());
            assertThat(splitter.rest().utf8()).isEqualTo(rest);
        });
    }
}
