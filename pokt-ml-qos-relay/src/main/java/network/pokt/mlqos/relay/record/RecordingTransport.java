package network.pokt.mlqos.relay.record;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.relay.internal.RelayFuture;
import network.pokt.mlqos.transport.Payload;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;
import network.pokt.mlqos.transport.RelayTransport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wraps a transport and writes every exchange to a file, for {@link ReplayTransport} to answer from and for people to read.
 *
 * <pre>{@code
 * RelayTransport recorder = RecordingTransport.around(OpenAiHttpTransport.create(), Path.of("run.jsonl")).build();
 * }</pre>
 *
 * <p>Left out are the headers of requests, the query of paths, and of the headers of answers all but a few that are no secrets:
 * {@code Content-Type}, {@code Date}, {@code Retry-After}, and what {@link Builder#keepHeader} adds. Bodies of requests are left
 * out unless asked for; of them and of everything above the hash of the request is kept, by which a replay finds its answer.
 * Bodies of answers are kept: what a node says is what a recording is for.
 *
 * <p>A recording has a limit. What goes beyond it, and answers with larger bodies than allowed, are relayed and not recorded, which
 * {@link #dropped()} counts. A relay that is cancelled is not recorded. A disk that fails costs the recording and no relay.
 *
 * <p>An exchange is on disk when its future is done. Thread-safe. Closing closes the wrapped transport.
 */
public final class RecordingTransport implements RelayTransport {

    private static final Logger log = LoggerFactory.getLogger(RecordingTransport.class);

    private final RelayTransport inner;
    private final Path file;
    private final ExchangeJson json;
    private final boolean keepRequests;
    private final long maxBytes;
    private final int maxBodyBytes;
    private final BufferedWriter out;

    /** Guarded by this. */
    private long written;

    private long dropped;
    private boolean failed;

    private RecordingTransport(Builder builder) {
        inner = builder.inner;
        file = builder.file;
        json = new ExchangeJson(Set.copyOf(builder.keptHeaders));
        keepRequests = builder.keepRequests;
        maxBytes = builder.maxBytes;
        maxBodyBytes = builder.maxBodyBytes;
        try {
            out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            written = Files.size(file);
        } catch (IOException e) {
            throw new MlQosException(
                    "The recording '" + file + "' cannot be opened: " + e.getMessage()
                            + "; choose a folder that exists.",
                    e);
        }
    }

    /** Begins a recorder around {@code inner} that appends to {@code file}, whose folder has to exist. */
    public static Builder around(RelayTransport inner, Path file) {
        return new Builder(inner, file);
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        RelayFuture outcome = new RelayFuture();
        CompletableFuture<RelayOutcome> relay = inner.sendAsync(node, request, listener);
        outcome.attach(relay);
        follow(relay, outcome, node, request);
        return outcome;
    }

    @SuppressWarnings("FutureReturnValueIgnored") // recording and completing throw nothing
    private void follow(CompletableFuture<RelayOutcome> relay, RelayFuture outcome, Node node, RelayRequest request) {
        relay.whenComplete((ended, thrown) -> {
            if (ended == null || outcome.isDone()) {
                return; // Cancelled, which the caller did.
            }
            record(node, request, ended);
            outcome.complete(ended);
        });
    }

    private void record(Node node, RelayRequest request, RelayOutcome outcome) {
        boolean large =
                outcome instanceof RelayResponse response && response.body().size() > maxBodyBytes;
        Payload kept = keepRequests && request.body().size() <= maxBodyBytes ? request.body() : Payload.empty();
        String line = large ? "" : json.write(Exchange.of(node.id(), request, kept, outcome));
        write(line);
    }

    private synchronized void write(String line) {
        long bytes = line.getBytes(StandardCharsets.UTF_8).length + 1L;
        if (line.isEmpty() || failed || written + bytes > maxBytes) {
            dropped++;
            if (dropped == 1) {
                log.warn("The recording '{}' is full or an answer too large for it; some exchanges are missing.", file);
            }
            return;
        }
        try {
            out.write(line);
            out.write('\n');
            out.flush();
            written += bytes;
        } catch (IOException e) {
            failed = true;
            dropped++;
            log.warn("The recording '{}' cannot be written any more.", file, e);
        }
    }

    /** Returns how many exchanges were relayed and not recorded. */
    public synchronized long dropped() {
        return dropped;
    }

    @Override
    public void close() {
        inner.close();
        synchronized (this) {
            failed = true;
            try {
                out.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The recording '" + file + "' could not be closed.", e);
            }
        }
    }

    @Override
    public String toString() {
        return "RecordingTransport[" + file + ", " + inner + "]";
    }

    /** Collects the settings of a recorder. Not thread-safe. */
    public static final class Builder {

        private final RelayTransport inner;
        private final Path file;
        private final Set<String> keptHeaders = new HashSet<>(Set.of("content-type", "date", "retry-after"));
        private boolean keepRequests;
        private long maxBytes = 1L << 30;
        private int maxBodyBytes = 8 << 20;

        private Builder(RelayTransport inner, Path file) {
            this.inner = inner;
            this.file = file;
        }

        /** Writes this header of answers down too; make sure that it is no secret. */
        public Builder keepHeader(String name) {
            keptHeaders.add(name.toLowerCase(Locale.ROOT));
            return this;
        }

        /** Writes the bodies of requests down too, prompts and all. */
        public Builder keepRequests() {
            keepRequests = true;
            return this;
        }

        /** How long the file may get; 1 GiB unless set. */
        public Builder maxBytes(long maxBytes) {
            this.maxBytes = maxBytes;
            return this;
        }

        /** How long the body of an answer may be to be recorded; 8 MiB unless set. */
        public Builder maxBodyBytes(int maxBodyBytes) {
            this.maxBodyBytes = maxBodyBytes;
            return this;
        }

        /**
         * Opens the file.
         *
         * @throws MlQosException if it cannot be opened
         */
        public RecordingTransport build() {
            return new RecordingTransport(this);
        }
    }
}
