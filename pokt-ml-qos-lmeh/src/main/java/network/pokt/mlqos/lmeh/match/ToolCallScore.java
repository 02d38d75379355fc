package network.pokt.mlqos.lmeh.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import network.pokt.mlqos.inference.ChatMessage.ToolCall;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * How well tool calls are those that were expected. Arguments are compared as JSON: the order of keys does not count, and 1
 * equals 1.0; a text does not equal the number that it spells.
 *
 * @param namesMatch whether the names are the same, each as often, in whatever order
 * @param callsMatch whether names and arguments are, {@code tool_call_match}
 * @param precision the share of the answered calls that were expected
 * @param recall the share of the expected calls that were answered
 * @param argumentMatch of the arguments of all expected calls and of the answered ones that belong to them by name, the share
 *     that both have with the same value; 1 if there is none
 */
public record ToolCallScore(
        boolean namesMatch, boolean callsMatch, double precision, double recall, double argumentMatch) {

    /** The name of the metric that {@link #callsMatch} is. */
    public static final String METRIC = "tool_call_match";

    /** The name of the metric that {@link #f1()} is. */
    public static final String F1_METRIC = "tool_call_f1";

    private record Call(String name, JsonNode arguments) {}

    /** Returns how well {@code answered} is what was {@code expected}; expecting none is right if none is answered. */
    public static ToolCallScore of(List<ToolCall> expected, List<ToolCall> answered) {
        List<Call> wanted = calls(expected);
        List<Call> given = calls(answered);
        int same = sameCalls(wanted, given);
        List<String> names = new ArrayList<>(given.stream().map(Call::name).toList());
        long sameNames =
                wanted.stream().filter(call -> names.remove(call.name())).count();
        boolean asMany = wanted.size() == given.size();
        return new ToolCallScore(
                asMany && sameNames == wanted.size(),
                asMany && same == wanted.size(),
                given.isEmpty() ? (wanted.isEmpty() ? 1 : 0) : (double) same / given.size(),
                wanted.isEmpty() ? (given.isEmpty() ? 1 : 0) : (double) same / wanted.size(),
                argumentMatch(wanted, given));
    }

    /** Returns the harmonic mean of precision and recall, {@code tool_call_f1}. */
    public double f1() {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static List<Call> calls(List<ToolCall> calls) {
        return calls.stream()
                .map(call -> new Call(call.name(), arguments(call.arguments())))
                .toList();
    }

    /** Arguments that are no JSON equal only themselves. */
    private static JsonNode arguments(String text) {
        try {
            return JsonMapper.shared().readTree(text.isBlank() ? "{}" : text);
        } catch (JacksonException e) {
            return JsonMapper.shared().getNodeFactory().stringNode(text);
        }
    }

    private static int sameCalls(List<Call> wanted, List<Call> given) {
        List<Call> left = new ArrayList<>(given);
        int same = 0;
        for (Call call : wanted) {
            for (int i = 0; i < left.size(); i++) {
                if (call.name().equals(left.get(i).name())
                        && isSame(call.arguments(), left.get(i).arguments())) {
                    left.remove(i);
                    same++;
                    break;
                }
            }
        }
        return same;
    }

    private static double argumentMatch(List<Call> wanted, List<Call> given) {
        List<Call> left = new ArrayList<>(given);
        int all = 0;
        int same = 0;
        for (Call call : wanted) {
            JsonNode other = takeClosest(call, left);
            Set<String> names = new TreeSet<>(call.arguments().propertyNames());
            names.addAll(other.propertyNames());
            all += names.size();
            same += sameArguments(call.arguments(), other);
        }
        return all == 0 ? 1 : (double) same / all;
    }

    /** Of several calls of one name, the one that has most arguments right belongs to an expected one. */
    private static JsonNode takeClosest(Call call, List<Call> left) {
        int best = -1;
        for (int i = 0; i < left.size(); i++) {
            if (left.get(i).name().equals(call.name())
                    && (best < 0
                            || sameArguments(call.arguments(), left.get(i).arguments())
                                    > sameArguments(
                                            call.arguments(), left.get(best).arguments()))) {
                best = i;
            }
        }
        return best < 0
                ? JsonMapper.shared().createObjectNode()
                : left.remove(best).arguments();
    }

    private static int sameArguments(JsonNode one, JsonNode other) {
        int same = 0;
        for (String name : one.propertyNames()) {
            same += other.has(name) && isSame(one.get(name), other.get(name)) ? 1 : 0;
        }
        return same;
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return decimal(one).compareTo(decimal(other)) == 0;
        } else if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                if (!isSame(one.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        } else if (one.isObject() && other.isObject()) {
            return new HashSet<>(one.propertyNames()).equals(new HashSet<>(other.propertyNames()))
                    && sameArguments(one, other) == one.size();
        }
        return one.equals(other);
    }

    private static BigDecimal decimal(JsonNode number) {
        return number.decimalValue();
    }
}
