package network.pokt.mlqos.relay.shannon.message;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may serve an application during a span of blocks ({@code pocket.session.Session}).
 *
 * @param header what every relay of the session carries
 * @param number counts the sessions since the chain's anchor
 * @param blocksPerSession how many blocks a session has
 * @param application the application as of this session; null where the chain leaves it out
 * @param suppliers who may serve
 */
public record Session(
        SessionHeader header,
        long number,
        long blocksPerSession,
        @Nullable Application application,
        List<Supplier> suppliers) {

    public Session {
        suppliers = List.copyOf(suppliers);
    }

    ProtoWriter wire() {
        ProtoWriter out = new ProtoWriter()
                .message(1, header.wire())
                .string(2, header.sessionId())
                .varint(3, number)
                .varint(4, blocksPerSession);
        if (application != null) {
            out.message(5, application.wire());
        }
        suppliers.forEach(supplier -> out.message(6, supplier.wire()));
        return out;
    }

    static Session read(ProtoReader in) {
        SessionHeader header = null;
        long number = 0;
        long blocks = 0;
        Application application = null;
        List<Supplier> suppliers = new ArrayList<>();
        while (in.next()) {
            switch (in.field()) {
                case 1 -> header = SessionHeader.read(in.message());
                case 3 -> number = in.varint();
                case 4 -> blocks = in.varint();
                case 5 -> application = Application.read(in.message());
                case 6 -> suppliers.add(Supplier.read(in.message()));
                default -> in.skip(); // 2 repeats the id that is in the header
            }
        }
        if (header == null) {
            throw new MalformedMessageException("The session has no header; ask another full node.");
        }
        return new Session(header, number, blocks, application, suppliers);
    }
}
