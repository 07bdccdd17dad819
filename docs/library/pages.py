"""Pages of the library in Markdown: one for each method and language, and an index by phase."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from board_templates.method import Lang, Method
from board_templates.phases import PHASES
from board_templates.plan import Plan
from board_templates.scope import parameters_of
from board_templates.shared_texts import SharedTexts

WORDS: dict[Lang, dict[str, str]] = {
    "et": {
        "title": "Meetodid",
        "lead": "Kõik meetodid etapi järgi. Pildil on igast meetodist üks raam (Frame).",
        "other": "In English",
        "back": "Kõik meetodid",
        "facts": "{least}–{most} inimest, {minutes} minutit ({short}–{long})",
        "use": "Millal sobib",
        "not": "Millal mitte",
        "prepare": "Ettevalmistus",
        "frames": "Raam raami haaval",
        "steps": "Kuidas see käib",
        "example": "Näite lähteandmetega kestab see {minutes} minutit.",
        "minutes": "Minuteid",
        "step": "Samm",
        "brief": "Lähteandmed",
        "required": "tuleb täita",
        "zones": "Mis on tahvlil",
        "result": "Mida kokkuvõte annab",
        "guide": "Juhend arutelujuhile",
        "sources": "Allikad",
    },
    "en": {
        "title": "Methods",
        "lead": "All methods by phase. The picture shows one frame of each.",
        "other": "Eesti keeles",
        "back": "All methods",
        "facts": "{least}–{most} people, {minutes} minutes ({short}–{long})",
        "use": "When it fits",
        "not": "When not",
        "prepare": "Preparation",
        "frames": "Frame by frame",
        "steps": "How it goes",
        "example": "With the brief of the example it takes {minutes} minutes.",
        "minutes": "Minutes",
        "step": "Step",
        "brief": "Brief",
        "required": "must be filled in",
        "zones": "What is on the board",
        "result": "What the summary gives",
        "guide": "Guide for the facilitator",
        "sources": "Sources",
    },
}
OTHER: dict[Lang, Lang] = {"et": "en", "en": "et"}


def index_page(methods: Sequence[Method], shared: SharedTexts, lang: Lang) -> str:
    """Return the page that leads to the methods of a language."""
    words = WORDS[lang]
    lines = [f"# {words['title']}", "", f"[{words['other']}]({OTHER[lang]}.md)", "", words["lead"]]
    lines += ["", f"![{words['title']}](contact-sheet.{lang}.png)", ""]
    for phase in PHASES:
        found = [method for method in methods if method.phase == phase]
        if found:
            lines += [f"## {shared.texts[lang].phases[phase]}", ""]
            lines += [_entry(method, lang) for method in found]
            lines.append("")
    return "\n".join(lines)


def _entry(method: Method, lang: Lang) -> str:
    texts = method.texts[lang]
    return f"- **[{texts.name}]({method.id}.{lang}.md)** – {texts.purpose}"


def method_page(method: Method, shared: SharedTexts, lang: Lang, plan: Plan) -> str:
    """Return the page of a method; `plan` is that of its example."""
    words, texts, name = WORDS[lang], method.texts[lang], method.id
    facts = words["facts"].format(
        least=method.people.min,
        most=method.people.max,
        minutes=method.minutes.default,
        short=method.minutes.min,
        long=method.minutes.max,
    )
    lines = [f"# {texts.name}", "", texts.purpose, ""]
    lines += [f"{shared.texts[lang].phases[method.phase]} · {facts}", ""]
    lines += [f"[{words['back']}]({lang}.md) · [{words['other']}]({name}.{OTHER[lang]}.md)", ""]
    lines += [f"[![{texts.name}]({name}.{lang}.png)]({name}.{lang}.frames.png)", ""]
    lines += [f"[{words['frames']}]({name}.{lang}.frames.png)", ""]
    for head, text in (("use", texts.use_when), ("not", texts.not_when)):
        lines += [f"**{words[head]}.** {text.strip()}", ""]
    if texts.preparation:
        lines += [f"**{words['prepare']}.** {texts.preparation.strip()}", ""]
    lines += [*_steps(method, plan, lang), *_brief(method, shared, lang), *_zones(plan, lang)]
    lines += [*_result(method, lang), *_guide(method, lang)]
    if sources := method.sources(lang):
        lines += [f"## {words['sources']}", "", *(f"- {one}" for one in sources)]
    return "\n".join(lines).rstrip() + "\n"


def _steps(method: Method, plan: Plan, lang: Lang) -> Iterator[str]:
    words, whole = WORDS[lang], sum(step.minutes for step in plan.agenda)
    yield from (f"## {words['steps']}", "")
    if whole != method.minutes.default:
        yield from (words["example"].format(minutes=whole), "")
    yield from (
        f"| {words['minutes']} | {words['step']} |",
        "|---|---|",
    )
    for step in plan.agenda:
        yield f"| {step.minutes} | {_cell(step.text)} |"
    yield ""


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _brief(method: Method, shared: SharedTexts, lang: Lang) -> Iterator[str]:
    """Yield what the method itself asks; what every method asks stands in the form."""
    words, texts = WORDS[lang], method.texts[lang].parameters
    own = [one for one in parameters_of(method, shared) if one.name in texts]
    yield from (f"## {words['brief']}", "")
    for parameter in own:
        text = texts[parameter.name]
        mark = f" ({words['required']})" if parameter.required else ""
        about = f". {_cell(text.help)}" if text.help else ""
        yield f"- {text.label}{mark}{about}"
    yield ""


def _zones(plan: Plan, lang: Lang) -> Iterator[str]:
    """Yield the frames after the first with the labels of their areas, one copy of each."""
    yield from (f"## {WORDS[lang]['zones']}", "")
    for frame in plan.frames[1:]:
        if frame.key in {frame.id, f"{frame.id}#1"}:
            labels = [zone.label for zone in plan.zones if zone.frame == frame.key]
            shown = ", ".join(dict.fromkeys(_cell(label) for label in labels if label))
            yield f"- **{_cell(frame.title)}**{f': {shown}' if shown else ''}"
    yield ""


def _result(method: Method, lang: Lang) -> Iterator[str]:
    labels = method.texts[lang].result
    shown = [label for path, label in labels.items() if "." not in path and label]
    if shown:
        yield from (f"## {WORDS[lang]['result']}", "", *(f"- {label}" for label in shown), "")


def _guide(method: Method, lang: Lang) -> Iterator[str]:
    """Yield the guide, its headings one level deeper than where it stands alone."""
    yield from (f"## {WORDS[lang]['guide']}", "")
    for line in method.texts[lang].guide.strip().partition("\n")[2].strip().splitlines():
        yield f"#{line}" if line.startswith("#") else line
    yield ""
