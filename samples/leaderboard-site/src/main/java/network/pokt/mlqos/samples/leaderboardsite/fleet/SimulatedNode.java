package network.pokt.mlqos.samples.leaderboardsite.fleet;

import java.time.Duration;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.price.Rate;

/**
 * A node that is made up: what it claims, what it charges and how it behaves.
 *
 * @param node how it presents itself
 * @param rate what it charges
 * @param now how it behaves at first
 * @param later how it behaves after the {@linkplain SimulatedFleet fleet}'s moment of change; the same for most
 */
public record SimulatedNode(Node node, Rate rate, Behaviour now, Behaviour later) {

    /** The service of everything simulated, so that no id, measurement or ledger line can be taken for a real one. */
    public static final String SERVICE = "simulated";

    /**
     * How a node behaves.
     *
     * @param ability how good its model is: a question as hard as this is answered rightly in half of the cases
     * @param firstToken how long it thinks before its first token
     * @param perToken how long each further token takes
     * @param failing the share of relays that it answers with an error, from 0 to 1
     */
    public record Behaviour(double ability, Duration firstToken, Duration perToken, double failing) {

        Behaviour able(double other) {
            return new Behaviour(other, firstToken, perToken, failing);
        }

        Behaviour slower(int times) {
            return new Behaviour(ability, firstToken.multipliedBy(times), perToken.multipliedBy(times), failing);
        }

        Behaviour failing(double share) {
            return new Behaviour(ability, firstToken, perToken, share);
        }

        /** The chance of a right answer by the logistic (Rasch) model. */
        double right(double difficulty) {
            return 1 / (1 + Math.exp(difficulty - ability));
        }
    }
}
