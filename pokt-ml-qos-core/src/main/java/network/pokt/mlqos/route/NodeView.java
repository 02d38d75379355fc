package network.pokt.mlqos.route;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.transport.FaultCause;

/**
 * What whoever runs a node may want to know: how it stands with this router, and why.
 *
 * @param node the node
 * @param grade how far it is relied on
 * @param onTrial whether it came back from the bench and still has to prove itself
 * @param benchedFor how much of its time on the bench is left
 * @param pausedFor how much is left of the time for which it asked to be left alone
 * @param benches how often it was benched of late
 * @param faultEvidence the evidence that it fails too often, as a share of what benches a node
 * @param slowFirstTokenEvidence the evidence that its first tokens have become slower, as a share of what reduces its weight
 * @param slowPerTokenEvidence the evidence that it writes more slowly than it did, as a share of what reduces its weight
 * @param lastFault why its last failed relay failed
 * @param signals the numbers behind it
 */
public record NodeView(
        Node node,
        Grade grade,
        boolean onTrial,
        Optional<Duration> benchedFor,
        Optional<Duration> pausedFor,
        int benches,
        double faultEvidence,
        double slowFirstTokenEvidence,
        double slowPerTokenEvidence,
        Optional<FaultCause> lastFault,
        NodeSignals signals) {

    /** Returns the view in words, such as {@code benched for 27 s more: ...}. */
    public String inWords() {
        String standing = grade == Grade.BENCHED
                ? "benched for " + benchedFor.map(Duration::toSeconds).orElse(0L) + " s more"
                : grade.name().toLowerCase(Locale.ROOT) + (onTrial ? ", on trial after the bench" : "");
        return String.format(
                Locale.ROOT,
                "%s: %s; %.0f %% of relays are expected to be answered, of the last ones about %.0f were and %.0f failed%s; "
                        + "evidence of faults %.0f %%, of slow first tokens %.0f %%, of slow writing %.0f %% of what is acted on",
                node,
                standing,
                100 * signals.reliability(),
                signals.answered(),
                signals.failed().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum(),
                lastFault.map(cause -> ", the last with " + cause).orElse(""),
                100 * faultEvidence,
                100 * slowFirstTokenEvidence,
                100 * slowPerTokenEvidence);
    }
}
