package network.pokt.mlqos.relay.shannon;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import network.pokt.mlqos.SharedData;
import network.pokt.mlqos.relay.shannon.curve.Scalar;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The vectors that both builds of the Go implementation have made and judged. */
final class RingVectors {

    private RingVectors() {}

    static JsonNode root() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(SharedData.path("golden/shannon/ring_vectors.json")));
    }

    static List<String> bulkLines() throws IOException {
        return Files.readAllLines(SharedData.path("golden/shannon/ring_vectors_bulk.txt")).stream()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    static byte[] bytes(JsonNode hex) {
        return HexFormat.of().parseHex(hex.asString());
    }

    static Ring ring(JsonNode keys) {
        return new Ring(StreamSupport.stream(keys.spliterator(), false)
                .map(key -> PocketPublicKey.of(bytes(key)))
                .toList());
    }

    static PocketPrivateKey key(String label) {
        return PocketPrivateKey.of(Digests.sha256(label.getBytes(StandardCharsets.UTF_8)));
    }

    /** The scalars that a list names, one after the other. */
    static Supplier<Scalar> scalars(JsonNode list) {
        Iterator<JsonNode> next = list.iterator();
        return () -> Scalar.reduced(bytes(next.next()), 0);
    }

    /** The scalars that the vectors' own counter gives: sha256(label || message || counter). */
    static Supplier<Scalar> counted(String label, byte[] message) {
        ByteBuffer input = ByteBuffer.allocate(label.length() + message.length + Long.BYTES);
        input.put(label.getBytes(StandardCharsets.US_ASCII)).put(message);
        long[] counter = {0};
        return () -> {
            input.putLong(label.length() + message.length, counter[0]++);
            return Scalar.reduced(Digests.sha256(input.array()), 0);
        };
    }
}
