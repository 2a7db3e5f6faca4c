import pytest

from advisor_app.ui.changes import Changes, Topic


@pytest.mark.usefixtures("qapp")
def test_only_who_watches_a_changed_topic_loads_again() -> None:
    changes = Changes()
    loads: list[str] = []
    changes.watch({Topic.CONTACTS, Topic.APPOINTMENTS}, lambda: loads.append("client"))
    changes.watch({Topic.DOCUMENTS}, lambda: loads.append("sheets"))
    changes.tell(Topic.CONTACTS, Topic.APPOINTMENTS)
    changes.tell(Topic.SUGGESTIONS)
    changes.tell(Topic.DOCUMENTS)
    assert loads == ["client", "sheets"]
