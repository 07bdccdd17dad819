"""What a method card asks: its fields, their labels and limits (methods, 4.5), as data."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

from pydantic import Field

from board_templates.board_spec import Name, Spec
from board_templates.method import Lang
from board_templates.phases import PhaseId
from board_templates.yaml_reading import read_yaml

CARD_FORM = Path(__file__).parents[1] / "shared" / "card.yaml"


class CardField(Spec):
    """A field: `min` and `max` limit letters, a number, either end of a span, or entries.

    `said_choices` are the choices as people read them, in their order.
    """

    name: Name
    kind: Literal["text", "number", "span", "choice", "list"]
    optional: bool = False
    min: int = 1
    max: int = 0
    choices: tuple[str, ...] = ()
    said_choices: dict[Lang, tuple[str, ...]] = Field(default_factory=dict)
    fields: tuple[CardField, ...] = ()
    label: dict[Lang, str]
    said: str = ""

    def called(self, lang: Lang) -> CardField:
        """Return the field with `said`, its label in a language, and so the fields in it."""
        inner = tuple(field.called(lang) for field in self.fields)
        return self.model_copy(update={"said": self.label[lang], "fields": inner})


class CardLayout(Spec):
    """How large the frames of a card's board are at 15 people, and how much people write."""

    width: int
    height: int
    table_width: int
    row_height: int
    rows: int
    npp: float


class CardWords(Spec):
    """Texts that every method of a card has."""

    topic: str
    rows: str
    write: str
    table: str
    instruction: str
    action_format: str
    actions: str
    table_label: str
    fits: tuple[str, str]
    guide: tuple[str, str, str, str]


class CardForm(Spec):
    """The whole form, and what a card gets that says nothing of the board."""

    phase: PhaseId
    layout: CardLayout
    fields: tuple[CardField, ...]
    zones: tuple[dict[str, Any], ...]
    colours: dict[str, str] = Field(default_factory=dict)
    texts: dict[Lang, CardWords]


def read_card_form(file: Path = CARD_FORM) -> CardForm:
    """Return the form, read anew.

    Raises:
        ValueError: when the product's own file is broken; nobody else can mend that.
    """
    document = read_yaml(file.read_text(encoding="utf-8"), file.name)
    if document.faults:
        raise ValueError(str(document.faults[0]))
    return CardForm.model_validate(document.value)
