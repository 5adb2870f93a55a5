"""Where the writer's things are kept is where the system wants them."""

import platformdirs
import pytest

from writerdesk import folders


@pytest.mark.parametrize("told", [None, "", "not/from/the/root", "/elsewhere/kept"])
@pytest.mark.parametrize(
    ("variable", "ours", "theirs"),
    [
        ("XDG_CONFIG_HOME", folders.settings_folder, platformdirs.user_config_dir),
        ("XDG_DATA_HOME", folders.data_folder, platformdirs.user_data_dir),
        ("XDG_STATE_HOME", folders.log_folder, platformdirs.user_log_dir),
    ],
)
def test_folders_are_those_platformdirs_names(monkeypatch, told, variable, ours, theirs):
    if told is None:
        monkeypatch.delenv(variable, raising=False)
    else:
        monkeypatch.setenv(variable, told)
    assert str(ours()) == theirs("WriterDesk", appauthor=False)
