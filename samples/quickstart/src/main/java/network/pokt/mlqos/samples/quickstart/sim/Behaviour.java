package network.pokt.mlqos.samples.quickstart.sim;

/**
 * How a simulated node behaves, stated in figures that a measurement should find again.
 *
 * @param name what the behaviour is called; the node serves the model {@code simulated-<name>}
 * @param skill the share of questions that it answers correctly, 0 to 1
 * @param laterSkill the share after {@code swapAfter} generated answers, equal to {@code skill} for a node that does
 *     not swap
 * @param swapAfter how many answers it generates before it swaps its model for another under the same name
 * @param slowness what its delays are multiplied by, above 0
 * @param failureShare the share of requests that it fails to answer, 0 to 1
 * @param billing what its completion tokens are multiplied by, rounded up, on the bill; 1 is honest
 */
public record Behaviour(
        String name,
        double skill,
        double laterSkill,
        long swapAfter,
        double slowness,
        double failureShare,
        double billing) {

    public Behaviour {
        requireShare("skill", skill);
        requireShare("later skill", laterSkill);
        requireShare("failure share", failureShare);
        if (name.isBlank() || swapAfter < 0 || !(slowness > 0) || !(billing > 0)) {
            throw new IllegalArgumentException(
                    "A behaviour needs a name, a swap after at least 0 answers, and a slowness and"
                            + " billing above 0, got '" + name + "', " + swapAfter + ", " + slowness + " and " + billing
                            + ".");
        }
    }

    /** Returns an honest, quick and reliable node of this skill. */
    public static Behaviour of(String name, double skill) {
        return new Behaviour(name, skill, skill, Long.MAX_VALUE, 1, 0, 1);
    }

    /** Returns this behaviour with delays multiplied by {@code factor}. */
    public Behaviour slowedBy(double factor) {
        return new Behaviour(name, skill, laterSkill, swapAfter, factor, failureShare, billing);
    }

    /** Returns this behaviour with a share of requests failing, each in one of the ways of {@link Fate.Failure}. */
    public Behaviour failing(double share) {
        return new Behaviour(name, skill, laterSkill, swapAfter, slowness, share, billing);
    }

    /** Returns this behaviour with completion tokens multiplied by {@code factor} on the bill. */
    public Behaviour billing(double factor) {
        return new Behaviour(name, skill, laterSkill, swapAfter, slowness, failureShare, factor);
    }

    /** Returns this behaviour with another skill after some generated answers. */
    public Behaviour swapping(double laterSkill, long afterAnswers) {
        return new Behaviour(name, skill, laterSkill, afterAnswers, slowness, failureShare, billing);
    }

    private static void requireShare(String what, double share) {
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("The " + what + " must lie between 0 and 1, got " + share + ".");
        }
    }
}
