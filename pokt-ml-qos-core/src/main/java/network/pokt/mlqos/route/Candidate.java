package network.pokt.mlqos.route;

import java.util.Optional;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.profile.NodeProfile;
import org.jspecify.annotations.Nullable;

/**
 * One node as policies, terms and filters see it: what is known, believed and observed of it, as of one moment. Immutable once
 * it is handed out.
 */
public final class Candidate {

    private final Node node;
    private final String operator;
    private final NodeFacts facts;
    private final @Nullable NodeProfile profile;
    private final Traffic traffic;
    private final double accuracy;
    private final double accuracyMean;
    private final double accuracyError;
    private final double overbill;
    private final double perRelay;
    private final double perPromptToken;
    private final double perCompletionToken;

    Candidate(
            Node node,
            String operator,
            NodeFacts facts,
            @Nullable NodeProfile profile,
            Traffic traffic,
            Accuracy accuracy) {
        this.node = node;
        this.operator = operator;
        this.facts = facts;
        this.profile = profile;
        this.traffic = traffic;
        this.accuracy = accuracy.lower();
        this.accuracyMean = accuracy.mean();
        this.accuracyError = accuracy.error();
        this.overbill = profile == null
                ? 1
                : profile.overbillRatio()
                        .map(ratio -> Math.max(1, ratio.value()))
                        .orElse(1.0);
        this.perRelay = facts.rate().perRelay().doubleValue();
        this.perPromptToken = facts.rate().perMillionPromptTokens().doubleValue() / 1e6;
        this.perCompletionToken = facts.rate().perMillionCompletionTokens().doubleValue() / 1e6;
    }

    /** What traffic told, as a bare structure that is filled under the node's lock. */
    static final class Traffic {
        Grade grade = Grade.FULL;
        double ramp = 1;
        int inFlight;
        double alpha = 1;
        double beta = 1;
        double firstBase;
        double firstPerThousand;
        double firstPerThousandAhead;
        double thousandsAhead;
        double waited;
        double seats = Seats.START;
        double turn;
        double firstWeight;
        double tokenBase;
        double tokenPerRelay;
        double ratio95 = 1;
        double streamed;
    }

    /** Accuracy as the router uses it: the lower end for use, mean and standard error for exploration. */
    record Accuracy(double lower, double mean, double error) {}

    public Node node() {
        return node;
    }

    /** Returns who runs the node, or the node itself where that is not known. */
    public String operator() {
        return operator;
    }

    public NodeFacts facts() {
        return facts;
    }

    /** Returns what is believed about the node, if anything was ever seen of it. */
    public Optional<NodeProfile> profile() {
        return Optional.ofNullable(profile);
    }

    public Grade grade() {
        return traffic.grade;
    }

    /** Returns the share of its weight that a new or returning node has, above 0 to 1. */
    public double ramp() {
        return traffic.ramp;
    }

    /** Returns the relays under way to the node when it was looked at. */
    public int inFlight() {
        return traffic.inFlight;
    }

    /** Returns the lower end of the accuracy on the tasks that matter, their mean if there are several, within 0 to 1. */
    public double accuracy() {
        return accuracy;
    }

    double accuracyMean() {
        return accuracyMean;
    }

    double accuracyError() {
        return accuracyError;
    }

    /** Returns the probability that the next relay is answered, within 0 to 1. */
    public double reliability() {
        return traffic.alpha / (traffic.alpha + traffic.beta);
    }

    double alpha() {
        return traffic.alpha;
    }

    double beta() {
        return traffic.beta;
    }

    /** Returns the expected seconds to the first token of one more request of this size, at the load when it was looked at. */
    public double firstToken(RequestSize size) {
        return idleFirstToken(size) + delay(traffic.inFlight, traffic.thousandsAhead, traffic.waited);
    }

    /** Returns the expected seconds to the first token of a request of this size while nothing else is under way. */
    public double idleFirstToken(RequestSize size) {
        return traffic.firstBase + traffic.firstPerThousand * size.promptTokens() / 1000.0;
    }

    /**
     * Returns how many seconds later than at the idle node the first token is expected: until the prompts ahead of it are read,
     * or until a seat is free, and no sooner than those who wait now have waited. A node that has become slow, or silent, is
     * seen by that before any of its relays has ended.
     */
    double delay(int inFlight, double thousandsAhead, double waited) {
        double reading = thousandsAhead * Math.max(traffic.firstPerThousandAhead, traffic.firstPerThousand);
        double seat = (inFlight + 1 - traffic.seats) * traffic.turn;
        return Math.max(waited, Math.max(reading, seat));
    }

    /** Returns the 95th percentile of the seconds to the first token. */
    public double firstToken95(RequestSize size) {
        return traffic.ratio95 * firstToken(size);
    }

    /** Returns how many recent streamed answers stand behind the quantiles. */
    public double streamed() {
        return traffic.streamed;
    }

    double firstTokenWeight() {
        return traffic.firstWeight;
    }

    /** Returns the expected seconds per further token, at the load when it was looked at. */
    public double perToken() {
        return traffic.tokenBase + traffic.tokenPerRelay * traffic.inFlight;
    }

    /** Returns the expected seconds per further token while nothing else is under way. */
    public double idlePerToken() {
        return traffic.tokenBase;
    }

    /** Returns by how many seconds each further token takes longer for each relay more in flight. */
    public double perTokenPerRelay() {
        return traffic.tokenPerRelay;
    }

    /** Returns the expected cost of a request, with what the node bills too much, in its currency. An estimate, not a bill. */
    public double cost(RequestSize size) {
        return perRelay
                + perPromptToken * size.promptTokens()
                + perCompletionToken * size.completionTokens() * overbill;
    }

    /** Gives another structure this candidate's latency, times {@code factor} for the first token. */
    void copyLatency(Traffic into, double factor) {
        into.inFlight = traffic.inFlight;
        into.thousandsAhead = traffic.thousandsAhead;
        into.waited = traffic.waited;
        into.seats = traffic.seats;
        into.turn = traffic.turn;
        into.firstBase = factor * traffic.firstBase;
        into.firstPerThousand = factor * traffic.firstPerThousand;
        into.firstPerThousandAhead = factor * traffic.firstPerThousandAhead;
        into.tokenBase = traffic.tokenBase;
        into.tokenPerRelay = traffic.tokenPerRelay;
        into.ratio95 = traffic.ratio95;
    }

    @Override
    public String toString() {
        return node + " (" + grade() + ")";
    }
}
