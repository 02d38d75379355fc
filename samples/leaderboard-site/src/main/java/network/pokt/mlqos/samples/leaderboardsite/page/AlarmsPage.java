package network.pokt.mlqos.samples.leaderboardsite.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import network.pokt.mlqos.samples.leaderboardsite.board.View;
import network.pokt.mlqos.samples.leaderboardsite.measure.RaisedAlarm;
import network.pokt.mlqos.samples.leaderboardsite.web.Request;
import network.pokt.mlqos.samples.leaderboardsite.web.Response;

/** Every alarm with its evidence. */
final class AlarmsPage {

    private static final int MOST = 200;
    private static final Template PAGE = Template.of("alarms.html");
    private static final Template ALARM = Template.of("alarm.html");
    private static final Template NONE = Template.of("alarms-none.html");

    private final Supplier<View> view;

    AlarmsPage(Supplier<View> view) {
        this.view = view;
    }

    Response answer(Request request) {
        View now = view.get();
        List<RaisedAlarm> newest = now.alarms().stream().limit(MOST).toList();
        return Layout.page(
                now,
                200,
                "/alarms",
                "Alarms",
                PAGE.fill(Map.of("count", now.alarms().size(), "alarms", list(newest, true))));
    }

    /** Lists alarms, with the names of their nodes or without. */
    static Html list(List<RaisedAlarm> alarms, boolean named) {
        return alarms.isEmpty()
                ? NONE.fill(Map.of())
                : Html.join(alarms.stream().map(alarm -> alarm(alarm, named)).toList());
    }

    private static Html alarm(RaisedAlarm raised, boolean named) {
        return ALARM.fill(Map.of(
                "kind", raised.alarm().kind().name().toLowerCase(Locale.ROOT),
                "node", named ? Format.link(raised.node()) : Html.NONE,
                "since", Format.time(raised.alarm().since()),
                "raised", Format.time(raised.raised()),
                "evidence", String.format(Locale.ROOT, "%,.0f", raised.alarm().evidence()),
                "detail", raised.alarm().detail()));
    }
}
