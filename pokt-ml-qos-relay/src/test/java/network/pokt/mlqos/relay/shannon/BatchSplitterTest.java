package network.pokt.mlqos.relay.shannon;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

class BatchSplitterTest {

    @Property(seed = "42", tries = 300)
    void however_the_stream_arrives_its_batches_are_the_same(
            @ForAll @Size(max = 6) List<@AlphaChars @Chars('|') @StringLength(max = 40) String> batches,
            @ForAll @StringLength(max = 10) @AlphaChars String rest,
            @ForAll @IntRange(min = 1, max = 20) int piece) {
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

        assertThat(found).isEqualTo(batches.stream().map(batch -> batch + "!").toList());
        assertThat(splitter.rest().utf8()).isEqualTo(rest);
    }
}
