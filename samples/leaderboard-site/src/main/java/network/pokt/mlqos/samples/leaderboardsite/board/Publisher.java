package network.pokt.mlqos.samples.leaderboardsite.board;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import network.pokt.mlqos.leaderboard.Board;
import network.pokt.mlqos.leaderboard.BoardSnapshot;
import network.pokt.mlqos.leaderboard.ProfileResults;
import network.pokt.mlqos.leaderboard.ResultTable;
import network.pokt.mlqos.leaderboard.Taxonomy;
import network.pokt.mlqos.node.Node;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Rate;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.profile.NodeProfile;
import network.pokt.mlqos.profile.ProfileBook;
import network.pokt.mlqos.samples.leaderboardsite.measure.ChangeWatch;
import network.pokt.mlqos.samples.leaderboardsite.measure.Intake;
import network.pokt.mlqos.samples.leaderboardsite.measure.Measuring;
import network.pokt.mlqos.samples.leaderboardsite.measure.RaisedAlarm;
import network.pokt.mlqos.samples.leaderboardsite.measure.Snapshots;
import network.pokt.mlqos.store.Charge;
import network.pokt.mlqos.store.Ledger;

/**
 * Makes the public view of what is known now. Comparing all pairs of a service's nodes is most of the work: it grows with the square
 * of their number.
 */
public final class Publisher {

    private static final Duration DAY = Duration.ofDays(1);

    /** A day ago is yesterday's snapshot, or the one before where yesterday's is younger than a day. */
    private static final int SNAPSHOTS = 3;

    private final ProfileBook book;
    private final Measuring measuring;
    private final ChangeWatch changes;
    private final Snapshots snapshots;
    private final Intake intake;
    private final Ledger ledger;

    public Publisher(
            ProfileBook book,
            Measuring measuring,
            ChangeWatch changes,
            Snapshots snapshots,
            Intake intake,
            Ledger ledger) {
        this.book = book;
        this.measuring = measuring;
        this.changes = changes;
        this.snapshots = snapshots;
        this.intake = intake;
        this.ledger = ledger;
    }

    /** Returns the view as of {@code now}, and keeps the day's snapshot of each board. */
    public View publish(Instant now) {
        Map<NodeId, Node> present =
                measuring.directory().nodes().stream().collect(Collectors.toMap(Node::id, Function.identity()));
        Map<String, List<NodeProfile>> services = book.nodes().stream()
                .flatMap(id -> book.of(id).stream())
                .filter(profile -> !profile.tasks().isEmpty())
                .collect(Collectors.groupingBy(profile -> profile.node().service(), TreeMap::new, Collectors.toList()));
        List<RaisedAlarm> alarms = changes.raised();
        Map<String, List<NodeCard>> boards = new TreeMap<>();
        services.forEach((service, profiles) -> boards.put(service, cards(service, profiles, present, alarms, now)));
        return new View(now, boards, alarms, ledger.append(List.of()), intake.count());
    }

    private List<NodeCard> cards(
            String service,
            List<NodeProfile> profiles,
            Map<NodeId, Node> present,
            List<RaisedAlarm> alarms,
            Instant now) {
        ResultTable table = ProfileResults.table(profiles);
        Board board = table.average(Taxonomy.mean("of all tasks", Taxonomy.tasks(table.tasks())));
        Optional<BoardSnapshot> before = snapshots.latest(service, SNAPSHOTS).stream()
                .filter(snapshot -> !snapshot.at().isAfter(now.minus(DAY)))
                .findFirst();
        snapshots.keep(service, board.at(now));
        Map<NodeId, NodeProfile> byNode =
                profiles.stream().collect(Collectors.toMap(NodeProfile::node, Function.identity()));
        List<NodeCard> cards = new ArrayList<>();
        for (Board.Line line : board.lines()) {
            Optional<Node> node = Optional.ofNullable(present.get(line.node()));
            Optional.ofNullable(byNode.get(line.node()))
                    .ifPresent(profile -> cards.add(new NodeCard(
                            cards.size() + 1,
                            profile,
                            line,
                            node.flatMap(Node::model),
                            node.flatMap(Node::operator),
                            node.flatMap(known -> costPerRightAnswer(known, profile, line)),
                            before.flatMap(snapshot -> snapshot.of(line.node())),
                            alarms.stream()
                                    .filter(alarm -> alarm.node().equals(line.node()))
                                    .toList())));
        }
        return cards;
    }

    /** What a relay has cost on average since the node is known, over the share of answers that are right. */
    private Optional<Charge> costPerRightAnswer(Node node, NodeProfile profile, Board.Line line) {
        Spend spend = profile.spend();
        double right = line.value().value();
        if (spend.relays() == 0 || !(right > 0)) {
            return Optional.empty();
        }
        Rate rate = measuring.rates().apply(node);
        BigDecimal answers = BigDecimal.valueOf(spend.relays() * right);
        return Optional.of(new Charge(
                rate.currency(),
                rate.cost(spend.relays(), spend.promptTokens(), spend.completionTokens())
                        .divide(answers, MathContext.DECIMAL32)));
    }
}
