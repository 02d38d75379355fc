package network.pokt.mlqos.lmeh.match;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a service answered: it comes from outside. */
final class Answers {

    private Answers() {}

    static JsonNode parse(String answer) {
        try {
            return JsonMapper.shared().readTree(answer);
        } catch (JacksonException e) {
            throw new MatchException("The matching service answers no JSON; check that it is one of its kind.", e);
        }
    }

    /**
     * Returns a number per candidate from a list of objects with {@code index} and another field.
     *
     * @throws MatchException if one is missing, given twice or no finite number
     */
    static double[] byIndex(JsonNode list, String field, int count) {
        double[] values = new double[count];
        boolean[] seen = new boolean[count];
        for (JsonNode each : list) {
            int index = each.path("index").asInt(-1);
            double value = each.path(field).asDouble(Double.NaN);
            if (index < 0 || index >= count || seen[index] || !Double.isFinite(value)) {
                throw strange("the result " + each + " is not one of " + count + " that were asked for");
            }
            seen[index] = true;
            values[index] = value;
        }
        for (int i = 0; i < count; i++) {
            if (!seen[i]) {
                throw strange("there is no result for candidate " + i);
            }
        }
        return values;
    }

    static MatchException strange(String why) {
        String shown = why.length() > 300 ? why.substring(0, 300) + "..." : why;
        return new MatchException(
                "The matching service's answer cannot be used, " + shown + "; check its model and interface.");
    }
}
