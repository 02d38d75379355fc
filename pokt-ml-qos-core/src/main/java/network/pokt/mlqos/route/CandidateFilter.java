package network.pokt.mlqos.route;

import java.util.Optional;

/** Leaves out nodes that a request must not go to. Implementations are thread-safe, quick and side-effect free. */
@FunctionalInterface
public interface CandidateFilter {

    /** Returns why the node is left out, as a sentence for people, or nothing if it is not. */
    Optional<String> refuse(Candidate candidate, RouteNeeds needs);
}
