package network.pokt.mlqos.store;

import java.math.BigDecimal;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import network.pokt.mlqos.node.NodeId;
import network.pokt.mlqos.price.Spend;
import network.pokt.mlqos.transport.FaultCause;
import org.jspecify.annotations.Nullable;

/** How a measurement lies in a row of the database. */
final class Rows {

    static final String COLUMNS = "id, supplier, service, task, sample, at_nanos, epoch, failed, measures, total_nanos,"
            + " first_token_nanos, relays, prompt_tokens, completion_tokens, currency, cost";

    static final String INSERT =
            "INSERT INTO mlqos_measurement (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private static final long NANOS = 1_000_000_000;

    private Rows() {}

    static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), NANOS), at.getNano());
    }

    /** The same for an instant of a query, which may lie beyond everything that is kept. */
    static long nearestNanos(Instant at) {
        if (at.isBefore(Instant.EPOCH)) {
            return -1;
        }
        return at.getEpochSecond() >= Long.MAX_VALUE / NANOS ? Long.MAX_VALUE : nanos(at);
    }

    static void bind(PreparedStatement insert, Measurement measurement) throws SQLException {
        Finding finding = measurement.finding();
        insert.setString(1, measurement.id());
        insert.setString(2, measurement.node().supplier());
        insert.setString(3, measurement.node().service());
        insert.setString(4, measurement.task());
        insert.setInt(5, measurement.sample());
        insert.setLong(6, nanos(measurement.at()));
        insert.setString(7, measurement.epoch().orElse(null));
        insert.setString(
                8, finding instanceof Finding.Failed failed ? failed.cause().name() : null);
        insert.setString(
                9, finding instanceof Finding.Scored scored ? MeasurementJson.writeValues(scored.values()) : null);
        bind(insert, 10, measurement.total().orElse(null));
        bind(insert, 11, measurement.firstToken().orElse(null));
        insert.setLong(12, measurement.spend().relays());
        insert.setLong(13, measurement.spend().promptTokens());
        insert.setLong(14, measurement.spend().completionTokens());
        insert.setString(15, measurement.charge().map(Charge::currency).orElse(null));
        insert.setBigDecimal(16, measurement.charge().map(Charge::amount).orElse(null));
    }

    private static void bind(PreparedStatement insert, int column, @Nullable Duration duration) throws SQLException {
        if (duration == null) {
            insert.setNull(column, Types.BIGINT);
        } else {
            insert.setLong(column, duration.toNanos());
        }
    }

    static Measurement read(ResultSet row) throws SQLException {
        long at = row.getLong("at_nanos");
        Measurement.Builder builder = Measurement.builder(
                row.getString("id"),
                new NodeId(row.getString("supplier"), row.getString("service")),
                row.getString("task"),
                row.getInt("sample"),
                Instant.ofEpochSecond(at / NANOS, at % NANOS));
        String epoch = row.getString("epoch");
        if (epoch != null) {
            builder.epoch(epoch);
        }
        String failed = row.getString("failed");
        builder.finding(
                failed != null
                        ? new Finding.Failed(FaultCause.valueOf(failed))
                        : new Finding.Scored(MeasurementJson.readValues(row.getString("measures"))));
        long total = row.getLong("total_nanos");
        if (!row.wasNull()) {
            builder.total(Duration.ofNanos(total));
        }
        long first = row.getLong("first_token_nanos");
        if (!row.wasNull()) {
            builder.firstToken(Duration.ofNanos(first));
        }
        builder.spend(new Spend(row.getLong("relays"), row.getLong("prompt_tokens"), row.getLong("completion_tokens")));
        BigDecimal cost = row.getBigDecimal("cost");
        if (cost != null) {
            builder.charge(new Charge(row.getString("currency"), cost));
        }
        return builder.build();
    }
}
