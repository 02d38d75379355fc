"""Prints what lm_eval makes of every group and tag of its own tasks, one JSON object per line: name and tree, where a task
is its name with its fields before defaults, and a group its name with its members.

usage: export_groups.py TASKS_FOLDER > groups.jsonl   (with the Python of an installation of lm_eval 0.4.13)
"""
import json
import logging
import sys
from pathlib import Path

import lm_eval.tasks._factory as factory
import lm_eval.tasks._yaml_loader as yaml_loader
from export_yaml import plain
from lm_eval.config.task import TaskConfig
from lm_eval.tasks._index import Kind, TaskIndex

NOT_FIELDS = ("metadata", "tag", "group", "task_list")


class Task:
    """Takes the place of lm_eval's task, which would load its dataset."""

    def __init__(self, config):
        hash(config["task"])  # a task is looked up by its name
        self.tree = {"task": config["task"], "fields": {k: plain(v) for k, v in config.items() if k not in NOT_FIELDS}}
        TaskConfig(**{k: v for k, v in config.items()})


class Group:
    def __init__(self, name):
        self.tree = {"group": name, "members": []}

    def add(self, child):
        self.tree["members"].append(child.tree)

    @classmethod
    def from_config(cls, config):
        return cls(config.group)


def tree(name, entry, index):
    try:
        built = factory.TaskFactory().build(entry, registry=dict(index))
    except (TypeError, ValueError) as error:  # what fails here must fail there
        return {"error": str(error)}
    return [task.tree for task in built] if isinstance(built, list) else built.tree


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    yaml_loader._import_func_in_yml = lambda qualified, folder: f"{folder}/{qualified}"
    factory.ConfigurableTask = Task
    factory.Group = Group
    index = TaskIndex.build([Path(sys.argv[1]).resolve()])
    for name, entry in sorted(index.items()):
        if entry.kind in (Kind.GROUP, Kind.TAG):
            print(json.dumps({"name": name, "tree": tree(name, entry, index)}))
