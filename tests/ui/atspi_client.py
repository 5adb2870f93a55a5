"""Walks a window of ours as a screen reader would, several times, and prints all of it as JSON.

Runs with the system's own Python, which has the bindings. Called with a part of the window's title
and how often it is to be walked.
"""

import json
import sys
import time

import pyatspi  # pyright: ignore[reportMissingImports]  only the system has it

# A list of drafts, of notes, of passages: nobody reads more of one at a time.
_MOST_CHILDREN = 60


def walk(node):
    try:
        said = node.queryText()
        # Beyond its end Qt gives nothing at all.
        text = said.getText(0, said.characterCount)
    except NotImplementedError:
        text = ""
    children = [node.getChildAtIndex(n) for n in range(min(_MOST_CHILDREN, node.childCount))]
    return {
        "role": node.getRoleName(),
        "name": node.name,
        "description": node.description,
        "text": text,
        "children": [walk(child) for child in children if child is not None],
    }


def window(title):
    desktop = pyatspi.Registry.getDesktop(0)
    for application in (desktop.getChildAtIndex(n) for n in range(desktop.childCount)):
        for frame in (application.getChildAtIndex(n) for n in range(application.childCount)):
            if frame is not None and title in frame.name:
                return frame
    return None


def main(title, times):
    for _ in range(200):
        found = window(title)
        if found is not None:
            break
        time.sleep(0.1)
    else:
        sys.exit("no window")
    heard = []
    for _ in range(int(times)):
        try:
            heard.append(walk(found))
        except Exception as gone:  # what was there may be gone by the time it is asked
            empty = {"role": "", "description": "", "text": "", "children": []}
            heard.append({**empty, "name": str(gone)})
        time.sleep(0.2)
    json.dump(heard, sys.stdout)


main(*sys.argv[1:])
