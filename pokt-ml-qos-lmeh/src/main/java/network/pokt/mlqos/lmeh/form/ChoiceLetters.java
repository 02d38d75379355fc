package network.pokt.mlqos.lmeh.form;

import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts letters before choices, and finds out which choice a written answer names. */
final class ChoiceLetters {

    static final int MOST = 26;

    /** Where models end their reasoning; the last such place counts. */
    private static final Pattern STATED =
            Pattern.compile("\\b(?i:answer)(?: is)?\\s*:?\\s*[*(\"']{0,4}([A-Z])(?![\\p{L}\\p{N}'])");

    /** "A" and "I" before another word are words themselves. */
    private static final Pattern LEADING =
            Pattern.compile("^[\\s*(\"']{0,8}([B-HJ-Z]|[AI](?!\\s+\\p{Ll}))(?![\\p{L}\\p{N}'])");

    private static final Pattern TRAILING = Pattern.compile("(?<![\\p{L}\\p{N}'])([A-Z])[\\s*).\"']{0,8}$");

    /** An answer says what it has to say in its last words. */
    private static final int LONGEST = 16_384;

    private ChoiceLetters() {}

    /** Returns a line for each choice; nothing if the choices are the letters already, which the question then explains. */
    static String list(List<String> choices) {
        StringBuilder lines = new StringBuilder();
        boolean named = true;
        for (int i = 0; i < choices.size(); i++) {
            named &= choices.get(i).strip().equals(letter(i));
            lines.append(letter(i)).append(". ").append(choices.get(i).strip()).append('\n');
        }
        return named ? "" : lines.toString();
    }

    /**
     * Returns the place of the choice that an answer names: by a stated letter, by the letter that it begins or ends with, or by
     * being the choice's own words.
     */
    static OptionalInt read(String answer, List<String> choices) {
        String text = (answer.length() > LONGEST ? answer.substring(answer.length() - LONGEST) : answer).strip();
        int place = -1;
        for (Matcher stated = STATED.matcher(text); stated.find(); ) {
            place = place(stated.group(1), choices, place);
        }
        for (Pattern pattern : List.of(LEADING, TRAILING)) {
            Matcher matcher = pattern.matcher(text);
            place = place < 0 && matcher.find() ? place(matcher.group(1), choices, -1) : place;
        }
        for (int i = 0; i < choices.size() && place < 0; i++) {
            place = choices.get(i).strip().equalsIgnoreCase(withoutEnd(text)) ? i : -1;
        }
        return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
    }

    static String letter(int place) {
        return String.valueOf((char) ('A' + place));
    }

    private static int place(String letter, List<String> choices, int otherwise) {
        int place = letter.toUpperCase(Locale.ROOT).charAt(0) - 'A';
        return place < choices.size() ? place : otherwise;
    }

    private static String withoutEnd(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
