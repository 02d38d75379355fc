package network.pokt.mlqos.template;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a template is made of: text, output and tags, each of which executes itself. Immutable. */
sealed interface Statement {

    /** Carries the statement out and says where to go on. */
    Flow execute(Frame frame);

    /** Where to go on. */
    enum Flow {
        /** With the next statement. */
        ON,
        /** Behind the innermost loop. */
        BREAK,
        /** With the next iteration of the innermost loop. */
        CONTINUE
    }

    /** Text outside of tags. */
    record Text(String text) implements Statement {

        @Override
        public Flow execute(Frame frame) {
            frame.write(text);
            return Flow.ON;
        }
    }

    /** {@code {{ value }}} */
    record Print(Expression value) implements Statement {

        @Override
        public Flow execute(Frame frame) {
            frame.write(PythonRepr.str(value.evaluate(frame), frame.meter()));
            return Flow.ON;
        }
    }

    /** {@code {% if test %}}, with one test per body; that of {@code {% else %}} always holds. */
    record If(List<Expression> tests, List<Body> bodies) implements Statement {

        @Override
        public Flow execute(Frame frame) {
            for (int i = 0; i < tests.size(); i++) {
                if (Values.truth(tests.get(i).evaluate(frame))) {
                    return bodies.get(i).execute(frame);
                }
            }
            return Flow.ON;
        }
    }

    /** {@code {% for target in elements if condition %}} */
    record For(
            Target target, Expression elements, @Nullable Expression condition, Body body, Body otherwise, int weight)
            implements Statement {

        @Override
        public Flow execute(Frame frame) {
            LoopState loop = loop(frame);
            boolean empty = true;
            Flow flow = Flow.ON;
            while (flow != Flow.BREAK && loop.advance()) {
                frame.meter().spend(1);
                Frame inner = frame.inner();
                inner.set("loop", loop);
                target.assign(loop.current(), inner);
                flow = body.execute(inner);
                // The reference takes a loop for empty until an iteration has reached its end.
                empty &= flow != Flow.ON;
            }
            if (empty) {
                return otherwise.execute(frame.inner());
            }
            return Flow.ON;
        }

        private LoopState loop(Frame frame) {
            Object iterable = elements.evaluate(frame);
            Iterator<@Nullable Object> all = Values.iterator(iterable, frame.meter());
            if (condition != null) {
                return new LoopState(new Filtered(all, frame, this), -1);
            }
            return new LoopState(all, iterable instanceof Generator ? -1 : Values.length(iterable));
        }

        private boolean admits(@Nullable Object element, Frame frame) {
            frame.meter().spend(weight);
            Frame inner = frame.inner();
            target.assign(element, inner);
            return condition == null || Values.truth(condition.evaluate(inner));
        }
    }

    /** The elements of a loop that its condition admits, which is asked when an element is due. */
    final class Filtered implements Iterator<@Nullable Object> {

        private final Iterator<@Nullable Object> all;
        private final Frame frame;
        private final For loop;
        private @Nullable Object next;
        private boolean ready;

        Filtered(Iterator<@Nullable Object> all, Frame frame, For loop) {
            this.all = all;
            this.frame = frame;
            this.loop = loop;
        }

        @Override
        public boolean hasNext() {
            while (!ready && all.hasNext()) {
                next = all.next();
                ready = loop.admits(next, frame);
            }
            return ready;
        }

        @Override
        public @Nullable Object next() {
            if (!hasNext()) {
                throw new java.util.NoSuchElementException();
            }
            ready = false;
            return next;
        }
    }

    /** {@code {% break %}} and {@code {% continue %}} */
    record Jump(Flow flow) implements Statement {

        @Override
        public Flow execute(Frame frame) {
            return flow;
        }
    }

    /** {@code {% set target = value %}} */
    record Assignment(Target target, Expression value) implements Statement {

        @Override
        public Flow execute(Frame frame) {
            target.assign(value.evaluate(frame), frame);
            return Flow.ON;
        }
    }

    /** {@code {% with target = value %}}, and with nothing to set {@code {% generation %}}. */
    record With(List<Target> targets, List<Expression> values, Body body) implements Statement {

        @Override
        public Flow execute(Frame frame) {
            Frame inner = frame.inner();
            for (int i = 0; i < targets.size(); i++) {
                targets.get(i).assign(values.get(i).evaluate(frame), inner);
            }
            return body.execute(inner);
        }
    }

    /** {@code {% macro name(parameters) %}} */
    record MacroDefinition(Macro.Code code) implements Statement {

        @Override
        public Flow execute(Frame frame) {
            frame.set(code.name(), new Macro(code, frame));
            return Flow.ON;
        }
    }
}
