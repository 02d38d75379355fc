package network.pokt.mlqos.samples.leaderboardsite.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import network.pokt.mlqos.samples.leaderboardsite.SiteFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A real browser on the site: what a person sees and does. Pictures of what it saw are in target/screens. */
@Tag("long")
@Timeout(300)
class BrowserTest {

    private static final Path SCREENS = Path.of("target/screens");
    private static final int TAB = 9;
    private static final int ENTER = 13;

    @TempDir
    static Path folder;

    private static SiteFixture site;
    private static Browser browser;

    @BeforeAll
    static void startBoth() throws Exception {
        assumeTrue(
                Browser.installed().isPresent(),
                "There is no Chromium on this machine, so nothing was tried in a browser.");
        site = SiteFixture.start(folder, 20, 20);
        browser = Browser.start(Browser.installed().orElseThrow());
    }

    @AfterAll
    static void stopBoth() throws Exception {
        if (browser != null) {
            browser.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @BeforeEach
    void openTheBoard() throws Exception {
        browser.errors().clear();
        browser.scripts(true);
        browser.dark(false);
        browser.size(1280, 900);
        browser.open(site.address("/"));
    }

    @AfterEach
    void nothingIsWrongOnTheConsole() {
        assertThat(browser.errors()).isEmpty();
    }

    @Test
    void the_first_paint_comes_within_a_second() throws Exception {
        double millis = browser.evaluate("new Promise(done => new PerformanceObserver(list => {"
                        + " const paint = list.getEntriesByName('first-contentful-paint')[0];"
                        + " if (paint) done(paint.startTime); }).observe({type: 'paint', buffered: true}))")
                .asDouble();
        System.out.println("[browser] first contentful paint after " + millis + " ms");

        assertThat(millis).isLessThan(1_000);
    }

    @Test
    void clicking_a_heading_sorts_and_clicking_again_turns_it_around() throws Exception {
        browser.click("th.latency a");
        List<Double> rising = values("latency");
        browser.click("th.latency a");
        List<Double> falling = values("latency");

        assertThat(rising).hasSize(20).isSorted();
        assertThat(falling).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(text("document.querySelector('th.latency').getAttribute('aria-sort')"))
                .isEqualTo("descending");
        assertThat(text("document.querySelector('#found').textContent")).endsWith("sorted by Latency, descending");
        assertThat(text("location.search")).isEmpty();
    }

    @Test
    void typing_filters_the_board() throws Exception {
        browser.click("#q");
        browser.type("small");

        long shown = browser.evaluate("[...document.querySelectorAll('#board tbody tr')].filter(r => !r.hidden).length")
                .asLong();
        assertThat(shown).isBetween(1L, 19L);
        assertThat(text("document.querySelector('#found').textContent")).isEqualTo(shown + " of 20 nodes");
    }

    @Test
    void the_keyboard_goes_everywhere_and_shows_where_it_is() throws Exception {
        browser.press("Tab", TAB);
        assertThat(text("document.activeElement.className")).isEqualTo("skip");
        while (!text("document.activeElement.parentElement.className").equals("score")) {
            browser.press("Tab", TAB);
            assertThat(text("getComputedStyle(document.activeElement).outlineStyle"))
                    .isNotEqualTo("none");
        }
        browser.press("Enter", ENTER);
        browser.press("Enter", ENTER);

        assertThat(values("score")).isSorted();
    }

    @Test
    void without_scripts_a_heading_is_a_link_that_sorts() throws Exception {
        browser.scripts(false);
        browser.open(site.address("/"));
        browser.follow("th.cost a");
        browser.follow("th.cost a");
        browser.scripts(true);

        assertThat(text("location.search")).contains("sort=cost", "dir=desc");
        assertThat(values("cost")).hasSize(20).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void the_ledger_is_checked_in_the_browser_and_a_changed_line_found() throws Exception {
        browser.open(site.address("/ledger"));
        browser.click("#check");
        assertThat(result()).startsWith("Sound: ").contains("each linked to the one before");

        browser.evaluate("(() => { const real = fetch; window.fetch = async (url) => new Response("
                + "(await (await real(url)).text()).replace('\"exact_match\":1.0', '\"exact_match\":0.0')); })()");
        browser.click("#check");
        assertThat(result()).startsWith("Broken at line ").contains("does not follow");
    }

    private static String result() throws Exception {
        return text("new Promise(done => { const look = () => {"
                + " const r = document.querySelector('#result').textContent; r ? done(r) : setTimeout(look, 50); };"
                + " look(); })");
    }

    @Test
    void no_page_is_wider_than_a_phone_and_all_are_seen_in_light_and_dark() throws Exception {
        String node = text("document.querySelector('a.name').getAttribute('href')");
        String alarmed = text("fetch('/api/v1/alarms').then(r => r.json()).then(j => '/nodes/' + j.alarms[0].service"
                + " + '/' + j.alarms[0].supplier)");
        String key = node.substring("/nodes/".length());
        String other = alarmed.substring("/nodes/".length());
        List<String> pages = List.of(
                "/",
                alarmed,
                "/compare?a=" + key.replace("/", "%2F") + "&b=" + other.replace("/", "%2F"),
                "/alarms",
                "/ledger",
                "/about",
                "/nothing");
        for (String page : pages) {
            String name = page.equals("/") ? "board" : page.replaceAll("^/(\\w+).*", "$1");
            for (int width : new int[] {1280, 390}) {
                for (boolean dark : new boolean[] {false, true}) {
                    browser.size(width, width > 600 ? 1400 : 844);
                    browser.dark(dark);
                    browser.open(site.address(page));
                    assertThat(browser.evaluate("document.documentElement.scrollWidth")
                                    .asInt())
                            .as(page + " at " + width)
                            .isLessThanOrEqualTo(width);
                    browser.screenshot(SCREENS.resolve(name + "-" + width + (dark ? "-dark" : "") + ".png"));
                }
            }
        }
        // The page that is not there is an error on the console, as it should be.
        browser.errors().removeIf(error -> error.contains("404"));
    }

    @Test
    void text_is_readable_on_its_ground_in_light_and_dark() throws Exception {
        for (boolean dark : new boolean[] {false, true}) {
            browser.dark(dark);
            browser.open(site.address("/"));
            for (String selector : List.of("body", ".lead", "a.name", "th a", ".claims", ".range", ".notice", ".tag")) {
                assertThat(contrast(selector))
                        .as(selector + (dark ? " dark" : " light"))
                        .isGreaterThan(4.5);
            }
        }
    }

    /** The contrast of WCAG 2.2 between the colour of an element and what is painted behind it. */
    private static double contrast(String selector) throws Exception {
        return browser.evaluate("""
            (() => {
              const parse = (text) => text.match(/[\\d.]+/g).map(Number);
              const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
                  .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                  .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const element = document.querySelector('%s');
              let ground = element;
              const opaque = (e) => { const c = parse(getComputedStyle(e).backgroundColor); return c.length < 4 || c[3] > 0; };
              while (ground.parentElement && !opaque(ground)) ground = ground.parentElement;
              const a = light(parse(getComputedStyle(element).color));
              const b = light(parse(getComputedStyle(ground).backgroundColor));
              return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
            })()\
            """.formatted(selector)).asDouble();
    }

    private static List<Double> values(String column) throws Exception {
        JsonNode values = browser.evaluate(
                "[...document.querySelectorAll('#board td." + column + "')].map(cell => Number(cell.dataset.value))");
        List<Double> numbers = new ArrayList<>();
        values.forEach(value -> numbers.add(value.asDouble()));
        return numbers;
    }

    private static String text(String expression) throws Exception {
        return browser.evaluate(expression).asString("");
    }
}
