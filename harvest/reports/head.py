"""What heads a report: title, day, purpose and facilitator of the session that was harvested."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from harvest.reports.report import ReportContext
from harvest.summary import Summary


@dataclass(frozen=True)
class Head:
    """What the brief says of a session, as far as there is one."""

    summary: Summary
    context: ReportContext

    @property
    def title(self) -> str:
        """The title somebody chose for the session, else that of its board."""
        said, board = self._said("title"), self.summary.board.title
        own = self.context.guest or not self._is_the_methods(said)
        return self.in_the_readers((own and said) or board or said)

    @property
    def day(self) -> date:
        """The day of the session, else that of the harvest."""
        said = self._said("session_date")
        return date.fromisoformat(said) if said else self.summary.harvested_at.date()

    @property
    def facilitator(self) -> str:
        """Who led the session; nobody where names are left out."""
        return "" if self.summary.names == "none" else self._said("facilitator")

    @property
    def purpose(self) -> str:
        """What the method is for."""
        method = self.context.method
        return method.texts[self.context.lang].purpose if method else ""

    def in_the_readers(self, title: str) -> str:
        """Return a title; in the language of the report where it is only the method's name."""
        method = self.context.method
        if method is None or not self._is_the_methods(title):
            return title
        return method.texts[self.context.lang].name

    def _is_the_methods(self, title: str) -> bool:
        method = self.context.method
        return method is not None and title in {texts.name for texts in method.texts.values()}

    def _said(self, name: str) -> str:
        plan = self.context.plan
        return str(plan.brief.get(name) or "") if plan else ""
