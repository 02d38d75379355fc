package network.pokt.mlqos.lmeh.config;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a filter pipeline.
 *
 * @param function the filter
 * @param arguments what it is given besides the responses, in the order of the file
 */
public record FilterConfig(Callee function, Map<String, @Nullable Object> arguments) {}
