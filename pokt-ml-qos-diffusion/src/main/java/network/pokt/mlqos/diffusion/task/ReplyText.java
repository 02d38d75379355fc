package network.pokt.mlqos.diffusion.task;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import network.pokt.mlqos.diffusion.api.ReturnedImage;

/**
 * Pictures as the text of a reply, a line for each: the engine carries texts. What a node sends cannot break a line, since
 * line breaks are taken out of it, which leaves them as wrong as they were.
 */
final class ReplyText {

    private static final String EMBEDDED = "image ";
    private static final String FILTERED = "filtered ";
    private static final String LINK = "link ";

    private ReplyText() {}

    static String write(List<ReturnedImage> images) {
        List<String> lines = new ArrayList<>();
        for (ReturnedImage image : images) {
            if (image instanceof ReturnedImage.Embedded embedded) {
                lines.add((embedded.filtered() ? FILTERED : EMBEDDED) + oneLine(embedded.base64()));
            } else if (image instanceof ReturnedImage.Link link) {
                lines.add(LINK + oneLine(link.url()));
            }
        }
        return String.join("\n", lines);
    }

    static List<ReturnedImage> read(String text) {
        List<ReturnedImage> images = new ArrayList<>();
        for (String line : text.split("\n", -1)) {
            if (line.startsWith(LINK)) {
                images.add(new ReturnedImage.Link(line.substring(LINK.length())));
            } else if (line.startsWith(FILTERED) || line.startsWith(EMBEDDED)) {
                boolean filtered = line.startsWith(FILTERED);
                String base64 = line.substring((filtered ? FILTERED : EMBEDDED).length());
                images.add(new ReturnedImage.Embedded(base64, filtered, OptionalLong.empty()));
            }
        }
        return images;
    }

    private static String oneLine(String text) {
        return text.replace('\n', ' ');
    }
}
