"""Every kind of act the workspace does has a name for the Edit menu."""

import ast
from pathlib import Path

import writerdesk.workspace
from writerdesk.story.acts import Act
from writerdesk.story.sentences import act_name


def kinds_in_the_workspace():
    for path in Path(writerdesk.workspace.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and node.func.attr in ("_do", "become")
                and isinstance(node.args[0], ast.Constant)
            ):
                yield node.args[0].value


def test_every_act_has_a_name():
    kinds = set(kinds_in_the_workspace())
    assert len(kinds) > 4
    for kind in kinds:
        assert act_name(Act(kind, (), {"letter": "A", "name": "x.txt", "what": "the gifts"}))
