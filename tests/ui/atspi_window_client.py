"""Walks the window of `desk_app` as a screen reader would and prints what it finds, as JSON.

Runs with the system's own Python, which has the bindings.
"""

import json
import sys
import time

import pyatspi  # pyright: ignore[reportMissingImports]  only the system has it


def walk(node, depth=0):
    try:
        said = node.queryText()
        # Beyond its end Qt gives nothing at all.
        text = said.getText(0, said.characterCount)
    except NotImplementedError:
        text = ""
    children = [node.getChildAtIndex(n) for n in range(min(60, node.childCount))]
    return {
        "role": node.getRoleName(),
        "name": node.name,
        "text": text,
        "children": [walk(child, depth + 1) for child in children if child is not None],
    }


def window():
    desktop = pyatspi.Registry.getDesktop(0)
    for application in (desktop.getChildAtIndex(n) for n in range(desktop.childCount)):
        for frame in (application.getChildAtIndex(n) for n in range(application.childCount)):
            if frame is not None and "WriterDesk" in frame.name:
                return frame
    return None


def main():
    for _ in range(200):
        found = window()
        if found is not None:
            break
        time.sleep(0.1)
    else:
        sys.exit("no window")
    heard = []
    for _ in range(8):
        try:
            heard.append(walk(found))
        except Exception as gone:  # what was there may be gone by the time it is asked
            heard.append({"role": "", "name": str(gone), "text": "", "children": []})
        time.sleep(0.2)
    json.dump(heard, sys.stdout)


main()
