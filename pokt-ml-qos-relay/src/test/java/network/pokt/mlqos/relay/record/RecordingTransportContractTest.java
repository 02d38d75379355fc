package network.pokt.mlqos.relay.record;

import java.nio.file.Path;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.transport.RelayTransport;
import network.pokt.mlqos.transport.RelayTransportContract;
import org.junit.jupiter.api.io.TempDir;

class RecordingTransportContractTest extends RelayTransportContract {

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
        return RecordingTransport.around(http, folder.resolve("run.jsonl"))
                .keepRequests()
                .build();
    }
}
