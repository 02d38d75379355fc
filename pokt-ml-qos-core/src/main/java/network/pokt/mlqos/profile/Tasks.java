package network.pokt.mlqos.profile;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Numbers the names of tasks, so that a node keeps an array and no map; knows the rule of each. Thread-safe. */
final class Tasks {

    /** Far more than any suite; a registry must not grow by whatever somebody calls a task. */
    private static final int MOST = 1024;

    private final WindowRule usual;
    private final Map<String, WindowRule> rules;
    private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
    private final List<String> names = new CopyOnWriteArrayList<>();

    Tasks(WindowRule usual, Map<String, WindowRule> rules) {
        this.usual = usual;
        this.rules = Map.copyOf(rules);
    }

    WindowRule rule(String task) {
        return rules.getOrDefault(task, usual);
    }

    int number(String task) {
        Integer known = numbers.get(task);
        return known != null ? known : numbers.computeIfAbsent(task, this::add);
    }

    private synchronized int add(String task) {
        if (names.size() == MOST) {
            throw new IllegalStateException(
                    "A profile book holds at most " + MOST + " tasks and cannot take " + task + "; use a second book.");
        }
        names.add(task);
        return names.size() - 1;
    }

    /** Returns the number of a task, -1 if there is none yet. */
    int known(String task) {
        return numbers.getOrDefault(task, -1);
    }

    String name(int number) {
        return names.get(number);
    }

    List<String> names() {
        return names;
    }
}
