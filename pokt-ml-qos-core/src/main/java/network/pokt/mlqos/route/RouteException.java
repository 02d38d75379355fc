package network.pokt.mlqos.route;

import java.util.List;
import java.util.stream.Collectors;
import network.pokt.mlqos.error.MlQosException;
import network.pokt.mlqos.transport.FaultCause;
import network.pokt.mlqos.transport.RelayFailure;

/** Thrown where an answer is insisted on and there is none. */
public final class RouteException extends MlQosException {

    private static final long serialVersionUID = 1;

    private final FaultCause fault;

    RouteException(RelayFailure failure, List<Attempt> attempts) {
        super("No node answered: " + failure
                + (attempts.isEmpty()
                        ? ""
                        : " Asked were "
                                + attempts.stream()
                                        .map(attempt -> attempt.node()
                                                + attempt.fault()
                                                        .map(f -> " (" + f + ")")
                                                        .orElse(""))
                                        .collect(Collectors.joining(", "))
                                + "."));
        this.fault = failure.cause();
    }

    /** Returns why the last relay failed. */
    public FaultCause fault() {
        return fault;
    }
}
