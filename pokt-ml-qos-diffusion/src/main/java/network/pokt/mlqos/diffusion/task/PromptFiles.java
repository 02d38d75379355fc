package network.pokt.mlqos.diffusion.task;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads prompts from the files in which they are published. */
final class PromptFiles {

    private PromptFiles() {}

    static List<ImagePrompt> table(Path file, char separator, String promptColumn, String categoryColumn) {
        List<List<String>> rows = rows(text(file), separator);
        int prompt = rows.isEmpty() ? -1 : rows.get(0).indexOf(promptColumn);
        int category = rows.isEmpty() ? -1 : rows.get(0).indexOf(categoryColumn);
        if (prompt < 0 || category < 0) {
            throw new PromptSetException("The file " + file + " has no columns '" + promptColumn + "' and '"
                    + categoryColumn + "' in its first line; is it the right file?");
        }
        List<ImagePrompt> prompts = new ArrayList<>();
        for (List<String> row : rows.subList(1, rows.size())) {
            if (row.size() <= Math.max(prompt, category) || row.get(prompt).isBlank()) {
                throw new PromptSetException("A line of " + file + " has no prompt: " + row + ".");
            }
            prompts.add(new ImagePrompt(row.get(prompt), row.get(category)));
        }
        return prompts;
    }

    static List<ImagePrompt> lines(Path file, String promptField, String categoryField) {
        JsonMapper mapper = JsonMapper.builder().build();
        List<ImagePrompt> prompts = new ArrayList<>();
        int number = 0;
        for (String line : text(file).split("\n", -1)) {
            number++;
            if (!line.isBlank()) {
                JsonNode object = json(mapper, line, file, number);
                prompts.add(new ImagePrompt(
                        field(object, promptField, file, number), field(object, categoryField, file, number)));
            }
        }
        return prompts;
    }

    static List<ImagePrompt> captions(Path file) {
        JsonNode annotations =
                json(JsonMapper.builder().build(), text(file), file, 1).get("annotations");
        if (annotations == null || !annotations.isArray()) {
            throw new PromptSetException(
                    "The file " + file + " has no list 'annotations'; give a captions file of COCO.");
        }
        List<ImagePrompt> prompts = new ArrayList<>();
        annotations.forEach(annotation -> prompts.add(
                new ImagePrompt(field(annotation, "caption", file, 1).strip(), "")));
        return prompts;
    }

    private static JsonNode json(JsonMapper mapper, String text, Path file, int line) {
        try {
            return mapper.readTree(text);
        } catch (JacksonException e) {
            throw new PromptSetException("Line " + line + " of " + file + " is no JSON.");
        }
    }

    private static String field(@Nullable JsonNode object, String name, Path file, int line) {
        JsonNode value = object == null ? null : object.get(name);
        if (value == null || !value.isString()) {
            throw new PromptSetException("Line " + line + " of " + file + " has no text '" + name + "'.");
        }
        return value.asString();
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new PromptSetException("The prompts in " + file + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Splits a table; only comma-separated files quote their fields. */
    private static List<List<String>> rows(String text, char separator) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && separator == ',') {
                if (quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    field.append(c);
                    i++;
                } else {
                    quoted = !quoted;
                }
            } else if (!quoted && (c == separator || c == '\n')) {
                row.add(field.toString());
                field.setLength(0);
                if (c == '\n') {
                    rows.add(row);
                    row = new ArrayList<>();
                }
            } else if (c != '\r') {
                field.append(c);
            }
        }
        if (field.length() > 0 || !row.isEmpty()) {
            row.add(field.toString());
            rows.add(row);
        }
        return rows;
    }
}
