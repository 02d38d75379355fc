package network.pokt.mlqos.template;

import java.time.ZonedDateTime;
import network.pokt.mlqos.template.TemplateException.Kind;

/** One rendering: what it has cost so far, and the environment it happens in. Not thread-safe. */
final class Run {

    private final JinjaEnvironment environment;
    private final Meter meter;

    Run(JinjaEnvironment environment) {
        this.environment = environment;
        this.meter = new Meter(environment.limits());
    }

    Meter meter() {
        return meter;
    }

    Builtins filters() {
        return environment.dialect().filters();
    }

    Builtins functions() {
        return environment.dialect().functions();
    }

    ZonedDateTime now() {
        return environment.now();
    }

    /** Returns what a lookup yields that found nothing. */
    Undefined undefined(String reason) {
        return new Undefined(environment.isStrict(), Kind.UNDEFINED, reason);
    }

    /** Returns what a lookup yields that found a method that changes its object: the sandbox hides it until it is used. */
    Undefined forbidden(String reason) {
        if (environment.dialect() != Dialect.CHAT) {
            throw new TemplateException(Kind.UNSUPPORTED, reason);
        }
        return new Undefined(environment.isStrict(), Kind.FORBIDDEN, reason);
    }
}
