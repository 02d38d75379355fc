package network.pokt.mlqos.samples.leaderboardsite.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of HTML with places for values, <code>{{name}}</code>, in text or in quoted attributes. Whatever is filled in is escaped
 * unless it is {@link Html}. Immutable.
 */
final class Template {

    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

    private final String file;
    private final List<String> texts = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private Template(String file, String source) {
        this.file = file;
        Matcher place = PLACE.matcher(source);
        int end = 0;
        while (place.find()) {
            texts.add(source.substring(end, place.start()));
            names.add(place.group(1));
            end = place.end();
        }
        texts.add(source.substring(end));
    }

    /** Reads a template from the resources beside this class. */
    static Template of(String file) {
        return new Template(file, new String(resource(file), StandardCharsets.UTF_8));
    }

    /** Reads a file from the resources beside this class. */
    static byte[] resource(String file) {
        try (InputStream in = Template.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The resource " + file + " is not in the jar.");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("The resource " + file + " cannot be read.", e);
        }
    }

    /**
     * Fills in values.
     *
     * @throws IllegalStateException if one is missing
     */
    Html fill(Map<String, ?> values) {
        StringBuilder filled = new StringBuilder(texts.get(0));
        for (int i = 0; i < names.size(); i++) {
            Object value = values.get(names.get(i));
            if (value == null) {
                throw new IllegalStateException("The template " + file + " needs a value for " + names.get(i) + ".");
            }
            filled.append(Html.of(value)).append(texts.get(i + 1));
        }
        return Html.written(filled.toString());
    }
}
