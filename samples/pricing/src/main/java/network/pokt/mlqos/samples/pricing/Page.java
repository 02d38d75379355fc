package network.pokt.mlqos.samples.pricing;

import java.util.Map;

/**
 * A Markdown page with sections that are made by a program, each between {@code <!-- begin NAME -->} and {@code <!-- end NAME
 * -->}.
 */
record Page(String text) {

    /** Returns the page with the text of each section replaced. */
    String with(Map<String, String> sections) {
        String page = text;
        for (Map.Entry<String, String> section : sections.entrySet()) {
            String begin = "<!-- begin " + section.getKey() + " -->\n";
            int from = page.indexOf(begin);
            int to = page.indexOf("<!-- end " + section.getKey() + " -->");
            if (from < 0 || to < from) {
                throw new IllegalArgumentException(
                        "The page has no section '" + section.getKey() + "', add its two marks.");
            }
            page = page.substring(0, from + begin.length()) + section.getValue() + page.substring(to);
        }
        return page;
    }
}
