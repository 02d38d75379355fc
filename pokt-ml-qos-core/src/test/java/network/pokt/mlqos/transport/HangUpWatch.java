package network.pokt.mlqos.transport;

import java.io.IOException;
import java.net.SocketException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;

/** A script for one connection: reads a request, does something, and then sees whether the client hangs up. */
public final class HangUpWatch implements ScriptedServer.Script {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ScriptedServer.Script before;
    private final CountDownLatch ready = new CountDownLatch(1);
    private final CompletableFuture<Boolean> hungUp = new CompletableFuture<>();

    /** Watches after {@code before} has run with the request already read; it may also end with the client hanging up. */
    public HangUpWatch(ScriptedServer.Script before) {
        this.before = before;
    }

    @Override
    public void run(ScriptedConnection connection) throws IOException {
        try {
            connection.expectRequest();
            before.run(connection);
            ready.countDown();
            hungUp.complete(connection.awaitHangUp(PATIENCE));
        } catch (SocketException e) {
            hungUp.complete(true);
        }
    }

    /** Waits until the request was read and the script before the watch has run. */
    public void awaitReady() throws InterruptedException {
        ready.await();
    }

    /** Waits until the client hangs up, at most 30 s; returns whether it has. */
    public boolean sawHangUp() throws InterruptedException, ExecutionException {
        return hungUp.get();
    }
}
