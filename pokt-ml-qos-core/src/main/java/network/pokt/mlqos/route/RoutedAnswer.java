package network.pokt.mlqos.route;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import network.pokt.mlqos.inference.Decoded;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.RelayFailure;

/**
 * What became of a routed request: an answer or the failure that ended it, and every relay that was sent for it.
 *
 * @param <T> the kind of answer
 * @param result the answer, or why there is none
 * @param attempts the relays in the order in which they were sent; empty if no node would do
 * @param node who answered, empty if nobody did
 */
public record RoutedAnswer<T>(Decoded<T> result, List<Attempt> attempts, Optional<Node> node) {

    public RoutedAnswer {
        attempts = List.copyOf(attempts);
    }

    /**
     * Returns the answer.
     *
     * @throws RouteException if there is none
     */
    public T answer() {
        if (result instanceof Decoded.Ok<T> ok) {
            return ok.answer();
        }
        throw new RouteException(((Decoded.Fault<T>) result).failure(), attempts);
    }

    /** Returns why there is no answer, empty if there is one. */
    public Optional<RelayFailure> failure() {
        return result instanceof Decoded.Fault<T> fault ? Optional.of(fault.failure()) : Optional.empty();
    }

    /** Returns what all relays cost together; see {@link Attempt#cost()}. */
    public BigDecimal cost() {
        return attempts.stream().map(Attempt::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Returns what was spent on relays other than those whose content was used. */
    public BigDecimal extraCost() {
        return attempts.stream()
                .filter(attempt -> attempt.fault().isPresent())
                .map(Attempt::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
