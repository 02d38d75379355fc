package network.pokt.mlqos.diffusion.api;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayRequest;
import tools.jackson.databind.json.JsonMapper;

/** Writes the JSON of a request. */
final class RequestJson {

    private final JsonMapper mapper = JsonMapper.builder().build();

    RelayRequest post(String path, Map<String, Object> fields) {
        return RelayRequest.postJson(
                path, Payload.of(mapper.writeValueAsString(fields).getBytes(StandardCharsets.UTF_8)));
    }
}
