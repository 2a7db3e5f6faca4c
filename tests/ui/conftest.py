import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from advisor_app.ui.theme import Application


@pytest.fixture(scope="session")
def qapp_cls() -> type[Application]:
    return Application
