package network.pokt.mlqos.lmeh.config;

import java.util.List;

/**
 * A group with its members.
 *
 * @param config what the group says of itself
 * @param members tasks and groups, in the order of the file
 */
public record TaskGroup(GroupConfig config, List<TaskTree> members) implements TaskTree {

    public TaskGroup {
        members = List.copyOf(members);
    }

    @Override
    public String name() {
        return config.group();
    }
}
