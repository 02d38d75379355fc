package network.pokt.mlqos.lmeh.suite;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.Date;
import java.util.Deque;
import java.util.GregorianCalendar;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Solves puzzles from their text alone, by other means than those that made them. */
final class Solver {

    private static final Pattern TOKEN = Pattern.compile("\\d+|[-+*()]");
    private static final Set<String> ANIMALS = Set.of("cat", "dog", "hen", "goat", "duck");
    private static final String[] DAYS = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};

    private Solver() {}

    static String solve(PuzzleFamily family, String question) {
        return switch (family) {
            case ARITHMETIC -> arithmetic(question);
            case WORD_PROBLEMS -> story(question);
            case DATES -> date(question);
            case SORTING -> sorting(question);
            case COUNTING -> counting(question);
            case STRING_EDITS -> edits(question);
            case LOGIC -> logic(question);
        };
    }

    /** Dijkstra's two stacks. */
    private static String arithmetic(String question) {
        Deque<BigInteger> values = new ArrayDeque<>();
        Deque<Character> operators = new ArrayDeque<>();
        Matcher tokens = TOKEN.matcher(question.substring("What is ".length(), question.indexOf('?')));
        while (tokens.find()) {
            char first = tokens.group().charAt(0);
            if (Character.isDigit(first)) {
                values.push(new BigInteger(tokens.group()));
            } else if (first == '(') {
                operators.push(first);
            } else if (first == ')') {
                while (operators.peek() != '(') {
                    apply(values, operators.pop());
                }
                operators.pop();
            } else {
                while (!operators.isEmpty() && operators.peek() != '(' && (operators.peek() == '*' || first != '*')) {
                    apply(values, operators.pop());
                }
                operators.push(first);
            }
        }
        while (!operators.isEmpty()) {
            apply(values, operators.pop());
        }
        return values.pop().toString();
    }

    private static void apply(Deque<BigInteger> values, char operator) {
        BigInteger right = values.pop();
        BigInteger left = values.pop();
        values.push(operator == '+' ? left.add(right) : operator == '-' ? left.subtract(right) : left.multiply(right));
    }

    /** Moves things one by one between heaps. */
    private static String story(String question) {
        Map<String, List<Object>> heaps = new HashMap<>();
        for (String sentence : question.split("(?<=[.?]) ")) {
            String[] words = sentence.replaceAll("[.?]$", "").split(" ");
            if (words[0].equals("How")) {
                return Integer.toString(heaps.get(words[4]).size());
            }
            List<Object> heap = heaps.computeIfAbsent(words[0], name -> new ArrayList<>());
            switch (words[1]) {
                case "has" -> add(heap, Integer.parseInt(words[2]));
                case "loses" -> heap.subList(0, Integer.parseInt(words[2])).clear();
                case "buys" -> {
                    for (int bag = 0; bag < Integer.parseInt(words[2]); bag++) {
                        add(heap, Integer.parseInt(words[5]));
                    }
                }
                default -> {
                    int count = words[2].equals("half") ? heap.size() / 2 : Integer.parseInt(words[2]);
                    List<Object> given = heap.subList(0, count);
                    heaps.get(words[words.length - 1]).addAll(given);
                    heap.subList(0, count).clear();
                }
            }
        }
        throw new AssertionError("no question in " + question);
    }

    private static void add(List<Object> heap, int count) {
        for (int i = 0; i < count; i++) {
            heap.add(new Object());
        }
    }

    /** The calendar of the old kind, a day at a time. */
    private static String date(String question) {
        Matcher begin = Pattern.compile("Begin at (\\d+)-(\\d+)-(\\d+)\\.").matcher(question);
        begin.find();
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
        calendar.setGregorianChange(new Date(Long.MIN_VALUE));
        calendar.clear();
        calendar.set(
                Integer.parseInt(begin.group(1)),
                Integer.parseInt(begin.group(2)) - 1,
                Integer.parseInt(begin.group(3)));
        Matcher steps = Pattern.compile("Go (back|forward) (\\d+) (day|week)").matcher(question);
        while (steps.find()) {
            int days = Integer.parseInt(steps.group(2)) * (steps.group(3).equals("week") ? 7 : 1);
            for (int i = 0; i < days; i++) {
                calendar.add(Calendar.DATE, steps.group(1).equals("back") ? -1 : 1);
            }
        }
        int year = calendar.get(Calendar.YEAR);
        int month = calendar.get(Calendar.MONTH) + 1;
        int day = calendar.get(Calendar.DATE);
        return question.contains("day of the week")
                ? DAYS[sakamoto(year, month, day)]
                : "%04d-%02d-%02d".formatted(year, month, day);
    }

    /** Tomohiko Sakamoto's formula for the day of the week. */
    private static int sakamoto(int year, int month, int day) {
        int[] shifts = {0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4};
        int y = month < 3 ? year - 1 : year;
        return (y + y / 4 - y / 100 + y / 400 + shifts[month - 1] + day) % 7;
    }

    /** Selection sort on numbers or letters. */
    private static String sorting(String question) {
        String list = question.substring(question.indexOf(": ") + 2, question.indexOf(". The answer"));
        List<String> rest = new ArrayList<>(Arrays.asList(list.split(", ")));
        boolean falling = question.contains("from the largest");
        List<String> sorted = new ArrayList<>();
        while (!rest.isEmpty()) {
            String best = rest.get(0);
            for (String each : rest) {
                if (question.contains("numbers") ? numberBefore(each, best, falling) : letterBefore(each, best)) {
                    best = each;
                }
            }
            rest.remove(best);
            sorted.add(best);
        }
        return String.join(", ", sorted);
    }

    private static boolean numberBefore(String one, String other, boolean falling) {
        int order = new BigInteger(one).subtract(new BigInteger(other)).signum();
        return falling ? order > 0 : order < 0;
    }

    private static boolean letterBefore(String one, String other) {
        for (int i = 0; i < Math.min(one.length(), other.length()); i++) {
            if (one.charAt(i) != other.charAt(i)) {
                return one.charAt(i) < other.charAt(i);
            }
        }
        return one.length() < other.length();
    }

    private static String counting(String question) {
        Matcher letter = Pattern.compile("letter (.) occur in (\\w+)\\?").matcher(question);
        if (letter.find()) {
            String row = letter.group(2);
            return Integer.toString(
                    row.length() - row.replace(letter.group(1), "").length());
        }
        Matcher word =
                Pattern.compile("word (\\w+) occur in this list\\? (.*?)\\.").matcher(question);
        if (word.find()) {
            return Long.toString(Arrays.stream(word.group(2).split(" "))
                    .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()))
                    .getOrDefault(word.group(1), 0L));
        }
        int animals = 0;
        Matcher things = Pattern.compile("(\\d+) ([a-z]+?)s?(?=,| and|\\.)").matcher(question);
        while (things.find()) {
            animals += ANIMALS.contains(things.group(2)) ? Integer.parseInt(things.group(1)) : 0;
        }
        return Integer.toString(animals);
    }

    /** Edits a list of single letters. */
    private static String edits(String question) {
        List<String> row = new ArrayList<>();
        for (String sentence : question.split("\\. ?")) {
            String[] words = sentence.split(" ");
            String last = words[words.length - 1];
            switch (words[0]) {
                case "Begin" -> row.addAll(List.of(last.split("")));
                case "Reverse" -> Collections.reverse(row);
                case "Move" -> row.add(row.remove(0));
                case "Replace" -> row.replaceAll(each -> each.equals(words[2]) ? last : each);
                case "Put" -> row.add(words[2].equals("before") ? 0 : row.size(), words[1]);
                case "Write" ->
                    row.addAll(new ArrayList<>(row.subList(row.size() - Integer.parseInt(words[3]), row.size())));
                case "Remove" -> row.remove(Integer.parseInt(last) - 1);
                default -> {
                    return String.join("", row);
                }
            }
        }
        return String.join("", row);
    }

    /** Goes through all orders by swaps (Heap's algorithm) and expects exactly one to fit. */
    private static String logic(String question) {
        String[] sentences = question.split("(?<=[.?]) ");
        List<String> people = new ArrayList<>(List.of(sentences[0]
                .substring(0, sentences[0].indexOf(" stand in a row"))
                .split(", | and ")));
        List<String> fitting = new ArrayList<>();
        Matcher asked = Pattern.compile("Who stands at place (\\d+)").matcher(question);
        asked.find();
        permute(people, people.size(), order -> {
            if (Arrays.stream(sentences, 1, sentences.length).allMatch(clue -> holds(clue, order))) {
                fitting.add(order.get(Integer.parseInt(asked.group(1)) - 1));
            }
        });
        if (fitting.size() != 1) {
            throw new AssertionError(fitting.size() + " orders fit " + question);
        }
        return fitting.get(0);
    }

    private static boolean holds(String clue, List<String> order) {
        String[] words = clue.replaceAll("[.?]$", "").split(" ");
        int place = order.indexOf(words[0]);
        String last = words[words.length - 1];
        if (clue.contains("to the left of")) {
            return place < order.indexOf(last);
        } else if (clue.contains("right beside")) {
            int other = order.indexOf(last);
            return place == other + 1 || place == other - 1;
        } else if (clue.contains("does not stand")) {
            return place + 1 != Integer.parseInt(last);
        } else if (clue.contains("stands at place") && !clue.startsWith("Who")) {
            return place + 1 == Integer.parseInt(last);
        }
        return true;
    }

    private static void permute(List<String> people, int count, Consumer<List<String>> use) {
        if (count == 1) {
            use.accept(people);
            return;
        }
        for (int i = 0; i < count; i++) {
            permute(people, count - 1, use);
            Collections.swap(people, count % 2 == 0 ? i : 0, count - 1);
        }
    }
}
