package network.pokt.mlqos.lmeh.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which names the files of one folder give, and which files give none. Immutable. */
final class TaskIndex {

    private static final Set<String> IGNORED_FOLDERS = Set.of("__pycache__", ".ipynb_checkpoints");

    private final Map<String, TaskEntry> entries;
    private final Map<Path, String> problems;

    private TaskIndex(Map<String, TaskEntry> entries, Map<Path, String> problems) {
        this.entries = Collections.unmodifiableMap(entries);
        this.problems = Collections.unmodifiableMap(problems);
    }

    /** What one file says of itself, or why it says nothing. */
    private sealed interface Outline {
        record Named(Path file, String name, TaskEntry entry, List<String> tags) implements Outline {}

        record Problem(Path file, String message) implements Outline {}
    }

    /**
     * Reads all files {@code *.yaml} below a folder, on all processors.
     *
     * <p>The first file that gives a name counts, in the order of their paths. A file that cannot be used is a problem of its
     * own and does not keep others from being used.
     *
     * @throws ConfigException if the folder cannot be read
     */
    static TaskIndex of(Path root, TaskFiles files) {
        List<Outline> outlines = yamlFiles(root).parallelStream()
                .map(file -> outline(file, files))
                .toList();
        Map<String, TaskEntry> entries = new TreeMap<>();
        Map<String, Set<String>> tags = new TreeMap<>();
        Map<Path, String> problems = new TreeMap<>();
        for (Outline outline : outlines) {
            if (outline instanceof Outline.Problem problem) {
                problems.put(problem.file(), problem.message());
            } else if (outline instanceof Outline.Named named) {
                add(named, entries, tags, problems);
            }
        }
        tags.forEach((tag, tasks) -> entries.putIfAbsent(tag, new TaskEntry.Tag(List.copyOf(tasks))));
        return new TaskIndex(entries, problems);
    }

    Map<String, TaskEntry> entries() {
        return entries;
    }

    /** Returns the files that give no name, with the reason. */
    Map<Path, String> problems() {
        return problems;
    }

    private static void add(
            Outline.Named named,
            Map<String, TaskEntry> entries,
            Map<String, Set<String>> tags,
            Map<Path, String> problems) {
        if (entries.containsKey(named.name()) || tags.containsKey(named.name())) {
            problems.put(named.file(), "The name '" + named.name() + "' is taken by another file or tag; rename it.");
            return;
        }
        entries.put(named.name(), named.entry());
        for (String tag : named.tags()) {
            if (!entries.containsKey(tag)) {
                tags.computeIfAbsent(tag, key -> new TreeSet<>()).add(named.name());
            }
        }
    }

    private static Outline outline(Path file, TaskFiles files) {
        try {
            Fields fields = new Fields(files.load(file), file.toString());
            String key = fields.has("group") && !fields.has("class") ? "group" : "task";
            String name = fields.text(key);
            if (name == null) {
                return new Outline.Problem(file, "It names neither a task nor a group.");
            }
            List<String> tags = key.equals("task") ? fields.texts("tag") : List.of();
            return new Outline.Named(file, name, entry(file, key, fields.function("class")), tags);
        } catch (ConfigException e) {
            return new Outline.Problem(file, String.valueOf(e.getMessage()));
        }
    }

    private static TaskEntry entry(Path file, String key, @Nullable FunctionRef type) {
        if (type != null) {
            return new TaskEntry.PythonClass(file, type);
        }
        return key.equals("group") ? new TaskEntry.Group(file) : new TaskEntry.Task(file);
    }

    private static List<Path> yamlFiles(Path root) {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(root.toAbsolutePath().normalize(), new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    Path name = folder.getFileName();
                    return name != null && IGNORED_FOLDERS.contains(name.toString())
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(".yaml")) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException | UncheckedIOException e) {
            throw new ConfigException(
                    "The folder of tasks " + root + " cannot be read (" + e + "); check its path.", e);
        }
        files.sort(Comparator.comparing(file -> file.toString().replace('\\', '/')));
        return files;
    }
}
