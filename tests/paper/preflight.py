"""Asks another program, PDFBox's preflight, whether files are PDF/A-1b."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

# Where Debian's packages libpdfbox2-java and libjaxb-api-java put what preflight needs.
_JARS = (
    "java/pdfbox2.jar",
    "java/fontbox2.jar",
    "java/commons-logging.jar",
    "java/jaxb-api.jar",
    "java/javax.activation.jar",
    "maven-repo/org/apache/pdfbox/preflight/2*/preflight-*.jar",
    "maven-repo/org/apache/pdfbox/xmpbox/2*/xmpbox-*.jar",
)
_SHARE = Path("/usr/share")


def missing() -> str:
    """Why preflight cannot be asked here; nothing where it can."""
    if shutil.which("java") is None:
        return "no Java here to run PDFBox's preflight"
    absent = [name for name in _JARS if not list(_SHARE.glob(name))]
    return f"apt-get install libpdfbox2-java libjaxb-api-java: no {absent[0]}" if absent else ""


def refused(files: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """What is wrong with each file that is no PDF/A-1b; all are looked at in one run."""
    paths = {name: folder / f"{number}.pdf" for number, name in enumerate(files)}
    for name, path in paths.items():
        path.write_bytes(files[name])
    listed = folder / "papers"
    listed.write_text("".join(f"{path}\n" for path in paths.values()))
    jars = os.pathsep.join(str(jar) for name in _JARS for jar in _SHARE.glob(name))
    java, validator = str(shutil.which("java")), "org.apache.pdfbox.preflight.Validator_A1b"
    command = [java, "-cp", jars, validator, "xml", "group", str(listed)]
    # It ends with an error where a file is refused.
    subprocess.run(command, capture_output=True, check=False)
    answers = ET.parse(f"{listed}.preflight.xml").getroot()  # noqa: S314 written by preflight just now
    told = {
        str(one.get("name")): [str(error.findtext("details")) for error in one.iter("error")]
        for one in answers.iter("preflight")
        if one.findtext("isValid") != "true"
    }
    assert len(answers.findall("preflight")) == len(files)
    return {name: told[path.name] for name, path in paths.items() if path.name in told}
