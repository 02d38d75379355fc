package network.pokt.mlqos.watch;

import java.util.Optional;
import java.util.function.Predicate;
import network.pokt.mlqos.profile.Alarm;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.profile.Trust;

/** What has to be known of a node before a task is worth its money. Implementations are pure. */
@FunctionalInterface
public interface Requirement {

    /** Returns what is missing, in a few words, or nothing if the requirement is met. An unknown node has no profile. */
    Optional<String> missing(Optional<NodeProfile> profile);

    /** Requires anything that can be read from a profile, such as "tokenizer known"; an unknown node does not meet it. */
    static Requirement of(String name, Predicate<NodeProfile> met) {
        return profile -> profile.filter(met).isPresent() ? Optional.empty() : Optional.of(name);
    }

    /**
     * Requires that a task was passed, such as a test of liveness.
     *
     * @param accuracy the least accuracy, where failures count as wrong
     * @param samples the fewest samples behind it
     */
    static Requirement passed(String task, double accuracy, int samples) {
        return of(
                task + " passed with " + accuracy + " on " + samples + " samples",
                profile -> profile.accuracy(task)
                        .filter(estimate -> estimate.n() >= samples && estimate.value() >= accuracy)
                        .isPresent());
    }

    /** Requires that this share of a task's samples was answered, rightly or not. */
    static Requirement answered(String task, double share, int samples) {
        return of(
                task + " answered to " + share + " on " + samples + " samples",
                profile -> profile.task(task)
                        .filter(known -> known.accuracy().n() >= samples && known.answeredShare() >= share)
                        .isPresent());
    }

    /** Requires that no alarm of this kind stands; a node that is unknown meets it. */
    static Requirement without(Alarm.Kind kind) {
        return profile ->
                profile.stream().flatMap(known -> known.alarms().stream()).anyMatch(alarm -> alarm.kind() == kind)
                        ? Optional.of("no " + kind + " alarm")
                        : Optional.empty();
    }

    /** Requires that the node is not suspect; a node that is unknown meets it. */
    static Requirement notSuspect() {
        return profile ->
                profile.filter(known -> known.trust() == Trust.SUSPECT).isPresent()
                        ? Optional.of("not suspect")
                        : Optional.empty();
    }
}
