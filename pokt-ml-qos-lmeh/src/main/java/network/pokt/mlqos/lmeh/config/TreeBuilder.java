package network.pokt.mlqos.lmeh.config;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Puts tasks, groups and tags together with the fields that groups hand on to their members. Not thread-safe.
 *
 * <p>Fields from outside replace those of a task; of two groups around a task the outer one counts, but an entry of a group's
 * list comes before its group.
 */
final class TreeBuilder {

    private final TaskLibrary library;
    private final Deque<String> open = new ArrayDeque<>();

    TreeBuilder(TaskLibrary library) {
        this.library = library;
    }

    /** Builds what a name stands for, with fields handed on from outside. */
    TaskTree build(String name, Map<String, @Nullable Object> handedOn) {
        TaskEntry entry = library.entry(name);
        if (entry instanceof TaskEntry.Task task) {
            return task(library.fields(task.file()), task.file().toString(), handedOn);
        } else if (entry instanceof TaskEntry.Group group) {
            return group(
                    name, new Fields(library.fields(group.file()), group.file().toString()), handedOn);
        } else if (entry instanceof TaskEntry.Tag tag) {
            return tag(name, tag, handedOn);
        } else if (entry instanceof TaskEntry.PythonClass made) {
            throw new ConfigException("The task '" + name + "' of " + made.file() + " is made by the Python class "
                    + made.type().name() + ", which is not executed; leave it out.");
        }
        throw library.unknown(name);
    }

    TaskTree file(Path file) {
        Fields fields = new Fields(library.fields(file), file.toString());
        String group = fields.text("group");
        return group == null
                ? task(fields.without(Set.of()), file.toString(), Map.of())
                : group(group, fields, Map.of());
    }

    private static TaskConfig task(
            Map<String, @Nullable Object> fields, String origin, Map<String, @Nullable Object> handedOn) {
        return TaskConfig.of(merged(fields, handedOn), origin);
    }

    private TaskGroup tag(String name, TaskEntry.Tag tag, Map<String, @Nullable Object> handedOn) {
        Map<String, @Nullable Object> unnamed = new LinkedHashMap<>(handedOn);
        // An entry {task: TAG, ...} must not rename all its tasks to TAG.
        unnamed.remove("task");
        List<TaskTree> members = new ArrayList<>();
        for (String member : tag.tasks()) {
            members.add(build(member, unnamed));
        }
        return new TaskGroup(GroupConfig.of(name, new Fields(Map.of(), "the tag " + name)), members);
    }

    private TaskGroup group(String name, Fields fields, Map<String, @Nullable Object> handedOn) {
        if (open.contains(name)) {
            throw new ConfigException(
                    "In " + fields.origin() + " the group '" + name + "' is a member of itself; take it out.");
        }
        open.push(name);
        Map<String, @Nullable Object> toMembers = merged(fields.without(GroupConfig.KEYS), handedOn);
        List<TaskTree> members = new ArrayList<>();
        Object given = fields.raw("task");
        for (Object entry : given instanceof String one ? List.of(one) : fields.list("task")) {
            TaskTree member = member(name, entry, fields, toMembers);
            // A tag is no more than the tasks that it names.
            members.addAll(
                    member instanceof TaskGroup group && isTag(group.name()) ? group.members() : List.of(member));
        }
        open.pop();
        return new TaskGroup(GroupConfig.of(name, fields), members);
    }

    private TaskTree member(
            String group, @Nullable Object entry, Fields fields, Map<String, @Nullable Object> handedOn) {
        if (entry instanceof String name) {
            return library.entry(name) == null ? inline(group, name, fields, handedOn) : build(name, handedOn);
        }
        Fields own = fields.element("task", 0, entry);
        String subgroup = own.text("group");
        if (subgroup != null) {
            return library.entry(subgroup) == null
                    ? group(group + "::" + subgroup, own, handedOn)
                    : build(subgroup, merged(handedOn, own.without(GroupConfig.KEYS)));
        }
        String name = own.text("task");
        if (name == null) {
            throw own.wrong("task", "the name of a member");
        }
        Map<String, @Nullable Object> all = merged(handedOn, own.without(Set.of()));
        return library.entry(name) == null ? inline(group, name, fields, all) : build(name, all);
    }

    private boolean isTag(String name) {
        return library.entry(name) instanceof TaskEntry.Tag;
    }

    /** Builds a task that exists in a group's list only. */
    private TaskConfig inline(String group, String name, Fields fields, Map<String, @Nullable Object> own) {
        Map<String, @Nullable Object> task = new LinkedHashMap<>(own);
        task.put("task", group + "::" + name);
        if (!own.containsKey("dataset_path") && !own.containsKey("custom_dataset")) {
            throw new ConfigException("In " + fields.origin() + " the group '" + group + "' has the member '" + name
                    + "', which is no task, group or tag and has no dataset of its own; check the name.");
        }
        return TaskConfig.of(task, fields.origin());
    }

    private static Map<String, @Nullable Object> merged(
            Map<String, @Nullable Object> under, Map<String, @Nullable Object> over) {
        Map<String, @Nullable Object> merged = new LinkedHashMap<>(under);
        merged.putAll(over);
        return merged;
    }
}
