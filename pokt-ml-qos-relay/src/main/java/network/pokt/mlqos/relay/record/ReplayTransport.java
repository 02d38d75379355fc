package network.pokt.mlqos.relay.record;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.relay.internal.RelayFuture;
import network.pokt.mlqos.time.TimeSource;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;
import network.pokt.mlqos.transport.RelayListener;
import network.pokt.mlqos.transport.RelayOutcome;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayTiming;
import network.pokt.mlqos.transport.RelayTransport;
import org.jspecify.annotations.Nullable;

/**
 * Answers relays from a recording, without a network.
 *
 * <pre>{@code
 * RelayTransport replay = ReplayTransport.of(Path.of("run.jsonl")).build();
 * }</pre>
 *
 * <p>A relay gets what the same request to the same node got when it was recorded: what was asked more than once is answered in
 * the order of the recording, each answer once. Timings are those of the recording. What is not on record goes to another
 * transport, or if there is none ends as {@link FaultCause#INTERNAL}.
 *
 * <p>The whole recording is held in memory. Thread-safe. Closing closes the other transport too.
 */
public final class ReplayTransport implements RelayTransport {

    private record Key(NodeId node, String requestHash) {}

    private final Map<Key, Queue<RelayOutcome>> answers;
    private final @Nullable RelayTransport otherwise;
    private final boolean atPace;
    private final TimeSource time;
    private final Set<RelayFuture> inHand = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    private ReplayTransport(Builder builder) {
        answers = read(builder.file);
        otherwise = builder.otherwise;
        atPace = builder.atPace;
        time = builder.time;
    }

    /** Begins a transport that answers from {@code file}. */
    public static Builder of(Path file) {
        return new Builder(file);
    }

    private static Map<Key, Queue<RelayOutcome>> read(Path file) {
        Map<Key, Queue<RelayOutcome>> answers = new HashMap<>();
        ExchangeJson json = new ExchangeJson(Set.of());
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                Exchange exchange = json.read(line);
                Key key = new Key(exchange.node(), exchange.requestHash());
                answers.computeIfAbsent(key, each -> new ArrayDeque<>()).add(exchange.outcome());
            }
        } catch (IOException e) {
            throw new MlQosException("The recording '" + file + "' cannot be read: " + e.getMessage() + ".", e);
        } catch (RuntimeException e) {
            throw new MlQosException(
                    "Line " + number + " of the recording '" + file + "' is no exchange; remove it.", e);
        }
        return answers;
    }

    @Override
    public CompletableFuture<RelayOutcome> sendAsync(Node node, RelayRequest request, RelayListener listener) {
        RelayOutcome recorded = closed ? null : next(new Key(node.id(), Exchange.hash(request)));
        if (recorded == null && otherwise != null) {
            return otherwise.sendAsync(node, request, listener);
        }
        RelayFuture future = new RelayFuture();
        inHand.add(future);
        if (closed) {
            end(future);
        } else if (recorded == null) {
            RelayTiming none = RelayTiming.none(time.now());
            play(
                    future,
                    RelayFailure.of(FaultCause.INTERNAL, "The recording has no such exchange left.", none),
                    listener);
        } else {
            play(future, recorded, listener);
        }
        return future;
    }

    private @Nullable RelayOutcome next(Key key) {
        Queue<RelayOutcome> queue = answers.get(key);
        if (queue == null) {
            return null;
        }
        synchronized (queue) {
            return queue.poll();
        }
    }

    private void play(RelayFuture future, RelayOutcome recorded, RelayListener listener) {
        Playback playback = new Playback(future, recorded, listener, time, atPace, () -> inHand.remove(future));
        time.schedule(Duration.ZERO, playback::run);
    }

    private void end(RelayFuture future) {
        inHand.remove(future);
        future.complete(
                RelayFailure.of(FaultCause.CANCELLED, "The transport is closed.", RelayTiming.none(time.now())));
    }

    @Override
    public void close() {
        closed = true;
        inHand.forEach(this::end);
        if (otherwise != null) {
            otherwise.close();
        }
    }

    @Override
    public String toString() {
        return "ReplayTransport[" + answers.size() + " requests]";
    }

    /** Collects the settings of a replay. Not thread-safe. */
    public static final class Builder {

        private final Path file;
        private @Nullable RelayTransport otherwise;
        private boolean atPace;
        private TimeSource time = TimeSource.system();

        private Builder(Path file) {
            this.file = file;
        }

        /** Sends what is not on record through this transport; unless set, it fails. */
        public Builder orElse(RelayTransport otherwise) {
            this.otherwise = otherwise;
            return this;
        }

        /** Answers as fast as the nodes did; unless set, at once. */
        public Builder atRecordedPace() {
            atPace = true;
            return this;
        }

        /** Where time comes from; the machine unless set. */
        public Builder timeSource(TimeSource time) {
            this.time = time;
            return this;
        }

        /**
         * Reads the recording.
         *
         * @throws MlQosException if it cannot be read, or a line of it is no exchange
         */
        public ReplayTransport build() {
            return new ReplayTransport(this);
        }
    }
}
