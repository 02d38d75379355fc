package network.pokt.mlqos.lmeh.config;

import java.util.regex.Pattern;

/**
 * A pattern for names with {@code *} and {@code ?}.
 *
 * @param expression the pattern as a regular expression
 */
record NamePattern(Pattern expression) {

    static NamePattern of(String pattern) {
        StringBuilder expression = new StringBuilder();
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            switch (c) {
                case '*' -> expression.append(".*");
                case '?' -> expression.append('.');
                default -> expression.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return new NamePattern(Pattern.compile(expression.toString(), Pattern.DOTALL));
    }

    boolean fits(String name) {
        return expression.matcher(name).matches();
    }
}
