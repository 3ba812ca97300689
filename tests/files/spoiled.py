"""One line of the valid pack spoiled at a time: the rule that must tell it, and where.

⟦ in the spoiled line marks the place where the problem must be; `at` names it where it lies elsewhere in the file.
"""

from typing import NamedTuple


class Spoiled(NamedTuple):
    rule: str
    file: str
    line: str
    spoiled: str
    says: str = ""
    at: str = ""
    also: tuple[str, ...] = ()  # rules of problems that follow from the same mistake


_MORE = "".join(f"      - {{id: o{number}, label: {{zh: 多, en: more}}}}\n" for number in range(10))
_SECOND = """  - question: ⟦exports
    weight: 2
    reason: {zh: 再算一次。, en: Once more.}
    points: [[0, 0], [100, 1]]
    otherwise: {value: 0, because: {zh: 无, en: none}}
preconditions:"""

S = Spoiled
FORM = [
    S("missing-key", "gather", "- question: demand\n    weight: 5", "- ⟦question: demand", "weight"),
    S("missing-key", "gather", "holds_if: {question: workshops, at_least: 30}", "holds_if: ⟦{at_least: 30}", "question"),
    S("missing-language", "pack", "title: {zh: 小窑厂, en: Small kilns}", "title: ⟦{zh: 小窑厂}"),
    S("unknown-key", "gather", "weight: 5", "weight: 5\n    ⟦wieght: 5", "weight"),
    S("unknown-key", "gather", "at_least: 30", "at_least: 30, ⟦at_lest: 30", "at_least"),
    S("unknown-key", "gather", "is: [near]}", "is: [near], ⟦offical: 1}", "offical"),
    S("unknown-key", "pack", "name: ceramics", "name: ceramics\n⟦nmae: x", "name"),
    S("choice", "questions", "kind: several", "kind: ⟦severl", "several"),
    S("choice", "gather", "relation: relay", "relation: ⟦relais"),
    S("text", "pack", "name: ceramics", "name: ⟦5", "5"),
    S("text", "gather", "{question: workshops, at_least: 30}", "{question: ⟦5, at_least: 30}"),
    S("text", "gather", "is: [weekly]", "is: [⟦5]"),
    S("text", "gather", "- {question: demand, is: [falling]}", "- {question: ⟦true, is: [falling]}", "true"),
    S("true-or-false", "gather", "necessary: false", "necessary: ⟦no"),
    S("number", "gather", "weight: 5", "weight: ⟦heavy"),
    S("number", "gather", "weight: 5", "weight: ⟦'5'"),
    S("number", "gather", "weight: 5", "weight: ⟦5e0"),
    S("number", "gather", "[[0, 0], [40", "[[0, ⟦'0'], [40"),
    S("number", "gather", "months: 12", "months: ⟦12.5"),
    S("number", "gather", "schema_version: 1", "schema_version: ⟦'1'"),
    S("list", "questions", "range: [0, 500]", "range: ⟦0-500"),
    S("list", "questions", "range: [0, 500]", "range: ⟦[0]"),
    S("list", "gather", "is: [near]", "is: ⟦near"),
    S("list", "questions", "not: {question: leader, is: [none]}", "not: {question: leader, is: ⟦none}"),
    S("too-many", "questions", "range: [0, 500]", "range: ⟦[0, 5, 500]"),
    S("mapping", "gather", "title: {zh: 一厂一档, en: A file for each kiln}", "title: ⟦一厂一档", "{zh: …, en: …}"),
    S("mapping", "gather", "title: {zh: 一厂一档, en: A file for each kiln}", "title: ⟦zh：一厂一档", "“：”"),
    S("mapping", "lift", "values:\n      open", "values: ⟦[open]\n    x:\n      open", also=("unknown-key",)),
    S("mapping", "pack", "present_if: {question: workshops, at_least: 10}", "present_if: ⟦workshops"),
    S("mapping", "questions", "ask_if: {question: demand, is: [flat, falling]}", "ask_if: ⟦null"),
    S("mapping", "spark", "when: {question: start_ups, at_least: 3}", "when:⟦"),
    S("too-few", "gather", "is: [near]", "is: ⟦[]"),
    S("too-few", "gather", "claims: [C3]\nmeasures", "claims: ⟦[]\nmeasures"),
    S("empty-text", "pack", "{zh: 小窑厂,", "{zh: ⟦'',"),
    S("form", "pack", "id: kilns", "id: ⟦Kilns"),
    S("form", "pack", 'as_of: "2026-11"', "as_of: ⟦2026-13"),
    S("form", "pack", 'as_of: "2026-11"', "as_of: ⟦２０２６-11"),
    S("form", "claims", "link: 'https://", "link: ⟦'www."),
    S("too-long", "pack", "id: kilns", "id: ⟦" + "k" * 61, "60"),
    S("range", "gather", "weight: 5", "weight: ⟦0", "0"),
    S("range", "gather", "value: 0.6", "value: ⟦1.6", "1"),
    S("range", "gather", "value: 0.6", "value: ⟦-0.6", "0"),
    S("duplicate-key", "gather", "id: gather", "id: gather\n⟦id: gather"),
    S("tab", "gather", "criteria:\n  - question: demand", "criteria:\n⟦\t- question: demand"),
    S("syntax", "gather", "en: Scatter.}", "en: Scatter.\nx: 1}", at="{zh: 散。"),
]  # fmt: skip
NAMES = [
    S("unknown-question", "gather", "question: exports\n    weight", "question: ⟦export\n    weight", "exports"),
    S("unknown-question", "pack", "size: workshops", "size: ⟦workshop", "workshops"),
    S("unknown-question", "pack", "fiscal_question: own_revenue", "fiscal_question: ⟦revenue"),
    S("unknown-question", "questions", "{question: workshops, at_least: 100}", "{question: ⟦kilns, at_least: 100}"),
    S("unknown-option", "questions", "is: [flat, falling]", "is: [⟦flatt, falling]", "flat"),
    S("unknown-option", "gather", "flat: {value: 0.6", "⟦falt: {value: 0.6", "flat", also=("option-missing",)),
    S("unknown-claim", "gather", "claims: [C1]}\nbackground", "claims: [⟦C9]}\nbackground"),
    S("unknown-claim", "gather", "lots tested}, claims: [C3]", "lots tested}, claims: [⟦C33]", "C3"),
    S("unknown-claim", "pack", "claims: [C4]", "claims: [⟦C44]", "C4"),
    S("unknown-claim", "gather", "claims: [C5]", "claims: [⟦C55]"),
    S("unknown-source", "claims", "sources: [S2]\n  - id: C4", "sources: [⟦S3]\n  - id: C4"),
    S("unknown-source", "instruments", "sources: [S1]", "sources: [⟦S9]"),
    S("unknown-instrument", "gather", "instruments: [test_vouchers]", "instruments: [⟦test_voucher]", "test_vouchers"),
    S("unknown-office", "instruments", "lead: finance", "lead: ⟦finances", "finance"),
    S("unknown-office", "gather", "partners: [statistics]", "partners: [⟦statistic]", "statistics"),
    S("unknown-office", "questions", "office: finance", "office: ⟦treasury"),
    S("unknown-section", "questions", "section: means", "section: ⟦mean", "means"),
    S("unknown-phase", "gather", "phase: build", "phase: ⟦built", "build"),
    S("unknown-procedure", "gather", "procedures: [fair_competition]", "procedures: [⟦competition]"),
    S("unknown-group", "spark", "group: young", "group: ⟦yong", "young"),
    S("unknown-playbook", "gather", "{with: spark,", "{with: ⟦sparks,", "spark"),
    S("unknown-measure", "gather", "after: [register]", "after: [⟦registry]", "register"),
    S("unknown-measure", "gather", "excludes: [spark/halls]", "excludes: [⟦spark/hall]", "spark/halls"),
    S("id-twice", "questions", "{id: means,", "{id: means, title: {zh: 条件, en: Means}}\n  - {id: ⟦means,"),
    S("id-twice", "questions", "{id: falling,", "{id: falling, label: {zh: 降, en: down}}\n      - {id: ⟦falling,"),
    S("id-twice", "questions", "{id: finance,", "{id: ⟦industry,", also=("unknown-office",) * 3),
    S("id-twice", "pack", "{id: build,", "{id: build, title: {zh: 建, en: build}}\n  - {id: ⟦build,"),
    S("id-twice", "pack", "- id: young", "- id: ⟦kilns", also=("unknown-group",)),
    S("id-twice", "claims", "- id: C2", "- id: ⟦C1", also=("evidence-grade", "unknown-claim", "unknown-claim")),
    S("id-twice", "claims", "{id: S2,", "{id: ⟦S1,", also=("unknown-source",) * 2),
    S("id-twice", "instruments", "- id: old_fund", "- id: ⟦test_vouchers", also=("unknown-instrument",)),
    S("id-twice", "gather", "- id: shared_tests", "- id: ⟦register", also=("after-order",)),
    S("id-twice", "gather", "- id: exporters", "- id: ⟦lawful_land"),
    S("branch-order", "questions", "ask_if: {question: demand, is: [flat, falling]}", "ask_if: {question: ⟦leader, is: [open]}"),
    S("branch-order", "questions", "ask_if: {question: demand, is: [flat, falling]}", "ask_if: {question: ⟦letters, is: [orders]}"),
    S("condition-kind", "pack", "{question: workshops, at_least: 10}", "{question: ⟦workshops, is: [many]}"),
    S("condition-kind", "gather", "{question: exports, above: 5}", "{question: ⟦leader, above: 5}"),
    S("condition-range", "pack", "at_least: 10}", "at_least: ⟦501}", "500"),
    S("condition-range", "spark", "below: 5", "below: ⟦-5"),
]  # fmt: skip
QUESTIONS = [
    S("question-kind", "questions", "    unit: {zh: 家, en: firms}\n    range: [0, 500]\n", "    range: [0, 500]\n", "unit", at="id: workshops"),
    S("question-kind", "questions", "    range: [0, 500]\n", "", "range", at="id: workshops"),
    S("question-kind", "questions", "kind: one", "kind: one\n    typical: ⟦3", "typical"),
    S("question-kind", "questions", "kind: one", "kind: one\n    whole: ⟦false", "whole"),
    S("range", "questions", "range: [0, 60]", "range: ⟦[60, 0]", also=("condition-range",) * 2 + ("points",)),
    S("range", "questions", "typical: 12.5", "typical: ⟦112.5"),
    S("whole-number", "questions", "typical: 40", "typical: ⟦40.5"),
    S("whole-number", "questions", "range: [0, 60]", "range: ⟦[0, 60.5]", also=("points",)),
    S("reserved-option", "questions", "{id: flat, label", "{id: ⟦unknown, label", also=("option-missing",) * 2 + ("unknown-option",) * 3),
    S("too-many", "questions", "    ask_if: {question: demand", f"{_MORE}    ask_if: {{question: demand", "12", at="- {id: patents", also=("option-missing",) * 10),
    S("delicate", "questions", "better: first", "better: ⟦high", "first"),
    S("renamed", "questions", "kind: several", "kind: several\n    renamed_from: [⟦demand]"),
    S("fiscal-question", "pack", "fiscal_question: own_revenue", "fiscal_question: ⟦leader"),
    S("threshold", "pack", "recommended_known: {value: 0.5", "recommended_known: {value: ⟦50"),
    S("threshold", "pack", "conditional_from: {value: 0.5", "conditional_from: {value: ⟦0.7"),
    S("threshold", "pack", "no_heavy_below: {value: 20", "no_heavy_below: {value: ⟦50"),
    S("threshold", "pack", "leader_led_at_most: {value: 1", "leader_led_at_most: {value: ⟦0"),
    S("threshold", "pack", "leader_led_at_most: {value: 1", "leader_led_at_most: {value: ⟦1.5"),
]  # fmt: skip
PLAYBOOKS = [
    S("file-name", "gather", "id: gather", "id: ⟦gathering"),
    S("one-criterion", "gather", "preconditions:", _SECOND),
    S("option-missing", "gather", "      flat: {value: 0.6, because: {zh: 能从散户手里接单。, en: Orders move over from the scattered.}}\n", "", "flat", at="growing: {value: 1"),
    S("anchor", "gather", "growing: {value: 1,", "⟦growing: {value: 0.9,", "0.9"),
    S("anchor", "gather", "falling: {value: 0,", "falling: {value: 0.1,", "0.1", at="growing: {value: 1"),
    S("anchor", "gather", "points: [[0, 0], [40, 0.8]", "points: ⟦[[0, 0.1], [40, 0.8]"),
    S("points", "gather", "[[0, 0], [40, 0.8], [120, 1], [500, 1]]", "⟦[[0, 0], [40, 0.8], [120, 1]]", "500"),
    S("points", "gather", "[[0, 0], [40, 0.8], [120, 1], [500, 1]]", "⟦[[0, 0], [120, 0.8], [40, 1], [500, 1]]"),
    S("points", "gather", "[[0, 0], [40, 0.8], [120, 1], [500, 1]]", "⟦[[0, 0], [40, 0.8], [40, 1], [500, 1]]"),
    S("points", "gather", "en: Surplus.}}", "en: Surplus.}}\n    points: ⟦[[0, 0], [1, 1]]"),
    S("points", "lift", "points: [[0, 0], [30, 1], [100, 0.8]]\n    ", "", at="question: exports"),
    S("whole-number", "gather", "[[0, 0], [40, 0.8]", "⟦[[0, 0], [40.5, 0.8]"),
    S("otherwise", "gather", "    otherwise: {value: 0.4, because: {zh: 内销为主。, en: Home sales mostly.}}\n", "", "exports", at="exports\n    weight"),
    S("otherwise", "gather", "    otherwise: {value: 0, because: {zh: 没有龙头可借。, en: There is no leader to borrow from.}}\n", "", at="leader_tests\n    weight"),
    S("weight-cap", "gather", "weight: 5", "weight: ⟦6", "31.6%"),
    S("build", "gather", "    build: {zh: 市里调剂，一年。, en: The prefecture finds it within a year.}\n", "", at="id: lawful_land"),
    S("evidence-grade", "gather", "evidence: B", "evidence: ⟦A", "B"),
    S("evidence-grade", "lift", "evidence: C", "evidence: ⟦B", "C"),
    S("evidence-grade", "gather", "claims: [C1, C2]\n  - id: tests", "claims: [C4]\n  - id: tests", "D", at="B\n    if_fails"),
    S("ask-above", "gather", "    ask_above: {zh: 争取用地指标。, en: Ask for land quota.}\n", "", at="prefecture\n    resource"),
    S("basis", "spark", "    basis: judgement\n", "", at="id: matching"),
    S("basis", "gather", "claims: [C1, C3]", "claims: [C1, C3]\n    basis: ⟦judgement"),
    S("range", "gather", "range: [5, 10]", "range: ⟦[10, 5]"),
    S("self-reference", "gather", "{with: spark,", "{with: ⟦gather,"),
    S("companion", "gather", "{with: spark, relation: relay", "{with: ⟦spark, relation: companion", "spark"),
    S("after-order", "gather", "after: [register]", "after: ⟦[shared_tests]"),
    S("after-order", "gather", "merge: firm_register", "after: ⟦[park]", also=("after-order",) * 2),
    S("after-order", "gather", "after: [register]\n    claims", "after: [⟦park]\n    claims"),
]  # fmt: skip

# the places of the case base

PLACES = [
    S("unknown-playbook", "places/hill", "followed: [gather]", "followed: [⟦gathering]", "gathering"),
    S("choice", "places/hill", "outcome: partial", "outcome: ⟦splendid"),
    S("option", "places/hill", "demand: growing", "demand: ⟦rising", "rising"),
    S("unknown-key", "places/hill", "  confidence: medium", "  confidence: medium\n  ⟦confidnce: low", "confidence"),
    S(
        "missing-key",
        "places/hill",
        "  result: {zh: 一半窑厂搬了进来。, en: Half of the kilns moved in.}\n",
        "",
        "result",
        at="name: {zh: 丙县",
    ),
]
