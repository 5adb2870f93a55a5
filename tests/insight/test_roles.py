"""What somebody is, as the text says it beside the name."""

import pytest

from writerdesk.insight.roles import NARRATOR, role_of, role_of_all


@pytest.mark.parametrize(
    ("name", "text", "role"),
    [
        ("Pip", "Pip was a scruffy, golden retriever mix.", "dog"),
        ("Rusty", "The dog, which Jasper mentally nicknamed Rusty, was shivering.", "dog"),
        ("Tess", "My sister Tess came late.", "sister"),
        ("Emil", "Emil, an elderly tuner, came late.", "tuner"),
        ("Nana", "Nana came late.", "grandmother"),
        ("Emil", "Emil patted the dog and came late.", ""),
        (NARRATOR, "I am Jasper, a ginger tabby of indeterminate age.", "cat"),
    ],
)
def test_a_role_stands_beside_the_name(name, text, role):
    assert role_of(name, [text]) == role


def test_drafts_must_agree_on_what_somebody_is():
    assert role_of_all(["dog", "", "dog"]) == "dog"
    assert role_of_all(["dog", "cat"]) == ""
    assert role_of_all(["", ""]) == ""
