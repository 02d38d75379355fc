package network.pokt.mlqos.lmeh.coverage;

/** Whether a task runs natively, and if not, what it lacks first. */
public enum Verdict {
    RUNS("runs natively"),
    BROKEN("its file cannot be used"),
    PYTHON_CLASS("a Python class makes it"),
    EXECUTES_CODE("scoring it executes what a model wrote"),
    PICTURES_OR_SOUND("it asks about pictures or sound"),
    CUSTOM_DATASET("a Python function makes its dataset"),
    PROMPT_SOURCE("its prompt is one of promptsource"),
    FUNCTION("a Python function of it has no equivalent"),
    METRIC("a metric or aggregation of it has no equivalent"),
    FILTER("a filter of it has no equivalent"),
    TEMPLATE("a template of it is refused"),
    SAMPLER("its sampler has no equivalent");

    private final String words;

    Verdict(String words) {
        this.words = words;
    }

    /** Returns the verdict in words that follow the name of a task. */
    public String words() {
        return words;
    }
}
