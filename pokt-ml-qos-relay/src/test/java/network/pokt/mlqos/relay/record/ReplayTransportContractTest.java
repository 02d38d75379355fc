package network.pokt.mlqos.relay.record;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.transport.RelayTransportContract;
import org.junit.jupiter.api.io.TempDir;

/** With nothing on record, a replay is the transport that it falls back on. */
class ReplayTransportContractTest extends RelayTransportContract {

    @TempDir
    private Path folder;

    @Override
    public RelayTransport transport(Limits limits) {
        RelayTransport http = OpenAiHttpTransport.builder()
                .firstByteTimeout(limits.firstByte())
                .idleTimeout(limits.idle())
                .maxBodyBytes(limits.maxBodyBytes())
                .maxHeaderBytes(limits.maxHeaderBytes())
                .build();
        try {
            Path empty = folder.resolve("empty.jsonl");
            Files.writeString(empty, "");
            return ReplayTransport.of(empty).orElse(http).build();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
