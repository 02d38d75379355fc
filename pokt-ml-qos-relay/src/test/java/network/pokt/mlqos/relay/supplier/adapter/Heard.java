package network.pokt.mlqos.relay.supplier.adapter;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client without a connection, which keeps what it hears. */
final class Heard implements AnswerSink {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private @Nullable AnswerHead head;

    static Heard post(EndpointAdapter adapter, String path, String body) throws IOException, InterruptedException {
        return of(adapter, request(path, body));
    }

    static AdapterRequest request(String path, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        return new AdapterRequest("POST", path, OptionalLong.empty(), new ByteArrayInputStream(content));
    }

    static Heard get(EndpointAdapter adapter, String path) throws IOException, InterruptedException {
        return of(adapter, AdapterRequest.get(path));
    }

    static Heard of(EndpointAdapter adapter, AdapterRequest request) throws IOException, InterruptedException {
        Heard heard = new Heard();
        adapter.handle(request, heard);
        return heard;
    }

    @Override
    public void head(AnswerHead answerHead) {
        if (head != null) {
            throw new IllegalStateException("A second head.");
        }
        head = answerHead;
    }

    @Override
    public void write(byte[] more) {
        bytes.writeBytes(more);
    }

    AnswerHead head() {
        if (head == null) {
            throw new IllegalStateException("No head.");
        }
        return head;
    }

    int status() {
        return head().status();
    }

    String text() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return JsonMapper.shared().readTree(bytes.toByteArray());
    }

    String errorCode() {
        return json().path("error").path("code").asString();
    }
}
