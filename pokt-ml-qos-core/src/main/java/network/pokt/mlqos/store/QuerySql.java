package network.pokt.mlqos.store;

import java.util.ArrayList;
import java.util.List;

/**
 * A query in SQL. Names and values are parameters, never part of the text.
 *
 * @param text the statement
 * @param parameters what to bind, in order
 */
record QuerySql(String text, List<Object> parameters) {

    static QuerySql page(Query query) {
        List<Object> parameters = new ArrayList<>();
        List<String> conditions = wanted(query, parameters);
        conditions.addAll(behind(query, parameters));
        return new QuerySql(
                "SELECT " + Rows.COLUMNS + " FROM mlqos_measurement" + where(conditions) + order(query), parameters);
    }

    static QuerySql latest(Query query) {
        List<Object> parameters = new ArrayList<>();
        String ranked = "SELECT " + Rows.COLUMNS + ", ROW_NUMBER() OVER"
                + " (PARTITION BY supplier, service, task ORDER BY at_nanos DESC, id DESC) AS age"
                + " FROM mlqos_measurement" + where(wanted(query, parameters));
        List<String> conditions = new ArrayList<>(List.of("age = 1"));
        conditions.addAll(behind(query, parameters));
        return new QuerySql(
                "SELECT " + Rows.COLUMNS + " FROM (" + ranked + ") ranked" + where(conditions) + order(query),
                parameters);
    }

    private static List<String> wanted(Query query, List<Object> parameters) {
        List<String> conditions = new ArrayList<>();
        query.node().ifPresent(node -> {
            conditions.add("supplier = ? AND service = ?");
            parameters.add(node.supplier());
            parameters.add(node.service());
        });
        query.task().ifPresent(task -> {
            conditions.add("task = ?");
            parameters.add(task);
        });
        query.epoch().ifPresent(epoch -> {
            conditions.add("epoch = ?");
            parameters.add(epoch);
        });
        query.from().ifPresent(from -> {
            conditions.add("at_nanos >= ?");
            parameters.add(Rows.nearestNanos(from));
        });
        query.until().ifPresent(until -> {
            conditions.add("at_nanos < ?");
            parameters.add(Rows.nearestNanos(until));
        });
        return conditions;
    }

    private static List<String> behind(Query query, List<Object> parameters) {
        List<String> conditions = new ArrayList<>();
        query.after().ifPresent(place -> {
            String sign = query.newestFirst() ? "<" : ">";
            // The first half is implied by the second and lets the database begin at the right place of its index.
            conditions.add("at_nanos " + sign + "= ? AND (at_nanos " + sign + " ? OR id " + sign + " ?)");
            long at = Rows.nearestNanos(place.at());
            parameters.addAll(List.of(at, at, place.id()));
        });
        return conditions;
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private static String order(Query query) {
        String direction = query.newestFirst() ? " DESC" : " ASC";
        return " ORDER BY at_nanos" + direction + ", id" + direction + " FETCH FIRST " + (query.limit() + 1)
                + " ROWS ONLY";
    }
}
