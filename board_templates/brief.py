"""Checks what a facilitator filled in and gives the brief that a plan is made of."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from board_templates.brief_checks import FieldCheck, Finding
from board_templates.errors import BriefFault, FaultyBrief
from board_templates.expressions import ExpressionError, Expressions
from board_templates.method import Lang, Method, Parameter
from board_templates.plain import Plain
from board_templates.scope import default_of, first_scope, holds, parameters_of
from board_templates.shared_texts import SharedTexts

_LIKE_ENOUGH = 70


@dataclass(frozen=True, slots=True)
class Brief:
    """The checked values of a method: every field asked, JSON-ready, in the order of the form.

    `left_out` names strips that are known not to be on the board (`F1.above`): a brief out of a
    footer doesn't hold the texts that would tell.
    """

    method: str
    lang: Lang
    values: Mapping[str, Plain]
    left_out: frozenset[str] = frozenset()


def make_brief(
    method: Method,
    shared: SharedTexts,
    values: Mapping[str, Plain],
    lang_default: Lang = "et",
    *,
    today: dt.date | None = None,
    expressions: Expressions | None = None,
) -> Brief:
    """Return the brief of the values given, the rest filled with defaults.

    Values may be of their own type or texts, as a command line gives them. Sentences about faults
    are in `lang_default`, which is also the language of the board unless the values say otherwise.

    Raises:
        FaultyBrief: with every field that is wrong.
    """
    making = _Making(method, shared, lang_default, expressions or Expressions(), today)
    return making.make(values)


def in_language(method: Method, shared: SharedTexts, brief: Brief, lang: Lang) -> Brief:
    """Return the brief of the same board in another language.

    Values that were left at a default which depends on the language take that of the other one.
    """
    values = dict(brief.values)
    for parameter in parameters_of(method, shared):
        if values[parameter.name] == default_of(parameter, method, brief.lang):
            other = default_of(parameter, method, lang)
            values[parameter.name] = values[parameter.name] if other is None else other
    values["lang"] = lang
    return Brief(brief.method, lang, values, brief.left_out)


def near_names(name: str, known: list[str]) -> list[str]:
    """Return up to three names that a misspelt one may have meant."""
    # Imported here: most briefs are right.
    from rapidfuzz import fuzz, process  # noqa: PLC0415

    found = process.extract(name, known, scorer=fuzz.WRatio, limit=3, score_cutoff=_LIKE_ENOUGH)
    return [match[0] for match in found]


class _Making:
    """One checking of one set of values."""

    def __init__(
        self,
        method: Method,
        shared: SharedTexts,
        lang: Lang,
        expressions: Expressions,
        today: dt.date | None,
    ) -> None:
        self._method = method
        self._shared = shared
        self._lang = lang
        self._expressions = expressions
        self._today = today
        self._check = FieldCheck(expressions)
        self._parameters = parameters_of(method, shared)
        self._findings: list[Finding] = []
        self._broken_rules: list[BriefFault] = []

    def make(self, values: Mapping[str, Plain]) -> Brief:
        self._refuse_unknown(values)
        lang = self._language(values)
        scope = first_scope(self._method, self._shared, lang)
        scope["today"] = self._today.isoformat() if self._today else None
        scope["dots_per_person"] = 0
        checked = {p.name: self._value(p, values, scope, lang) for p in self._parameters}
        if not self._findings:
            self._apply_rules(scope)
        if self._findings or self._broken_rules:
            faults = [self._fault(finding) for finding in self._findings]
            raise FaultyBrief([*faults, *self._broken_rules])
        return Brief(self._method.id, lang, checked)

    def _language(self, values: Mapping[str, Plain]) -> Lang:
        said = str(values.get("lang") or self._lang)
        return "en" if said == "en" else "et" if said == "et" else self._lang

    def _refuse_unknown(self, values: Mapping[str, Plain]) -> None:
        known = [parameter.name for parameter in self._parameters]
        for name in values:
            if name not in known:
                near = ", ".join(near_names(str(name), known))
                facts = {"near": near, "fields": ", ".join(known)}
                self._findings.append(Finding(str(name), "unknown", facts))

    def _value(
        self, parameter: Parameter, values: Mapping[str, Plain], scope: dict[str, Plain], lang: Lang
    ) -> Plain:
        given = values.get(parameter.name)
        if given is None or (given == "" and parameter.type not in {"text", "longtext"}):
            value = self._default(parameter, scope, lang)
        else:
            value, findings = self._check.checked(parameter, given, scope)
            self._findings.extend(findings)
            if parameter.name == "title" and not value:
                value = self._default(parameter, scope, lang)
        scope[parameter.name] = _usable(parameter, value)
        if parameter.name == "participants":
            scope["P"] = scope["participants"]
        return value

    def _default(self, parameter: Parameter, scope: Mapping[str, Plain], lang: Lang) -> Plain:
        if parameter.required:
            bounds = self._check.bounds(parameter, scope)
            self._findings.append(Finding(parameter.name, "required", bounds))
            return None
        if parameter.name == "lang":
            return lang
        if parameter.computed is None:
            value = default_of(parameter, self._method, lang)
            return [] if value is None and parameter.is_list else value
        return self._computed(parameter, scope)

    def _computed(self, parameter: Parameter, scope: Mapping[str, Plain]) -> Plain:
        try:
            value = self._expressions.evaluate(parameter.computed or "none", scope)
            return self._check.held(parameter, value, scope)
        except ExpressionError:
            # Values it is computed from are wrong, and said to be; nothing more to say here.
            if self._findings:
                return None
            raise

    def _apply_rules(self, scope: Mapping[str, Plain]) -> None:
        texts = self._method.texts[self._lang].rules
        for rule in self._method.identity.rules:
            if holds(rule.when, scope, self._expressions) and not holds(
                rule.check, scope, self._expressions
            ):
                text = self._expressions.render(texts[rule.id], scope)
                self._broken_rules.append(BriefFault(rule.field, rule.id, text, ""))

    def _fault(self, finding: Finding) -> BriefFault:
        said = self._shared.texts[self._lang].faults[finding.code]
        facts = dict(finding.facts)
        return BriefFault(
            finding.field,
            finding.code,
            self._expressions.render(said.reason, facts),
            self._expressions.render(said.allowed, facts),
            finding.position,
            finding.part,
        )


def _usable(parameter: Parameter, value: Plain) -> Plain:
    """Return a stand-in for a wrong value, so that limits that depend on it can be judged."""
    if value is not None:
        return value
    if parameter.is_list:
        return []
    return {"int": 1, "bool": False, "text": "", "longtext": ""}.get(parameter.type)
