package network.pokt.mlqos.lmeh.config;

import java.util.List;

/** A task, or a group of tasks and groups. Immutable. */
public sealed interface TaskTree permits TaskConfig, TaskGroup {

    /** Returns the name by which results are reported; that of an inline member is {@code group::member}. */
    String name();

    /** Returns all tasks in here, in order; one that is in several groups is there several times. */
    default List<TaskConfig> tasks() {
        if (this instanceof TaskGroup group) {
            return group.members().stream()
                    .flatMap(member -> member.tasks().stream())
                    .toList();
        }
        return List.of((TaskConfig) this);
    }
}
