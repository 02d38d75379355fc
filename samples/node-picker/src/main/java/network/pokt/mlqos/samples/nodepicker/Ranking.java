package network.pokt.mlqos.samples.nodepicker;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.route.Decision;
import network.pokt.mlqos.route.RankedNode;
import network.pokt.mlqos.route.Refusal;

/** Prints a decision for people. */
final class Ranking {

    private static final double CENTS = 100;

    private final PrintStream out;

    Ranking(PrintStream out) {
        this.out = out;
    }

    void print(Decision decision) {
        out.println("NODES THAT SERVE THE NEED, BEST FIRST");
        int rank = 0;
        for (RankedNode ranked : decision.candidates()) {
            rank++;
            print(rank, ranked);
        }
        if (rank == 0) {
            out.println("  none");
        }
        out.println();
        out.println("LEFT OUT");
        for (Refusal refusal : decision.refused()) {
            out.println("  " + name(refusal.node()) + ": " + refusal.reason());
        }
        if (decision.refused().isEmpty()) {
            out.println("  none");
        }
    }

    private void print(int rank, RankedNode ranked) {
        out.printf(
                Locale.ROOT,
                "%3d. %s, would get %.0f %% of requests%n",
                rank,
                name(ranked.candidate().node()),
                100 * ranked.probability());
        ranked.candidate().profile().ifPresent(this::print);
        String terms = ranked.terms().entrySet().stream()
                .map(term -> String.format(Locale.ROOT, "%s %+.3f", term.getKey(), CENTS * term.getValue()))
                .collect(Collectors.joining(", "));
        out.printf(Locale.ROOT, "     worth %.3f cents a request: %s%n", CENTS * ranked.score(), terms);
    }

    private void print(NodeProfile profile) {
        for (String task : profile.tasks()) {
            profile.accuracy(task).ifPresent(accuracy -> out.println("     " + task + " " + accuracy));
        }
        profile.firstToken()
                .ifPresent(first -> out.printf(
                        Locale.ROOT,
                        "     first token after %d ms, for 95 of 100 within %d ms%n",
                        first.p50().toMillis(),
                        first.p95().toMillis()));
    }

    private static String name(Node node) {
        return node.model().orElse(node.id().toString());
    }
}
