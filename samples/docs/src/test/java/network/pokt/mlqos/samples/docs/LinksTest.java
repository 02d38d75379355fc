package network.pokt.mlqos.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LinksTest {

    private final Map<Path, Page> pages =
            Documentation.pages().stream().collect(Collectors.toMap(Page::file, Function.identity()));

    @Test
    void every_relative_link_points_at_something() {
        List<Page.Link> links = links();

        assertThat(links).hasSizeGreaterThan(50);
        assertThat(links).filteredOn(link -> !resolves(link)).isEmpty();
    }

    @Test
    void every_page_is_in_the_index() {
        Page index = pages.get(Documentation.ROOT.resolve("docs/README.md"));
        Set<Path> indexed =
                index.links().stream().map(link -> file(index, link.target())).collect(Collectors.toSet());

        assertThat(pages.keySet())
                .filteredOn(page -> page.startsWith(Documentation.ROOT.resolve("docs")))
                .filteredOn(
                        page -> !page.equals(index.file()) && !page.getParent().endsWith("adr"))
                .allSatisfy(page -> assertThat(indexed).contains(page));
    }

    private List<Page.Link> links() {
        return pages.values().stream()
                .flatMap(page -> page.links().stream())
                .filter(link -> !link.target().matches("[a-z]+:.*"))
                .toList();
    }

    private boolean resolves(Page.Link link) {
        Path file = file(link.page(), link.target());
        int hash = link.target().indexOf('#');
        if (hash < 0) {
            return Files.exists(file);
        }
        Page page = pages.get(file);
        return page != null && page.anchors().contains(link.target().substring(hash + 1));
    }

    private static Path file(Page page, String target) {
        String name = target.replaceFirst("#.*", "");
        return name.isEmpty() ? page.file() : page.file().resolveSibling(name).normalize();
    }
}
