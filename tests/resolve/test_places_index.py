"""The index of places: keys, look-ups, and a clear word where the file is not what it should be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.errors import AssetError
from dragoman.resolve.places_index import Kind, Naming, PlaceIndex, fold_place, open_places


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("São Paulo", "Sao Paulo"),
        ("Saint John's", "St. Johns"),
        ("Mount Pleasant", "Mt. Pleasant"),
        ("Al-Hasakah", "al hasakah"),
        ("the Gambia", "Gambia"),
        ("Łódź", "Lodz"),
    ],
)
def test_spellings_of_one_name_have_one_key(one, other):
    assert fold_place(one) == fold_place(other)


@given(st.text(st.characters(codec="latin-1")))
def test_key_of_a_key_is_itself_but_for_the_article(name):
    key = fold_place(name)
    assert fold_place(key).removeprefix("the ") == key.removeprefix("the ").removeprefix("the ")


def test_names_lead_to_their_places():
    found = {(row.country, row.kind) for row, naming in open_places().find_key("lagos") if naming is Naming.MAIN}
    assert {("NGA", Kind.TOWN), ("NGA", Kind.DIVISION), ("PRT", Kind.TOWN)} <= found


def test_unknown_name_leads_nowhere():
    assert open_places().find_key("zxqvbnia") == ()


def test_abbreviation_is_matched_as_written():
    index = open_places()
    assert [row.name for row, _ in index.find_key("=Ala.")] == ["Alabama"]
    assert not index.has_key("=ala.")


def test_every_country_of_the_world_has_a_point_and_an_id():
    index = open_places()
    for code in ("AFG", "BRA", "FRA", "KEN", "PSE", "USA", "XKX", "ZWE"):
        ((row, _),) = index.find_key(f"=iso {code}")
        assert (row.kind, row.country) == (Kind.COUNTRY, code)
        assert index.describe_id(row)


def test_every_row_can_be_read():
    index = open_places()
    for number in range(0, len(index), 97):
        row = index.read_row(number)
        assert row.name
        assert -90 <= row.lat <= 90
        assert -180 <= row.lon <= 180


def test_missing_and_damaged_files_are_named_with_what_mends_them(tmp_path):
    with pytest.raises(AssetError, match=r"build_places\.py"):
        PlaceIndex(tmp_path / "places.bin")
    (tmp_path / "places.bin").write_bytes(b'{"manifest": {"format": 0}}\n')
    with pytest.raises(AssetError, match="format 0"):
        PlaceIndex(tmp_path / "places.bin")
    (tmp_path / "places.bin").write_bytes(b"no json at all\n")
    with pytest.raises(AssetError, match="cannot be read"):
        PlaceIndex(tmp_path / "places.bin")
