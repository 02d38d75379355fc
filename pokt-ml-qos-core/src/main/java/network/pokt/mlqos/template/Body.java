package network.pokt.mlqos.template;

import java.util.List;
import network.pokt.mlqos.template.Statement.Flow;

/** Statements in a row. Immutable. */
final class Body {

    /**
     * A statement at its place.
     *
     * @param line the line it begins on, from 1
     * @param weight the number of its tokens, without those of the bodies inside
     */
    record Placed(Statement statement, int line, int weight) {}

    private final Placed[] statements;

    Body(List<Placed> statements) {
        this.statements = statements.toArray(new Placed[0]);
    }

    List<Placed> statements() {
        return List.of(statements);
    }

    /** Executes the statements; an error that does not know its line yet gets that of its statement. */
    Flow execute(Frame frame) {
        for (Placed placed : statements) {
            frame.meter().spend(placed.weight);
            try {
                Flow flow = placed.statement.execute(frame);
                if (flow != Flow.ON) {
                    return flow;
                }
            } catch (TemplateException e) {
                throw e.at(placed.line);
            }
        }
        return Flow.ON;
    }
}
