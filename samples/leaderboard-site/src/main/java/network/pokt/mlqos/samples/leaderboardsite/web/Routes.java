package network.pokt.mlqos.samples.leaderboardsite.web;

import java.util.ArrayList;
import java.util.List;

/** Finds who answers a request by the pattern of its path, in which {@code *} stands for any one segment. Not thread-safe. */
public final class Routes {

    private final List<Route> routes = new ArrayList<>();

    /** Answers requests. Implementations are thread-safe. */
    @FunctionalInterface
    public interface Handler {

        /**
         * Answers.
         *
         * @throws HttpProblem if the request is at fault
         */
        Response answer(Request request);
    }

    private record Route(List<String> pattern, Handler handler) {

        boolean fits(List<String> segments) {
            if (segments.size() != pattern.size()) {
                return false;
            }
            for (int i = 0; i < segments.size(); i++) {
                if (!pattern.get(i).equals("*") && !pattern.get(i).equals(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Adds who answers such paths, such as {@code /nodes/*}; the first that fits counts. */
    public Routes on(String pattern, Handler handler) {
        routes.add(new Route(Request.parse(pattern).segments(), handler));
        return this;
    }

    /** Lets the one who fits answer. */
    public Response answer(Request request) {
        return routes.stream()
                .filter(route -> route.fits(request.segments()))
                .findFirst()
                .orElseThrow(() -> HttpProblem.notFound("There is nothing at this address."))
                .handler()
                .answer(request);
    }
}
