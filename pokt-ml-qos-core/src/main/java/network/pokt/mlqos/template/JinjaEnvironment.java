package network.pokt.mlqos.template;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import network.pokt.mlqos.template.TemplateException.Kind;
import network.pokt.mlqos.time.TimeSource;

/**
 * How templates are read and rendered. Immutable and thread-safe; it compiles any number of templates.
 *
 * <pre>{@code
 * Template template = JinjaEnvironment.forTasks().compile("Question: {{question}}\nAnswer:");
 * String prompt = template.render(Map.of("question", "What is 6 x 7?"));
 * }</pre>
 */
public final class JinjaEnvironment {

    private static final JinjaEnvironment TASKS = new Builder(Dialect.TASK)
            .undefined(UndefinedPolicy.STRICT)
            .keepTrailingNewline(true)
            .build();

    private final Dialect dialect;
    private final UndefinedPolicy undefined;
    private final boolean trimBlocks;
    private final boolean lstripBlocks;
    private final boolean keepTrailingNewline;
    private final TemplateLimits limits;
    private final TimeSource time;
    private final ZoneId zone;

    private JinjaEnvironment(Builder builder) {
        this.dialect = builder.dialect;
        this.undefined = builder.undefined;
        this.trimBlocks = builder.trimBlocks;
        this.lstripBlocks = builder.lstripBlocks;
        this.keepTrailingNewline = builder.keepTrailingNewline;
        this.limits = builder.limits;
        this.time = builder.time;
        this.zone = builder.zone;
    }

    /**
     * Returns the environment of lm-evaluation-harness 0.4.13: strict about what is undefined, with the last line break kept and
     * the filter {@code regex_replace}.
     */
    public static JinjaEnvironment forTasks() {
        return TASKS;
    }

    /**
     * Returns the environment of chat templates in transformers: lenient about what is undefined, with blocks trimmed and
     * stripped, {@code break}, {@code continue} and {@code generation}, {@code raise_exception} and {@code strftime_now}.
     *
     * @param time the clock of {@code strftime_now}
     * @param zone the time zone of {@code strftime_now}
     */
    public static JinjaEnvironment forChatTemplates(TimeSource time, ZoneId zone) {
        return new Builder(Dialect.CHAT)
                .trimBlocks(true)
                .lstripBlocks(true)
                .clock(time, zone)
                .build();
    }

    /** Begins an environment with Jinja's defaults: lenient, nothing trimmed or stripped, without the last line break. */
    public static Builder builder() {
        return new Builder(Dialect.TASK);
    }

    /** Returns a builder that begins with what this environment has. */
    public Builder toBuilder() {
        return new Builder(dialect)
                .undefined(undefined)
                .trimBlocks(trimBlocks)
                .lstripBlocks(lstripBlocks)
                .keepTrailingNewline(keepTrailingNewline)
                .limits(limits)
                .clock(time, zone);
    }

    /**
     * Compiles a template.
     *
     * @throws TemplateException if it is malformed, or uses what is not supported
     */
    public Template compile(String source) {
        if (source.length() > limits.maxSource()) {
            throw new TemplateException(
                    Kind.LIMIT,
                    "A template has " + source.length() + " characters, more than " + limits.maxSource()
                            + "; shorten it or raise maxSource of its limits.");
        }
        try {
            Source normalized =
                    new Source(withoutLastBreak(source.replace("\r\n", "\n").replace('\r', '\n')));
            List<Token> tokens = new Lexer(normalized, trimBlocks, lstripBlocks).tokens();
            return new Template(this, StatementParser.parse(normalized, tokens, dialect, limits.maxNesting()));
        } catch (StackOverflowError e) {
            throw outOfStack();
        }
    }

    private String withoutLastBreak(String source) {
        return !keepTrailingNewline && source.endsWith("\n") ? source.substring(0, source.length() - 1) : source;
    }

    /** The limits fit the stacks that Java gives its threads; one that is much smaller must not bring its thread down. */
    static TemplateException outOfStack() {
        return new TemplateException(
                Kind.LIMIT,
                "The template is nested too deeply for the stack of this thread; give the thread a larger one.");
    }

    Dialect dialect() {
        return dialect;
    }

    TemplateLimits limits() {
        return limits;
    }

    boolean isStrict() {
        return undefined == UndefinedPolicy.STRICT;
    }

    ZonedDateTime now() {
        return time.now().atZone(zone);
    }

    /** Collects how templates are read and rendered. Not thread-safe. */
    public static final class Builder {

        private final Dialect dialect;
        private UndefinedPolicy undefined = UndefinedPolicy.LENIENT;
        private boolean trimBlocks;
        private boolean lstripBlocks;
        private boolean keepTrailingNewline;
        private TemplateLimits limits = TemplateLimits.standard();
        private TimeSource time = TimeSource.system();
        private ZoneId zone = ZoneOffset.UTC;

        private Builder(Dialect dialect) {
            this.dialect = dialect;
        }

        /** What becomes of what does not exist; {@link UndefinedPolicy#LENIENT} by default. */
        public Builder undefined(UndefinedPolicy policy) {
            this.undefined = policy;
            return this;
        }

        /** Whether a tag takes the line break behind it; not by default. */
        public Builder trimBlocks(boolean trim) {
            this.trimBlocks = trim;
            return this;
        }

        /** Whether a tag takes the white space between it and the beginning of its line; not by default. */
        public Builder lstripBlocks(boolean strip) {
            this.lstripBlocks = strip;
            return this;
        }

        /** Whether a line break at the end of a template is kept; not by default. */
        public Builder keepTrailingNewline(boolean keep) {
            this.keepTrailingNewline = keep;
            return this;
        }

        /** What a template may cost; {@link TemplateLimits#standard()} by default. */
        public Builder limits(TemplateLimits newLimits) {
            this.limits = newLimits;
            return this;
        }

        private Builder clock(TimeSource newTime, ZoneId newZone) {
            this.time = newTime;
            this.zone = newZone;
            return this;
        }

        public JinjaEnvironment build() {
            return new JinjaEnvironment(this);
        }
    }
}
