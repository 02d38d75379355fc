package network.pokt.mlqos.samples.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page of Markdown, as far as tests look at it: fenced blocks, links and headings.
 *
 * @param file where it is
 * @param lines its lines
 */
record Page(Path file, List<String> lines) {

    private static final String FENCE = "```";
    private static final Pattern CODE = Pattern.compile("`[^`]*`");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)|(?:src|href)=\"([^\"]+)\"");
    private static final Pattern HEADING = Pattern.compile("#{1,6} (.*)");

    /**
     * A fenced block.
     *
     * @param page what it stands in
     * @param line the line of its first line of content, from 1
     * @param info what stands behind the opening fence, such as {@code java}
     */
    record Block(Page page, int line, String info, String text) {}

    /**
     * A link to a page, a picture or a place.
     *
     * @param line where it stands, from 1
     * @param target what it points at, as it is written
     */
    record Link(Page page, int line, String target) {

        @Override
        public String toString() {
            return page.name() + ":" + line + ": " + target;
        }
    }

    static Page read(Path file) {
        return new Page(file, Documentation.text(file).lines().toList());
    }

    /** Returns the name that a reader would use, such as {@code docs/tokens.md}. */
    String name() {
        return Documentation.ROOT.relativize(file).toString().replace('\\', '/');
    }

    /** Returns all fenced blocks. */
    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        int open = -1;
        for (int i = 0; i < lines.size(); i++) {
            if (!lines.get(i).strip().startsWith(FENCE)) {
                continue;
            }
            if (open < 0) {
                open = i;
            } else {
                String info = lines.get(open).strip().substring(FENCE.length()).strip();
                blocks.add(new Block(this, open + 2, info, String.join("\n", lines.subList(open + 1, i))));
                open = -1;
            }
        }
        if (open >= 0) {
            throw new IllegalStateException(name() + ":" + (open + 1) + ": this fence is never closed");
        }
        return blocks;
    }

    /** Returns all links outside of code. */
    List<Link> links() {
        List<Link> links = new ArrayList<>();
        List<String> prose = prose();
        for (int i = 0; i < prose.size(); i++) {
            Matcher matcher = LINK.matcher(CODE.matcher(prose.get(i)).replaceAll("code"));
            while (matcher.find()) {
                links.add(new Link(this, i + 1, matcher.group(1) != null ? matcher.group(1) : matcher.group(2)));
            }
        }
        return links;
    }

    /** Returns the anchors of the headings, as GitHub makes them. */
    Set<String> anchors() {
        Set<String> anchors = new TreeSet<>();
        Map<String, Integer> seen = new HashMap<>();
        for (String line : prose()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                String anchor = heading.group(1)
                        .strip()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-');
                int before = seen.merge(anchor, 1, Integer::sum) - 1;
                anchors.add(before == 0 ? anchor : anchor + "-" + before);
            }
        }
        return anchors;
    }

    /** Returns the lines, with those of fenced blocks empty. */
    private List<String> prose() {
        List<String> prose = new ArrayList<>(lines.size());
        boolean code = false;
        for (String line : lines) {
            boolean fence = line.strip().startsWith(FENCE);
            prose.add(code || fence ? "" : line);
            code ^= fence;
        }
        return prose;
    }
}
