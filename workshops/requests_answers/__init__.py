"""What the doors ask and what they are answered: plain, frozen data."""

from __future__ import annotations

from workshops.method_check import MethodCheck, MethodFault
from workshops.requests_answers.boards import (
    Account,
    BoardFacts,
    CreateAnswer,
    CreateRequest,
    Difference,
    DryRun,
    Removal,
    RemovalAnswer,
    WorkshopState,
    WorkshopView,
)
from workshops.requests_answers.jobs import JobKind, JobState, JobView
from workshops.requests_answers.machine import DemoAnswer, DoctorLine
from workshops.requests_answers.results import (
    HarvestAnswer,
    HarvestRequest,
    NamesMode,
    ReportFile,
    SummaryView,
)
from workshops.requests_answers.sharing import PackAnswer, PackRequest, ShareAnswer, SharedBrief

__all__ = [
    "Account",
    "BoardFacts",
    "CreateAnswer",
    "CreateRequest",
    "DemoAnswer",
    "Difference",
    "DoctorLine",
    "DryRun",
    "HarvestAnswer",
    "HarvestRequest",
    "JobKind",
    "JobState",
    "JobView",
    "MethodCheck",
    "MethodFault",
    "NamesMode",
    "PackAnswer",
    "PackRequest",
    "Removal",
    "RemovalAnswer",
    "ReportFile",
    "ShareAnswer",
    "SharedBrief",
    "SummaryView",
    "WorkshopState",
    "WorkshopView",
]
