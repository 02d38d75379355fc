package network.pokt.mlqos.template;

import java.util.Arrays;
import network.pokt.mlqos.template.TemplateException.Kind;

/** The text of a template, with its lines. Immutable. */
final class Source {

    private final String text;
    private final int[] lineStarts;

    Source(String text) {
        this.text = text;
        this.lineStarts = java.util.stream.IntStream.concat(
                        java.util.stream.IntStream.of(0),
                        java.util.stream.IntStream.range(0, text.length())
                                .filter(index -> text.charAt(index) == '\n')
                                .map(index -> index + 1))
                .toArray();
    }

    String text() {
        return text;
    }

    /** Returns the line of an offset, from 1. */
    int line(int offset) {
        int index = Arrays.binarySearch(lineStarts, offset);
        return index >= 0 ? index + 1 : -index - 1;
    }

    private int column(int offset) {
        return offset - lineStarts[line(offset) - 1] + 1;
    }

    /** Returns an error at an offset. */
    TemplateException error(Kind kind, String reason, int offset) {
        return located(new TemplateException(kind, reason), offset);
    }

    /** Returns an error with the place of an offset, or itself if it knows its place. */
    TemplateException located(TemplateException error, int offset) {
        return error.at(line(offset), column(offset));
    }
}
