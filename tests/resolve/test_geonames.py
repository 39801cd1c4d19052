"""All of GeoNames as an index: a dump in its true form, packed or not, beside what the package brings."""

from __future__ import annotations

import io
import zipfile

import pytest

from dragoman.errors import UsageError
from dragoman.resolve.gazetteer import open_gazetteer
from dragoman.resolve.geonames import import_dump, tell_kind
from dragoman.resolve.places import name_places
from dragoman.resolve.places_find import find_names
from dragoman.resolve.places_index import Kind, PlaceIndex, open_places
from tests.make import event, report


def line(number: int, name: str, feature: str, where: str, at: tuple[float, float], **more: object) -> str:
    """One line of a dump: `feature` is class and code ("P.PPL"), `where` country and division ("IQ.10")."""
    (kind, code), (country, division) = feature.split("."), where.split(".")
    cells = [number, name, more.get("ascii", name), more.get("others", ""), *at, kind, code, country, "", division,
             "", "", "", more.get("people", 0), "", 40, "Asia/Baghdad", "2024-01-01"]  # fmt: skip
    return "\t".join(map(str, cells))


DUMP = [
    line(98182, "Baghdad", "P.PPLC", "IQ.07", (33.0, 44.0), people=1),
    line(94823, "Diyala", "A.ADM1", "IQ.10", (33.9, 45.0), others="Diyala Governorate,Dijala Land,ديالى"),
    line(70000001, "Qaryat Torvik", "P.PPL", "IQ.10", (33.91, 45.01), others="Torvik Village,TVK,تورفك"),
    line(70000002, "Torvik Hospital", "S.HSP", "IQ.10", (33.92, 45.02)),
    line(70000003, "Gone Torvik", "P.PPLH", "IQ.10", (33.9, 45.0)),
    line(70000004, "Wadi Torvik", "H.WAD", "IQ.10", (33.9, 45.1)),
    line(70000005, "Torvik Point", "S.PIER", ".00", (1.0, 2.0)),
]


@pytest.fixture(scope="module")
def index(tmp_path_factory):
    folder = tmp_path_factory.mktemp("geonames")
    with zipfile.ZipFile(folder / "IQ.zip", "w") as packed:
        packed.writestr("readme.txt", "about the file")
        packed.writestr("IQ.txt", "\n".join(DUMP) + "\n")
    told: list[tuple[int, int]] = []
    with (folder / "iq.bin").open("wb") as target:
        made = import_dump(folder / "IQ.zip", target, open_places(), {"IQ": "IRQ"}, lambda *at: told.append(at))
    assert (made.added, made.lines) == (4, 7)
    assert told[-1] == (7, sum(len(each.encode()) + 1 for each in DUMP))
    return PlaceIndex(folder / "iq.bin")


def name_one(index, words: str):
    text = f"A bomb exploded in {words}."
    (found,) = name_places(report(text), [event(text, "exploded", place=words)], None, index)
    return found


def test_village_of_the_dump_is_found_with_point_and_division(index):
    for words in ("Qaryat Torvik", "Torvik Village"):
        found = name_one(index, words)
        assert (found.id, found.lat, found.lon, found.precision) == ("geonames:70000001", 33.91, 45.01, 1)
        assert (found.admin1, found.country) == ("Diyala Governorate", "IRQ")


def test_site_of_the_dump_is_found(index):
    assert name_one(index, "Torvik Hospital").id == "geonames:70000002"


def test_what_the_package_brings_stays_but_divisions_get_their_id(index):
    ours = name_one(open_places(), "Baghdad")
    assert name_one(index, "Baghdad") == ours
    before, after = name_one(open_places(), "Diyala"), name_one(index, "Diyala")
    assert (before.id, after.id) == ("geonames:IQ.10", "geonames:94823")
    assert (after.lat, after.lon) == (before.lat, before.lon)
    assert name_one(index, "Dijala Land").id == "geonames:94823"


@pytest.mark.parametrize("words", ["Gone Torvik", "TVK"])
def test_places_that_are_gone_and_codes_are_left_out(index, words):
    assert name_one(index, words).id is None


def test_names_of_the_dump_alone_are_no_evidence_in_running_text(index):
    text = "Wadi Torvik and Mombasa were quiet."
    assert [span.text for span in find_names(text, index, open_gazetteer())] == ["Mombasa"]


def test_place_of_no_country_has_none(index):
    assert name_one(index, "Torvik Point").country is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("1\tX\n", r"XX\.txt, line 1: 2 columns"),
        (DUMP[0].replace("33.0", "ninety") + "\n", "line 1"),
        (DUMP[0] + "\n" + DUMP[0].replace("33.0", "93.0") + "\n", "line 2: a point at 93.0"),
        ("", "is empty"),
    ],
)
def test_dump_of_another_form_is_refused_with_its_line(tmp_path, text, told):
    (tmp_path / "XX.txt").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=told):
        import_dump(tmp_path / "XX.txt", io.BytesIO(), open_places(), {}, lambda *_: None)


def test_dump_that_cannot_be_opened_is_refused(tmp_path):
    (tmp_path / "broken.zip").write_bytes(b"no zip")
    with zipfile.ZipFile(tmp_path / "other.zip", "w") as packed:
        packed.writestr("readme.txt", "nothing else")
    for name, told in (("none.txt", "cannot be read"), ("broken.zip", "cannot be read"), ("other.zip", "no other.txt")):
        with pytest.raises(UsageError, match=told):
            import_dump(tmp_path / name, io.BytesIO(), open_places(), {}, lambda *_: None)


@pytest.mark.parametrize(
    ("feature", "kind"),
    [
        ("P.PPLX", Kind.TOWN), ("P.PPLC", Kind.CAPITAL), ("A.ADM1", Kind.DIVISION), ("A.ADM3", Kind.COUNTY),
        ("A.PCLI", None), ("A.ADM1H", None), ("H.SEA", Kind.SEA), ("H.LK", Kind.LAKE), ("H.STM", Kind.RIVER),
        ("T.ISL", Kind.ISLAND), ("T.MT", Kind.MOUNTAIN), ("L.RGN", Kind.REGION), ("L.MILB", Kind.SITE),
        ("S.AIRP", Kind.SITE), ("R.RD", None), ("U.BNKU", None), ("V.FRST", Kind.REGION), (".", None),
    ],
)  # fmt: skip
def test_features_are_told_apart(feature, kind):
    assert tell_kind(*feature.split(".")) is kind
