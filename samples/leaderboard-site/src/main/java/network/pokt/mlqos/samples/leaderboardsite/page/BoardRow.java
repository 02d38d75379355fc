package network.pokt.mlqos.samples.leaderboardsite.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import network.pokt.mlqos.leaderboard.Board;
import network.pokt.mlqos.profile.Trust;
import network.pokt.mlqos.samples.leaderboardsite.board.NodeCard;
import network.pokt.mlqos.store.Charge;

/** One node on the leaderboard, and the tags that stand beside its name everywhere. */
final class BoardRow {

    private static final Template ROW = Template.of("board-row.html");
    private static final Template TAG = Template.of("tag.html");

    private BoardRow() {}

    static Html of(NodeCard card) {
        Board.Line line = card.line();
        Map<String, Object> values = new HashMap<>();
        values.put("rank", line.rank().toString().replace('-', '–'));
        values.put("move", move(card.move()));
        values.put("node", Format.link(card.id()));
        values.put("whole", card.id().supplier());
        values.put("claims", Format.claims(card));
        values.put("tags", tags(card));
        values.put("bar", IntervalBar.of(line.value()));
        values.put("score", Format.percent(line.value().value()));
        values.put("range", Format.range(line.value()));
        values.put("n", line.value().n());
        values.put("answered", Format.percent(line.answered()));
        values.put("latency", Format.duration(line.service().latency()));
        values.put("first", Format.duration(line.service().firstToken()));
        values.put("cost", Format.perThousand(card.costPerRightAnswer().map(Charge::amount)));
        values.put("currency", card.costPerRightAnswer().map(Charge::currency).orElse(""));
        Column.OF_THE_BOARD.forEach(column -> values.put("by_" + column.key(), sortable(column, card)));
        return ROW.fill(values);
    }

    /** What a script sorts by: ranks in the order of the board, names as texts. */
    private static String sortable(Column column, NodeCard card) {
        return switch (column.key()) {
            case "node" -> card.id().supplier();
            default -> {
                double value = column.sorting().applyAsDouble(card);
                yield Double.isNaN(value) ? "" : Double.toString(value);
            }
        };
    }

    private static Html move(int move) {
        return switch (move) {
            case 1 -> tag("up", "better than a day ago");
            case -1 -> tag("down", "worse than a day ago");
            default -> Html.NONE;
        };
    }

    static Html tags(NodeCard card) {
        List<Html> tags = new ArrayList<>();
        if (card.profile().trust() == Trust.SUSPECT) {
            tags.add(tag("bad", "suspect"));
        } else if (card.profile().trust() == Trust.UNPROVEN) {
            tags.add(tag("plain", "few samples"));
        }
        if (card.line().partial()) {
            tags.add(tag("plain", "partial"));
        }
        card.profile()
                .alarms()
                .forEach(alarm -> tags.add(tag("warn", alarm.kind().name().toLowerCase(Locale.ROOT) + " changed")));
        return Html.join(tags);
    }

    private static Html tag(String kind, String text) {
        return TAG.fill(Map.of("kind", kind, "text", text));
    }
}
