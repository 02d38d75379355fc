package network.pokt.mlqos.route;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.inference.TokenUsage;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.RelayRequest;
import network.pokt.mlqos.transport.RelayResponse;

/**
 * One request as the router sees it: how big it is, what is sent, and how an answer is read. The seam for interfaces of your
 * own, such as images. Implementations are immutable and thread-safe.
 *
 * @param <T> the kind of answer
 */
public interface Ask<T> {

    /** Returns how big the request is, for choosing. */
    RequestSize size();

    /** Returns whether the answer is wanted piece by piece, so that its first content can be waited for and shown. */
    boolean streams();

    /** Returns what is sent to {@code node}; its timeout is cut to what is left of the deadline. */
    RelayRequest request(Node node);

    /** Reads an answer of any status; every way in which it can be unusable is a fault with its cause. */
    Decoded<T> read(RelayResponse response);

    /** Returns what an answer tells about its node and its bill. */
    Told told(T answer);

    /** Returns what watches one answer arrive and hands what can be shown to {@code text}. */
    default ContentWatch watch(Consumer<String> text) {
        return ByteBuffer::hasRemaining;
    }

    /** Returns what goes on after {@code soFar} at {@code node}, empty if that cannot be asked for. */
    default Optional<RelayRequest> continuation(Node node, String soFar) {
        return Optional.empty();
    }

    /** Returns {@code rest} with what came before it. */
    default T joined(String soFar, T rest) {
        return rest;
    }

    /** Returns what requests with the same cached prefix share, empty to stick to no node. */
    default Optional<String> prefix() {
        return Optional.empty();
    }

    /** Watches one answer arrive. */
    @FunctionalInterface
    interface ContentWatch {

        /** Takes more of the body, and returns whether it brought content. */
        boolean feed(ByteBuffer chunk);
    }

    /**
     * What an answer tells.
     *
     * @param written tokens or pieces of content that were seen, not those that are claimed, at least 1
     * @param firstContent when the first was there, empty for an answer that came whole
     * @param usage what the node claims
     */
    record Told(long written, Optional<Duration> firstContent, Optional<TokenUsage> usage) {

        public Told {
            if (written < 1) {
                throw new IllegalArgumentException("An answer writes at least 1 token, got " + written + ".");
            }
        }
    }
}
