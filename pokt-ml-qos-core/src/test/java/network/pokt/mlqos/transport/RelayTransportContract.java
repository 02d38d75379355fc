package network.pokt.mlqos.transport;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;

/**
 * What every {@link RelayTransport} that goes over a wire has to do, checked against a loopback server.
 *
 * <p>A transport over plain HTTP subclasses it with one method. One with a protocol of its own also says how that protocol
 * wraps a request and an answer:
 *
 * <pre>{@code
 * class MyTransportContractTest extends RelayTransportContract {
 *     public RelayTransport transport(Limits limits) { return MyTransport.builder()...build(); }
 *     public ScriptedConnection.Request unwrap(ScriptedConnection.Request request) { return ...; }
 *     public byte[] answer(int status, String contentType, byte[] body) { return ...; }
 * }
 * }</pre>
 */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
public abstract class RelayTransportContract
        implements AnswersContract, ListenersContract, EndsContract, BoundsContract, FaultsContract {

    /** What the transport under test is to be limited to. */
    public record Limits(Duration firstByte, Duration idle, int maxBodyBytes, int maxHeaderBytes) {

        /** Limits that no test reaches unless it means to, however slow the machine is. */
        public static final Limits GENEROUS =
                new Limits(Duration.ofSeconds(30), Duration.ofSeconds(30), 4 * 1024 * 1024, 16 * 1024);

        Limits firstByte(Duration firstByte) {
            return new Limits(firstByte, idle, maxBodyBytes, maxHeaderBytes);
        }

        Limits idle(Duration idle) {
            return new Limits(firstByte, idle, maxBodyBytes, maxHeaderBytes);
        }

        Limits maxBodyBytes(int maxBodyBytes) {
            return new Limits(firstByte, idle, maxBodyBytes, maxHeaderBytes);
        }
    }

    private final List<AutoCloseable> opened = new ArrayList<>();

    @Override
    public final <T extends AutoCloseable> T open(T resource) {
        opened.add(0, resource);
        return resource;
    }

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }
}
