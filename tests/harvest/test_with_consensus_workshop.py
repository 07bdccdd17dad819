"""What the consensus workshop says of boards that its example doesn't show."""

from __future__ import annotations

from tests.harvest.boards import FakeBoard, board
from tests.harvest.told import result_of, texts_of

_NAME = "consensus-workshop"


def _column(fake: FakeBoard, number: int, count: int) -> None:
    for turn in range(count):
        fake.write(f"mõte {number}.{turn}", f"F3.column{number}")


def test_the_choices_of_groups_are_lone_notes_while_the_wall_is_empty() -> None:
    fake = board(_NAME, groups=2)
    one = fake.write("valitud", "F2#1.group", mark=0)
    two = fake.write("häältega", "F2#2.group", mark=2)
    fake.write("valimata", "F2#1.own")
    result = result_of(fake)
    assert (result["lone_notes"], result["raw_ideas"]) == ([two, one], 3)
    fake.write("seinal", "F3.column1")
    assert result_of(fake)["lone_notes"] == []


def test_a_column_that_only_has_a_name_stays_and_an_empty_one_goes() -> None:
    fake = board(_NAME)
    name = fake.write("Alustame koos varem", "F3.name2")
    [cluster] = result_of(fake)["clusters"]
    assert (cluster["symbol"], cluster["from"], cluster["size"]) == ("kolmnurk", [name], 0)
    assert texts_of(fake, "unnamed_cluster") == []


def test_a_title_in_the_column_is_its_name_only_where_the_name_is_missing() -> None:
    fake = board(_NAME)
    _column(fake, 1, 1)
    title = fake.write("Pealkiri veerus all", "F3.column1", title=True)
    assert result_of(fake)["clusters"][0]["name"] == "Pealkiri veerus all"
    name = fake.write("Õige nimi siin", "F3.name1")
    [cluster] = result_of(fake)["clusters"]
    assert (cluster["name"], cluster["from"]) == ("Õige nimi siin", [name, title])
    assert cluster["size"] == 1


def test_a_name_typed_in_lines_is_one_name() -> None:
    fake = board(_NAME)
    fake.write("Alustame koos\nenne teksti", "F3.name1")
    assert result_of(fake)["clusters"][0]["name"] == "Alustame koos enne teksti"


def test_a_copy_on_the_wall_and_its_idea_are_one() -> None:
    fake = board(_NAME, dots_per_person=2)
    idea = fake.write("Ühine kalender", "F2#1.own", mark=1)
    copy = fake.write("ühine  KALENDER", "F3.column1", mark=2)
    result = result_of(fake)
    [cluster] = result["clusters"]
    assert (cluster["notes"], cluster["from"], cluster["votes"]) == ([copy], [idea], 3)
    assert result["raw_ideas"] == 0


def test_a_column_with_over_two_fifths_of_the_notes_is_told() -> None:
    fake = board(_NAME)
    _column(fake, 1, 2)
    for number in (2, 3, 4):
        _column(fake, number, 1)
    assert texts_of(fake, "bin_cluster") == []
    _column(fake, 1, 1)
    assert texts_of(fake, "bin_cluster") == [
        "Veerus „ring“ on 50% lipikutest. Võib-olla on seal mitu teemat koos."
    ]


def test_names_of_one_or_two_words_are_vague() -> None:
    fake = board(_NAME)
    for number, name in enumerate(("Aeg", "Kalender kõigile", "Kalender on kõigile näha"), 1):
        fake.write(name, f"F3.name{number}")
    assert len(texts_of(fake, "vague_name")) == 2


def test_columns_without_names_are_counted() -> None:
    fake = board(_NAME)
    _column(fake, 1, 1)
    _column(fake, 5, 2)
    assert texts_of(fake, "unnamed_cluster") == ["Nimetuid veerge: 2."]


def test_symbols_follow_the_language_of_the_report() -> None:
    fake, twin = board(_NAME), board(_NAME, "en").plan
    _column(fake, 3, 1)
    result = result_of(fake, lang="en", twins=(twin,))
    assert result["clusters"][0]["symbol"] == "square"
