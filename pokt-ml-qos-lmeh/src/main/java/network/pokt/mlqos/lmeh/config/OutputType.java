package network.pokt.mlqos.lmeh.config;

import java.util.Locale;
import java.util.Optional;

/** What a task asks of a model. */
public enum OutputType {
    /** Text until a stop string. */
    GENERATE_UNTIL,
    /** The likelihood of each choice. */
    MULTIPLE_CHOICE,
    /** The likelihood of one continuation. */
    LOGLIKELIHOOD,
    /** The likelihood of a whole text, in windows. */
    LOGLIKELIHOOD_ROLLING;

    /** Returns the name in task files, such as {@code generate_until}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the type of this name, if there is one. */
    public static Optional<OutputType> of(String key) {
        for (OutputType type : values()) {
            if (type.key().equals(key)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
