"""What tells a desktop of WriterDesk is accepted by the desktop's own tools, and agrees."""

import configparser
import shutil
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from writerdesk import __version__
from writerdesk.project.schema import APPLICATION_ID

ROOT = Path(__file__).resolve().parents[2]
NAME = "org.writerdesk.WriterDesk"
DESKTOP = ROOT / "packaging" / f"{NAME}.desktop"
MIME = ROOT / "packaging" / f"{NAME}.mime.xml"
METAINFO = ROOT / "packaging" / f"{NAME}.metainfo.xml"
SVG = "{http://www.w3.org/2000/svg}svg"
SPEC = "{http://www.freedesktop.org/standards/shared-mime-info}"


def needs(tool):
    return pytest.mark.skipif(shutil.which(tool) is None, reason=f"{tool} is not here")


def run(*words):
    return subprocess.run(words, capture_output=True, text=True)


@needs("desktop-file-validate")
def test_the_desktop_entry_is_valid():
    told = run("desktop-file-validate", DESKTOP)
    assert (told.returncode, told.stdout + told.stderr) == (0, "")


@needs("update-mime-database")
def test_the_kind_of_file_is_known_after_it_is_installed(tmp_path):
    (tmp_path / "packages").mkdir()
    shutil.copy(MIME, tmp_path / "packages" / f"{NAME}.xml")
    told = run("update-mime-database", tmp_path)
    assert told.returncode == 0, told.stderr
    assert "application/x-writerdesk:*.writerdesk" in (tmp_path / "globs").read_text("utf-8")


@needs("appstreamcli")
def test_software_centres_accept_what_they_are_told():
    told = run("appstreamcli", "validate", "--no-net", METAINFO)
    # There is no home page to name yet, which newer validators warn of.
    faults = [line for line in told.stdout.splitlines() if line.startswith(("E:", "W:"))]
    assert all("url-homepage-missing" in line for line in faults), told.stdout
    assert faults or told.returncode == 0, told.stdout


def test_the_three_agree_with_each_other_and_with_the_program():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str
    entry.read(DESKTOP, "utf-8")
    desktop = entry["Desktop Entry"]
    metainfo = ET.parse(METAINFO).getroot()
    assert metainfo.findtext("id") == desktop["Icon"] == desktop["StartupWMClass"] == NAME
    assert metainfo.findtext("launchable") == DESKTOP.name
    assert metainfo.findtext("summary") == desktop["Comment"]
    assert metainfo.find("releases/release").get("version") == __version__
    kind = ET.parse(MIME).getroot().find(f"{SPEC}mime-type").get("type")
    assert kind in desktop["MimeType"].split(";")
    assert metainfo.findtext("provides/mediatype") == kind


def test_the_icon_is_a_square_drawing():
    drawing = ET.parse(ROOT / "resources" / "writerdesk.svg").getroot()
    assert drawing.tag == SVG
    assert drawing.get("viewBox") == "0 0 128 128"


def test_a_story_is_known_by_its_first_bytes_whatever_it_is_called():
    (whole, inside) = ET.parse(MIME).getroot().iter(f"{SPEC}match")
    assert whole.attrib == {"type": "string", "value": "SQLite format 3", "offset": "0"}
    assert inside.get("offset") == "68"
    assert int(inside.get("value"), 16) == APPLICATION_ID
