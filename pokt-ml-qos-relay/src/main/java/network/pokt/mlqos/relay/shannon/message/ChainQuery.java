package network.pokt.mlqos.relay.shannon.message;

import java.util.function.Function;
import network.pokt.mlqos.transport.Payload;

/**
 * One question to the chain in its gRPC form, as CometBFT's {@code abci_query} carries it: a path, a request and how to read
 * the answer.
 *
 * <pre>{@code
 * ChainQuery<Session> query = ChainQuery.session(application, "anvil", 0);
 * // GET /abci_query?path="<query.path()>"&data=0x<hex of query.request()>
 * Session session = query.decodeAnswer(value);
 * }</pre>
 *
 * <p>The other side, a full node in a test, takes the request apart with {@link #text} and {@link #number} and answers with
 * {@link #encodeAnswer}.
 */
public final class ChainQuery<T> {

    public static final String SESSION = "/pocket.session.Query/GetSession";
    public static final String SESSION_PARAMS = "/pocket.session.Query/Params";
    public static final String APPLICATION = "/pocket.application.Query/Application";
    public static final String SUPPLIER = "/pocket.supplier.Query/Supplier";
    public static final String SHARED_PARAMS = "/pocket.shared.Query/Params";
    public static final String SHARED_PARAMS_AT_HEIGHT = "/pocket.shared.Query/ParamsAtHeight";
    public static final String SERVICE = "/pocket.service.Query/Service";
    public static final String RELAY_MINING_DIFFICULTY = "/pocket.service.Query/RelayMiningDifficulty";
    public static final String ACCOUNT = "/cosmos.auth.v1beta1.Query/Account";

    private final String path;
    private final Payload request;
    private final Function<T, ProtoWriter> write;
    private final Function<ProtoReader, T> read;

    private ChainQuery(
            String path, ProtoWriter request, Function<T, ProtoWriter> write, Function<ProtoReader, T> read) {
        this.path = path;
        this.request = request.toPayload();
        this.write = write;
        this.read = read;
    }

    /** Asks for the session of an application and a service at a height, at the latest block if it is 0. */
    public static ChainQuery<Session> session(String applicationAddress, String serviceId, long blockHeight) {
        ProtoWriter request = new ProtoWriter()
                .string(1, applicationAddress)
                .string(2, serviceId)
                .varint(3, blockHeight);
        return new ChainQuery<>(SESSION, request, Session::wire, Session::read);
    }

    /** Asks how many suppliers a session has at most. */
    public static ChainQuery<Long> suppliersPerSession() {
        return new ChainQuery<>(
                SESSION_PARAMS, new ProtoWriter(), count -> new ProtoWriter().varint(3, count), ChainQuery::readCount);
    }

    public static ChainQuery<Application> application(String address) {
        return new ChainQuery<>(
                APPLICATION, new ProtoWriter().string(1, address), Application::wire, Application::read);
    }

    public static ChainQuery<Supplier> supplier(String operatorAddress) {
        return new ChainQuery<>(SUPPLIER, new ProtoWriter().string(1, operatorAddress), Supplier::wire, Supplier::read);
    }

    public static ChainQuery<SharedParams> sharedParams() {
        return new ChainQuery<>(SHARED_PARAMS, new ProtoWriter(), SharedParams::wire, SharedParams::read);
    }

    /** Asks for the parameters that held at a height, which are those of the session at that height. */
    public static ChainQuery<SharedParams> sharedParamsAt(long blockHeight) {
        ProtoWriter request = new ProtoWriter().varint(1, blockHeight);
        return new ChainQuery<>(SHARED_PARAMS_AT_HEIGHT, request, SharedParams::wire, SharedParams::read);
    }

    public static ChainQuery<Service> service(String serviceId) {
        return new ChainQuery<>(SERVICE, new ProtoWriter().string(1, serviceId), Service::wire, Service::read);
    }

    public static ChainQuery<RelayMiningDifficulty> relayMiningDifficulty(String serviceId) {
        ProtoWriter request = new ProtoWriter().string(1, serviceId);
        return new ChainQuery<>(
                RELAY_MINING_DIFFICULTY, request, RelayMiningDifficulty::wire, RelayMiningDifficulty::read);
    }

    public static ChainQuery<Account> account(String address) {
        return new ChainQuery<>(ACCOUNT, new ProtoWriter().string(1, address), Account::wire, Account::read);
    }

    /** Returns the gRPC service and method, such as {@code /pocket.session.Query/GetSession}. */
    public String path() {
        return path;
    }

    /** Returns the bytes of the request message. */
    public Payload request() {
        return request;
    }

    /**
     * Reads the answer that a full node gave.
     *
     * @throws MalformedMessageException if the bytes are no answer to this query
     */
    public T decodeAnswer(Payload answer) {
        ProtoReader in = ProtoReader.of("answer to " + path, answer);
        T value = null;
        while (in.next()) {
            if (in.field() == 1) {
                value = read.apply(in.message());
            } else {
                in.skip();
            }
        }
        if (value == null) {
            throw new MalformedMessageException("The answer to " + path + " is empty; ask another full node.");
        }
        return value;
    }

    /** Returns the bytes with which a full node answers this query. */
    public Payload encodeAnswer(T answer) {
        return new ProtoWriter().message(1, write.apply(answer)).toPayload();
    }

    /** Returns the text in a field of a request, empty if it is not there. */
    public static String text(Payload request, int field) {
        String found = "";
        ProtoReader in = ProtoReader.of("query", request);
        while (in.next()) {
            if (in.field() == field) {
                found = in.string();
            } else {
                in.skip();
            }
        }
        return found;
    }

    /** Returns the number in a field of a request, 0 if it is not there. */
    public static long number(Payload request, int field) {
        long found = 0;
        ProtoReader in = ProtoReader.of("query", request);
        while (in.next()) {
            if (in.field() == field) {
                found = in.varint();
            } else {
                in.skip();
            }
        }
        return found;
    }

    private static Long readCount(ProtoReader in) {
        long count = 0;
        while (in.next()) {
            switch (in.field()) {
                case 3 -> count = in.varint();
                default -> in.skip();
            }
        }
        return count;
    }

    @Override
    public String toString() {
        return path;
    }
}
