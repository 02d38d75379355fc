package network.pokt.mlqos.lmeh.match;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import network.pokt.mlqos.inference.ChatMessage.ToolCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds tool calls in text, for models that write them there: objects with {@code name} and {@code arguments} (or
 * {@code parameters}), between {@code <tool_call>} tags, in a fenced block, in an array, or alone; or in OpenAI's form with
 * {@code function} around them. Other text is passed over.
 */
public final class ToolCallReader {

    private static final Logger LOG = LoggerFactory.getLogger(ToolCallReader.class);

    private static final Pattern TAGGED = Pattern.compile("<tool_call>(.*?)(?:</tool_call>|\\z)", Pattern.DOTALL);
    private static final Pattern FENCED = Pattern.compile("```(?:json|tool_call)?\\s*\\n(.*?)```", Pattern.DOTALL);

    /** Arguments are short; a node that sends more nests or repeats to do harm. */
    private static final int MOST_CHARACTERS = 1 << 20;

    private static final int MOST_CALLS = 1000;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ToolCallReader() {}

    /** Returns the calls in the order of the text, none if there are none. */
    public static List<ToolCall> read(String text) {
        String bounded = text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text;
        List<ToolCall> calls = new ArrayList<>();
        for (Pattern marked : List.of(TAGGED, FENCED)) {
            Matcher matcher = marked.matcher(bounded);
            while (matcher.find()) {
                add(matcher.group(1), calls);
            }
            if (!calls.isEmpty()) {
                return calls;
            }
        }
        int begin = firstBracket(bounded);
        int end = lastBracket(bounded);
        if (begin >= 0 && end > begin) {
            add(bounded.substring(begin, end + 1), calls);
        }
        return calls;
    }

    private static int firstBracket(String text) {
        int object = text.indexOf('{');
        int array = text.indexOf('[');
        return object < 0 || (array >= 0 && array < object && lastBracket(text) == text.lastIndexOf(']'))
                ? array
                : object;
    }

    private static int lastBracket(String text) {
        return Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
    }

    private static void add(String json, List<ToolCall> calls) {
        try {
            addCalls(STRICT.readTree(json.strip()), calls);
        } catch (JacksonException e) {
            LOG.debug("What is marked as a tool call is no JSON, hence no call", e);
        }
    }

    private static void addCalls(JsonNode node, List<ToolCall> calls) {
        if (calls.size() >= MOST_CALLS) {
            return;
        } else if (node.isArray()) {
            node.forEach(each -> addCalls(each, calls));
        } else if (node.path("function").isObject()) {
            addCalls(node.path("function"), calls);
        } else if (node.path("tool_calls").isArray()) {
            addCalls(node.path("tool_calls"), calls);
        } else if (node.path("name").isString()) {
            JsonNode arguments = node.has("arguments") ? node.path("arguments") : node.path("parameters");
            String text = arguments.isString()
                    ? arguments.asString()
                    : arguments.isMissingNode() ? "{}" : arguments.toString();
            calls.add(new ToolCall(null, node.path("name").asString(), text));
        }
    }
}
