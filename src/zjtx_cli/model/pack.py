"""A pack: everything the adviser knows, as one value."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from zjtx_cli.model.claim import Claim, Instrument, Source
from zjtx_cli.model.condition import Condition
from zjtx_cli.model.place import Place
from zjtx_cli.model.playbook import Note, Playbook
from zjtx_cli.model.question import Named, Question, Tension
from zjtx_cli.text import Text

LEVELS = ("county", "prefecture", "province")


class Group(NamedTuple):
    """A group of firms: when it is present, and which question tells its size."""

    id: str
    title: Text
    pain: Text
    present_if: Condition
    size: str


class Thresholds(NamedTuple):
    """Where the judgement draws its lines; all in one file of the pack, each with its reason there."""

    conditional_from: float
    recommended_from: float
    recommended_known: float
    verdict_known: float
    lead: float
    weight_cap: float
    no_heavy_below: float
    one_heavy_below: float
    leader_led_at_most: int
    office_leads_at_most: int | None = None  # measures that one office can lead at a time; None: not counted


class Land(NamedTuple):
    """What the city's industrial land can bear: `enough` for one project on new land, `ample` for several."""

    enough: Condition
    ample: Condition


class Primer(NamedTuple):
    id: str
    title: Text
    text: Text
    claims: tuple[str, ...] = ()


class Pack(NamedTuple):
    name: str
    version: str
    as_of: str
    sha256: str
    thresholds: Thresholds
    fiscal_question: str
    groups: tuple[Group, ...]
    sections: tuple[Named, ...]
    offices: Mapping[str, Named]
    phases: tuple[Named, ...]
    procedures: Mapping[str, Named]
    questions: Mapping[str, Question]
    tensions: tuple[Tension, ...]
    playbooks: Mapping[str, Playbook]
    claims: Mapping[str, Claim]
    sources: Mapping[str, Source]
    instruments: Mapping[str, Instrument]
    primer: tuple[Primer, ...]
    doing_nothing: Text
    cautions: tuple[Note, ...]
    land: Land | None = None
    places: Mapping[str, Place] = MappingProxyType({})
    files: Mapping[str, str] = MappingProxyType({})  # sha256 of what each file says, by file name

    def group(self, group_id: str) -> Group:
        return next(group for group in self.groups if group.id == group_id)
