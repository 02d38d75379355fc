package network.pokt.mlqos.lmeh.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The tasks, groups and tags of one or several folders of task files. Immutable and thread-safe.
 *
 * <pre>{@code
 * TaskLibrary library = TaskLibrary.of(Path.of("venv/lib/python3.11/site-packages/lm_eval/tasks"));
 * TaskConfig gsm8k = library.task("gsm8k");
 * TaskTree mmlu = library.tree("mmlu");
 * }</pre>
 *
 * <p>Names are found when the library is made; what they stand for is read when it is asked for. A folder that is named later
 * comes before an earlier one where both have a name.
 */
public final class TaskLibrary {

    private final TaskFiles files;
    private final Map<String, TaskEntry> entries;
    private final Map<Path, String> problems;

    private TaskLibrary(TaskFiles files, Map<String, TaskEntry> entries, Map<Path, String> problems) {
        this.files = files;
        this.entries = Collections.unmodifiableMap(entries);
        this.problems = Collections.unmodifiableMap(problems);
    }

    /**
     * Returns the library of these folders with standard limits.
     *
     * @throws ConfigException if a folder cannot be read
     */
    public static TaskLibrary of(Path... roots) {
        return of(List.of(roots), YamlLimits.standard());
    }

    /** Returns the library of these folders. */
    public static TaskLibrary of(Collection<Path> roots, YamlLimits limits) {
        TaskFiles files = new TaskFiles(limits);
        Map<String, TaskEntry> entries = new TreeMap<>();
        Map<Path, String> problems = new TreeMap<>();
        for (Path root : roots) {
            TaskIndex index = TaskIndex.of(root, files);
            entries.putAll(index.entries());
            problems.putAll(index.problems());
        }
        return new TaskLibrary(files, entries, problems);
    }

    /** Returns the names of all tasks, those included that a Python class makes. */
    public SortedSet<String> tasks() {
        SortedSet<String> names = names(TaskEntry.Task.class);
        names.addAll(names(TaskEntry.PythonClass.class));
        return names;
    }

    public SortedSet<String> groups() {
        return names(TaskEntry.Group.class);
    }

    public SortedSet<String> tags() {
        return names(TaskEntry.Tag.class);
    }

    /** Returns whether a name is that of a task which a Python class makes; such a task cannot be had. */
    public boolean isPythonClass(String name) {
        return entries.get(name) instanceof TaskEntry.PythonClass;
    }

    /** Returns the files that give no name, with the reason in a sentence. */
    public Map<Path, String> problems() {
        return problems;
    }

    /**
     * Returns a task.
     *
     * @throws ConfigException if there is none of this name, it is made by a Python class, or its file is wrong
     */
    public TaskConfig task(String name) {
        if (tree(name) instanceof TaskConfig task) {
            return task;
        }
        throw new ConfigException("'" + name + "' is a group or tag of tasks; ask for its tree.");
    }

    /**
     * Returns a task, a group with its members, or a tag as a group that has no values of its own.
     *
     * @throws ConfigException if there is none of this name, or something in it cannot be used
     */
    public TaskTree tree(String name) {
        return new TreeBuilder(this).build(name, Map.of());
    }

    /** Returns the task or group in a file, whether or not the file lies in a folder of this library. */
    public TaskTree file(Path file) {
        return new TreeBuilder(this).file(file);
    }

    /**
     * Returns the names that a pattern fits, sorted; {@code *} stands for any text, {@code ?} for any character.
     *
     * @throws ConfigException if it fits none
     */
    public List<String> matching(String pattern) {
        if (entries.containsKey(pattern)) {
            return List.of(pattern);
        }
        NamePattern names = NamePattern.of(pattern);
        List<String> found = new ArrayList<>();
        for (String name : entries.keySet()) {
            if (names.fits(name)) {
                found.add(name);
            }
        }
        if (found.isEmpty()) {
            throw unknown(pattern);
        }
        return found;
    }

    @Nullable
    TaskEntry entry(String name) {
        return entries.get(name);
    }

    Map<String, @Nullable Object> fields(Path file) {
        return new LinkedHashMap<>(files.load(file));
    }

    ConfigException unknown(String name) {
        return new ConfigException("There is no task, group or tag '" + name + "' among " + entries.size()
                + " names; check it, or add the folder that has it.");
    }

    private SortedSet<String> names(Class<? extends TaskEntry> kind) {
        SortedSet<String> names = new TreeSet<>();
        entries.forEach((name, entry) -> {
            if (kind.isInstance(entry)) {
                names.add(name);
            }
        });
        return names;
    }
}
