package network.pokt.mlqos.lmeh.ifeval;

/** Takes single characters away from the ends of a text. */
final class Strips {

    private Strips() {}

    static String both(String text, char character) {
        return leading(trailing(text, character), character);
    }

    static String leading(String text, char character) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == character) {
            start++;
        }
        return text.substring(start);
    }

    static String trailing(String text, char character) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == character) {
            end--;
        }
        return text.substring(0, end);
    }

    static String prefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    static String suffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }
}
