package network.pokt.mlqos.relay.shannon;

import java.net.URI;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.relay.http.OpenAiHttpTransport;
import network.pokt.mlqos.relay.shannon.message.Account;
import network.pokt.mlqos.relay.shannon.message.Application;
import network.pokt.mlqos.relay.shannon.message.RelayMiningDifficulty;
import network.pokt.mlqos.relay.shannon.message.Service;
import network.pokt.mlqos.relay.shannon.message.Session;
import network.pokt.mlqos.relay.shannon.message.SharedParams;
import network.pokt.mlqos.relay.shannon.message.Supplier;
import network.pokt.mlqos.time.TimeSource;

/**
 * Asks a Pocket full node what relays need to know of the chain.
 *
 * <p>Every future fails with a {@link ChainException} and with nothing else: blamed on us and worth another try if the full
 * node did not answer sensibly, on the caller if the chain says no. What a full node says is believed, so choose one that you
 * trust. Implementations are thread-safe; {@code join()} is the blocking form.
 */
public interface ShannonNode extends AutoCloseable {

    /** The height that stands for the newest block. */
    long LATEST = 0;

    /** Returns the session of an application and a service at a height, or at the {@linkplain #LATEST newest} block. */
    CompletableFuture<Session> session(String applicationAddress, String serviceId, long height);

    /** Returns an application as it is staked now. */
    CompletableFuture<Application> application(String address);

    /** Returns a supplier as it is staked now. */
    CompletableFuture<Supplier> supplier(String operatorAddress);

    /** Returns a service as it is registered now. */
    CompletableFuture<Service> service(String id);

    /** Returns the shared parameters at a height, or at the {@linkplain #LATEST newest} block. */
    CompletableFuture<SharedParams> sharedParams(long height);

    /** Returns how many suppliers a session has at most. */
    CompletableFuture<Long> suppliersPerSession();

    /** Returns how rare a relay of a service must be to be claimed. */
    CompletableFuture<RelayMiningDifficulty> relayMiningDifficulty(String serviceId);

    /** Returns an account with its key; without one if it never sent a transaction, since the chain does not know it then. */
    CompletableFuture<Account> account(String address);

    /** Returns the height of the newest block. */
    CompletableFuture<Long> height();

    /** Frees connections and threads; calling it again has no effect. */
    @Override
    void close();

    /**
     * Returns this client with a memory: keys for ever, sessions and parameters of a height for as long as they are asked for.
     * Equal questions under way at the same time are asked once. Closing it closes this client.
     */
    default ShannonNode remembering(TimeSource time) {
        return new RememberingNode(this, time);
    }

    /** Returns a client of the REST interface, usually on port 1317. */
    static ShannonNode rest(URI address) {
        return rest(address, ChainHttp.transport());
    }

    /** Returns a REST client over a transport of the caller's making, with its limits, proxy and headers; it is closed too. */
    static ShannonNode rest(URI address, OpenAiHttpTransport http) {
        return new RestNode(new ChainHttp(address, http));
    }

    /** Returns a client of the CometBFT RPC, usually on port 26657, which answers the same questions in protobuf. */
    static ShannonNode comet(URI address) {
        return comet(address, ChainHttp.transport());
    }

    /** Returns a CometBFT client over a transport of the caller's making; it is closed too. */
    static ShannonNode comet(URI address, OpenAiHttpTransport http) {
        return new CometNode(new ChainHttp(address, http));
    }
}
