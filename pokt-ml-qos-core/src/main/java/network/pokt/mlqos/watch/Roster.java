package network.pokt.mlqos.watch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.profile.TaskProfile;
import network.pokt.mlqos.stats.Estimate;

/** Who is under watch, and what is remembered of each on each task. Guarded by the watcher's lock. */
final class Roster {

    private final WatchPolicy policy;
    private final ProfileBook book;
    private final Function<Node, String> peers;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<NodeId, Member> members = new LinkedHashMap<>();

    Roster(WatchPolicy policy, ProfileBook book, Function<Node, String> peers) {
        this.policy = policy;
        this.book = book;
        this.peers = peers;
        for (int task = 0; task < policy.tasks().size(); task++) {
            places.put(policy.tasks().get(task).task().name(), task);
        }
    }

    /** Returns the nodes under watch, absent ones included. */
    Set<NodeId> nodes() {
        return Set.copyOf(members.keySet());
    }

    /** Notes who is there, and forgets who has not been for too long. */
    void attend(List<Node> present, Moment now) {
        members.values().forEach(member -> member.present = false);
        for (Node node : present) {
            Member member = members.computeIfAbsent(
                    node.id(), id -> new Member(node, policy.tasks().size()));
            member.node = node;
            member.present = true;
            member.seen = now.time();
        }
        Instant before = now.time().minus(policy.forgetAfter());
        for (Iterator<Member> all = members.values().iterator(); all.hasNext(); ) {
            Member member = all.next();
            if (member.seen.isBefore(before)) {
                all.remove();
                book.forget(member.node.id());
            }
        }
    }

    /** Returns what {@link Due} needs to know of every node and task. */
    List<Pair> pairs(Moment now) {
        List<Pair> pairs = new ArrayList<>(members.size() * places.size());
        for (Member member : members.values()) {
            String group = peers.apply(member.node);
            for (int task = 0; task < member.tracks.length; task++) {
                Track track = member.tracks[task];
                refresh(track, member.node.id(), task, now);
                pairs.add(new Pair(
                        member.node.id(),
                        task,
                        group,
                        member.present,
                        track.ready(),
                        track.accuracy(),
                        track.underWay,
                        track.last,
                        track.asked()));
            }
        }
        return pairs;
    }

    private void refresh(Track track, NodeId node, int task, Moment now) {
        long epoch = policy.epochOf(now);
        if (track.begins(epoch)) {
            track.begin(epoch, askedSince(node, task, epoch));
        }
        if (track.stale(now.time().minus(policy.reread()))) {
            reread(track, node, policy.tasks().get(task), now.time());
        }
    }

    /** Counts what this epoch saw already, as before a restart of the process. */
    private int askedSince(NodeId node, int task, long epoch) {
        Instant begin = Instant.ofEpochMilli(epoch * policy.epoch().toMillis());
        String name = policy.tasks().get(task).task().name();
        return (int) book.scores(node, name).stream()
                .filter(sample -> !sample.at().isBefore(begin))
                .count();
    }

    private void reread(Track track, NodeId node, WatchPolicy.Watched watched, Instant now) {
        Estimate accuracy =
                book.of(node, watched.task().name()).map(TaskProfile::accuracy).orElseGet(Estimate::none);
        List<Requirement> requirements = watched.policy().requirements();
        Optional<NodeProfile> profile = requirements.isEmpty() ? Optional.empty() : book.of(node);
        boolean ready = requirements.stream()
                .allMatch(requirement -> requirement.missing(profile).isEmpty());
        track.remember(accuracy, ready, now);
    }

    /** Notes that an errand is sent and returns whom to ask. */
    Node sent(Errand errand, Moment now) {
        Member member = members.get(errand.node());
        if (member == null) {
            throw new IllegalStateException("An errand goes to a node under watch, not to " + errand.node() + ".");
        }
        member.tracks[place(errand)].sent(errand.items().size(), now);
        return member.node;
    }

    /** Notes that an errand came back; its node may have been forgotten by now. */
    void ended(Outing outing) {
        Member member = members.get(outing.errand().node());
        if (member != null) {
            for (Track track : member.tracks) {
                track.outdate();
            }
            member.tracks[place(outing.errand())].ended(outing.epoch(), outing.unasked());
        }
    }

    /** Returns the place of an errand's task in the policy. */
    int place(Errand errand) {
        Integer place = places.get(errand.task());
        if (place == null) {
            throw new IllegalStateException("An errand is for a task of the policy, not for " + errand.task() + ".");
        }
        return place;
    }

    /** One node under watch. */
    private static final class Member {

        private Node node;
        private boolean present;
        private Instant seen = Instant.MIN;
        private final Track[] tracks;

        Member(Node node, int tasks) {
            this.node = node;
            this.tracks = new Track[tasks];
            for (int task = 0; task < tasks; task++) {
                tracks[task] = new Track();
            }
        }
    }
}
