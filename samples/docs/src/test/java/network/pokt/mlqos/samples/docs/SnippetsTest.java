package network.pokt.mlqos.samples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnippetsTest {

    /** A page shows what works; parts of something are the exception. */
    private static final int MOST_FRAGMENTS = 5;

    @Test
    void every_snippet_of_the_documentation_compiles() {
        List<Snippet> snippets = blocks("java").stream().map(Snippet::of).toList();

        assertThat(snippets).hasSizeGreaterThan(20);
        assertThat(SnippetCompiler.mistakes(snippets)).isEmpty();
    }

    @Test
    void few_snippets_are_only_fragments() {
        assertThat(blocks(Snippet.FRAGMENT)).hasSizeLessThanOrEqualTo(MOST_FRAGMENTS);
    }

    @Test
    void a_mistake_is_named_with_page_and_line() {
        Page page = new Page(
                Documentation.ROOT.resolve("docs/page.md"),
                List.of(
                        "# Page",
                        "",
                        "```java",
                        "import java.util.zip.CRC32;",
                        "CRC32 sum = new CRC32();",
                        "sum.add(1);",
                        "```"));

        List<Snippet> snippets = page.blocks().stream().map(Snippet::of).toList();

        assertThat(SnippetCompiler.mistakes(snippets))
                .singleElement()
                .asString()
                .startsWith("docs/page.md:6: cannot find symbol");
    }

    private static List<Page.Block> blocks(String info) {
        return Documentation.pages().stream()
                .flatMap(page -> page.blocks().stream())
                .filter(block -> block.info().equals(info))
                .toList();
    }
}
