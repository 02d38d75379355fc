package network.pokt.mlqos.lmeh.ifeval;

import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.python.PythonRegex;
import network.pokt.mlqos.python.PythonText;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Instructions about the form of a response. */
final class FormatInstructions {

    private static final PythonRegex PLACEHOLDER = PythonRegex.compile("\\[.*?\\]");
    private static final PythonRegex STAR_BULLET = PythonRegex.compile("(?m)^\\s*\\*[^\\*].*$");
    private static final PythonRegex DASH_BULLET = PythonRegex.compile("(?m)^\\s*-.*$");
    private static final PythonRegex HIGHLIGHT = PythonRegex.compile("\\*[^\\n\\*]*\\*");
    private static final PythonRegex DOUBLE_HIGHLIGHT = PythonRegex.compile("\\*\\*[^\\n\\*]*\\*\\*");
    private static final PythonRegex TITLE = PythonRegex.compile("<<[^\\n]+>>");
    private static final String RESPONSE_DIVIDER = "******";
    private static final String FENCE = "```";

    private static final List<String> OPTIONS = List.of("My answer is yes.", "My answer is no.", "My answer is maybe.");

    /** Reads what Python reads: NaN and infinities too, but nothing behind the value. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private FormatInstructions() {}

    static Instruction placeholders(InstructionArguments arguments) {
        int asked = arguments.count("num_placeholders");
        return response -> Patterns.count(PLACEHOLDER, response) >= asked;
    }

    static Instruction postscript(InstructionArguments arguments) {
        String marker = PythonText.strip(arguments.text("postscript_marker"));
        String expression = switch (marker) {
            case "P.P.S" -> "p\\.\\s?p\\.\\s?s";
            case "P.S." -> "p\\.\\s?s\\.";
            default -> PythonText.lower(marker);
        };
        PythonRegex postscript = PythonRegex.compile("(?m)\\s*" + expression + ".*$");
        return response -> Patterns.find(postscript, PythonText.lower(response));
    }

    static Instruction bullets(InstructionArguments arguments) {
        int asked = arguments.count("num_bullets");
        return response -> Patterns.count(STAR_BULLET, response) + Patterns.count(DASH_BULLET, response) == asked;
    }

    static Instruction options(InstructionArguments arguments) {
        return response -> OPTIONS.stream().anyMatch(response::contains);
    }

    static Instruction highlights(InstructionArguments arguments) {
        int asked = arguments.count("num_highlights");
        return response -> {
            long single = Patterns.matches(HIGHLIGHT, response).stream()
                    .filter(highlight -> !isBlank(Strips.both(highlight, '*')))
                    .count();
            long twice = Patterns.matches(DOUBLE_HIGHLIGHT, response).stream()
                    .filter(highlight -> !isBlank(highlight.substring(2, highlight.length() - 2)))
                    .count();
            return single + twice >= asked;
        };
    }

    static Instruction sections(InstructionArguments arguments) {
        int asked = arguments.count("num_sections");
        PythonRegex heading =
                PythonRegex.compile("\\s?" + PythonText.strip(arguments.text("section_spliter")) + "\\s?\\d+\\s?");
        return response -> Patterns.count(heading, response) >= asked;
    }

    static Instruction json(InstructionArguments arguments) {
        return response -> {
            String text = PythonText.strip(response);
            for (String fence : List.of(FENCE + "json", FENCE + "Json", FENCE + "JSON", FENCE)) {
                text = Strips.prefix(text, fence);
            }
            return isJson(PythonText.strip(Strips.suffix(text, FENCE)));
        };
    }

    static Instruction title(InstructionArguments arguments) {
        return response -> Patterns.matches(TITLE, response).stream()
                .anyMatch(title -> !isBlank(Strips.trailing(Strips.leading(title, '<'), '>')));
    }

    /** There are two responses that are not the same, with a divider between and perhaps around them. */
    static Instruction twoResponses(InstructionArguments arguments) {
        return response -> {
            String[] parts = response.split(java.util.regex.Pattern.quote(RESPONSE_DIVIDER), -1);
            List<String> responses = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) {
                String part = PythonText.strip(parts[i]);
                if (!part.isEmpty()) {
                    responses.add(part);
                } else if (i > 0 && i < parts.length - 1) {
                    return false;
                }
            }
            return responses.size() == 2 && !responses.get(0).equals(responses.get(1));
        };
    }

    static Instruction quotation(InstructionArguments arguments) {
        return response -> {
            String text = PythonText.strip(response);
            return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        };
    }

    private static boolean isJson(String text) {
        try {
            return !JSON.readTree(text).isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static boolean isBlank(String text) {
        return PythonText.strip(text).isEmpty();
    }
}
