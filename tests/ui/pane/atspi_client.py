"""Walks the window “read aloud” as a screen reader would and prints what it finds, as JSON.

Runs with the system's own Python, which has the bindings.
"""

import json
import sys
import time

import pyatspi


def walk(node):
    children = [node.getChildAtIndex(n) for n in range(node.childCount)]
    return {
        "role": node.getRoleName(),
        "name": node.name,
        "description": node.description,
        "children": [walk(child) for child in children if child is not None],
    }


def window():
    desktop = pyatspi.Registry.getDesktop(0)
    for application in (desktop.getChildAtIndex(n) for n in range(desktop.childCount)):
        for frame in (application.getChildAtIndex(n) for n in range(application.childCount)):
            if frame is not None and frame.name == "read aloud":
                return frame
    return None


def main():
    for _ in range(100):
        found = window()
        if found is not None:
            break
        time.sleep(0.1)
    else:
        sys.exit("no window")
    json.dump([walk(found) for _ in range(3)], sys.stdout)


main()
