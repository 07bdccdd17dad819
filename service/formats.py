"""Dates, times and numbers as people write them in each language (methods, writing rules)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from service.texts import texts_in

MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@dataclass(frozen=True)
class Formats:
    """Writes values in a language; times are shown in `zone`, the machine's when null."""

    lang: str
    zone: tzinfo | None
    now: datetime

    def day(self, value: date) -> str:
        """Write a date: 15.03.2021, 15 March 2021."""
        if self.lang == "et":
            return f"{value:%d.%m.%Y}"
        return f"{value.day} {MONTHS_EN[value.month - 1]} {value.year}"

    def clock(self, value: datetime) -> str:
        """Write a time of day: 14.30, 14:30."""
        local = value.astimezone(self.zone)
        return f"{local:%H.%M}" if self.lang == "et" else f"{local:%H:%M}"

    def moment(self, value: datetime) -> str:
        """Write when something happened, today by the clock alone."""
        text = texts_in(self.lang)
        local = value.astimezone(self.zone)
        clock = self.clock(value)
        if local.date() == self.now.astimezone(self.zone).date():
            return text.gettext("today at %(clock)s") % {"clock": clock}
        return text.gettext("%(day)s at %(clock)s") % {
            "day": self.day(local.date()),
            "clock": clock,
        }

    def number(self, value: float) -> str:
        """Write a number: a comma for decimals in Estonian, thousands apart from five digits up."""
        if isinstance(value, int) or float(value).is_integer():
            whole = int(value)
            return f"{whole:,}".replace(",", "\u00a0") if abs(whole) >= 10_000 else str(whole)  # noqa: PLR2004  # four digits stay together in both languages
        text = f"{value:.2f}".rstrip("0").rstrip(".")
        return text.replace(".", ",") if self.lang == "et" else text
