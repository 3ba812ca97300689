"""The forms of answers files, scenarios, made-up cases, places and the list of survivors."""

from typing import Annotated, Literal

from pydantic import Field

from zjtx_cli.files.form_parts import ApplyLevel, Form, Id, Month, TextForm, Words, left_out

Scalar = str | int | float
AnswerValue = Scalar | list[Scalar]


class AnswerForm(Form):
    """An answer with where it comes from."""

    value: AnswerValue
    source: str | None = None
    year: str | int | None = None
    scope: str | None = None
    sure: bool = True
    withheld: bool = False


class AnswersFile(Form):
    """Answers about one trade of one city. Values: an option id, a list of them, a number, unknown, withheld or n/a."""

    city: Words
    level: ApplyLevel = "county"
    country: Annotated[str, Field(pattern=r"^[A-Z]{2}$")] = "CN"
    industry: str = ""
    as_of: Month | None = None
    office: Id | None = None
    answers: dict[str, AnswerValue | AnswerForm]


class ExpectForm(Form):
    """What the advice must be; only what is named is tested."""

    status: Literal["recommended", "undecided", "none"] | None = None
    first: Id | None = None
    among: list[Id] = []
    never: list[Id] = []
    blocked: list[Id] = []
    strength: dict[Id, Literal["recommended", "conditional", "not_recommended", "blocked"]] = {}
    planned: list[str] = []
    not_planned: list[str] = []
    left_out: list[str] = []
    considered: list[Id] = []
    barred: list[Id] = []
    holds: list[str] = []
    fails: list[str] = []
    present: list[Id] = []
    absent: list[Id] = []
    asked: list[Id] = []
    not_asked: list[Id] = []
    tensions: list[Id] = []
    no_tensions: list[Id] = []


class PlaceSourceForm(Form):
    title: Words
    seen: Literal["excerpt", "copy", "memory", "summary"]
    link: Annotated[str, Field(pattern=r"^https?://")] = left_out()


class PlaceForm(Form):
    """What a place did and what came of it: with it, a scenario belongs to the case base."""

    name: TextForm
    industry: TextForm
    period: Words
    followed: list[Id]
    outcome: Literal["success", "partial", "mixed", "open", "none"]
    confidence: Literal["high", "medium", "low"]
    done: TextForm
    result: TextForm
    caution: TextForm
    sources: Annotated[list[PlaceSourceForm], Field(min_length=1)]


class ScenarioFile(AnswersFile):
    """An answers file with what the advice must be beside it."""

    expect: ExpectForm
    about: TextForm = left_out()
    original_of: Id = left_out()
    place: PlaceForm = left_out()


class CaseForm(Form):
    """A made-up city: the base with some answers changed. `serves` names the one behaviour that it shows."""

    name: Annotated[str, Field(min_length=1, pattern=r"^[^\n]+$")]
    serves: Annotated[str, Field(pattern=r"^[a-z]+(:[^\n]+)?$")]
    base: Id | None = None
    level: ApplyLevel | None = None
    set: dict[str, AnswerValue | AnswerForm] = {}
    expect: ExpectForm = left_out()


class CasesFile(Form):
    """Made-up cities, each for one behaviour: a base, and cases that change what the behaviour is about."""

    about: TextForm
    playbook: Id = left_out()
    level: ApplyLevel = "county"
    base: dict[str, AnswerValue | AnswerForm] = {}
    cases: Annotated[list[CaseForm], Field(min_length=1)]


class SurvivorForm(Form):
    mutant: Words
    because: TextForm


class SurvivorsFile(Form):
    """coverage/survivors.yaml: the mutants that no scenario needs to notice, each with the reason."""

    survivors: list[SurvivorForm]
