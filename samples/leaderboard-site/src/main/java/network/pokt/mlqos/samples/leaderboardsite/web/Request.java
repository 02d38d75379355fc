package network.pokt.mlqos.samples.leaderboardsite.web;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What somebody asks for.
 *
 * @param segments the path, split at slashes and then decoded
 * @param query the parameters of the query, decoded, the first of each name
 */
public record Request(List<String> segments, Map<String, String> query) {

    public Request {
        segments = List.copyOf(segments);
        query = Map.copyOf(query);
    }

    /**
     * Reads a target as it stands in a request line.
     *
     * @throws HttpProblem if something in it is not encoded as it should be
     */
    public static Request parse(String target) {
        int mark = target.indexOf('?');
        String path = mark < 0 ? target : target.substring(0, mark);
        List<String> segments = new ArrayList<>();
        for (String segment : path.split("/", -1)) {
            if (!segment.isEmpty()) {
                // A plus is a space in queries alone.
                segments.add(decode(segment.replace("+", "%2B")));
            }
        }
        Map<String, String> query = new HashMap<>();
        for (String pair : mark < 0 ? new String[0] : target.substring(mark + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.putIfAbsent(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return new Request(segments, query);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw HttpProblem.badRequest("The address is not percent-encoded as it should be.");
        }
    }

    /** Says whether a program asks, and not a person. */
    public boolean isApi() {
        return !segments.isEmpty() && segments.get(0).equals("api");
    }

    /** Returns a parameter that is not blank. */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    /**
     * Returns a whole number.
     *
     * @throws HttpProblem if it is none, or not within the bounds
     */
    public int number(String name, int standard, int least, int most) {
        Optional<String> text = parameter(name);
        if (text.isEmpty()) {
            return standard;
        }
        int number = text.get().matches("\\d{1,8}") ? Integer.parseInt(text.get()) : -1;
        if (number < least || number > most) {
            throw HttpProblem.badRequest(
                    "The parameter " + name + " is a whole number from " + least + " to " + most + ".");
        }
        return number;
    }
}
