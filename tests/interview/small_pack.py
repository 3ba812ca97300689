"""A small pack as its author would write it: every kind of question, a branch on a branch, two models, a tension."""

from pathlib import Path

_FILES = {
    "pack": """
        schema_version: 1
        name: small
        version: "1"
        as_of: "2026-11"
        title: {zh: 小模式库, en: Small pack}
        thresholds:
          conditional_from: {value: 0.5, because: {zh: 因, en: because}}
          recommended_from: {value: 0.65, because: {zh: 因, en: because}}
          recommended_known: {value: 0.5, because: {zh: 因, en: because}}
          verdict_known: {value: 0.3, because: {zh: 因, en: because}}
          lead: {value: 0.05, because: {zh: 因, en: because}}
          weight_cap: {value: 1, because: {zh: 因, en: because}}
          no_heavy_below: {value: 20, because: {zh: 因, en: because}}
          one_heavy_below: {value: 40, because: {zh: 因, en: because}}
          leader_led_at_most: {value: 1, because: {zh: 因, en: because}}
        fiscal_question: share
        groups:
          - id: laggard
            title: {zh: 规范提升一批, en: Laggards}
            pain: {zh: 散, en: scattered}
            present_if: {question: trend, is: [up, flat, down]}
            size: firms
        phases:
          - {id: prepare, title: {zh: 准备, en: Prepare}}
        doing_nothing: {zh: 照旧。, en: Nothing changes.}
    """,
    "questions": """
        schema_version: 1
        sections:
          - {id: market, title: {zh: 市场, en: Market}}
          - {id: firms, title: {zh: 企业, en: Firms}}
        offices:
          - {id: industry, name: {zh: 工信部门, en: industry bureau}}
          - {id: finance, name: {zh: 财政部门, en: finance bureau}}
        questions:
          - id: trend
            section: market
            name: {zh: 需求走势, en: Trend}
            text: {zh: 需求走势如何？, en: How does demand move?}
            help: {zh: 看全国需求量。, en: Look at national volume.}
            why: {zh: 需求在退就要换路。, en: Falling demand asks for another course.}
            office: industry
            where: {zh: 协会年报, en: annual report}
            nature: given
            kind: one
            options:
              - {id: up, label: {zh: 增长, en: Growing}, hint: {zh: 年均超过1%, en: over 1% a year}}
              - {id: flat, label: {zh: 持平, en: Flat}}
              - {id: down, label: {zh: 下降, en: Falling}}
          - id: way_out
            section: market
            name: {zh: 退路, en: Way out}
            text: {zh: 有没有别的用处？, en: Is there another use?}
            why: {zh: 决定往哪里转。, en: It decides where to turn.}
            office: industry
            where: {zh: 座谈, en: a meeting}
            nature: slow
            kind: one
            ask_if: {question: trend, is: [down]}
            options:
              - {id: some, label: {zh: 有, en: 'Yes'}}
              - {id: no_use, label: {zh: 没有, en: 'No'}}
          - id: buyers
            section: market
            name: {zh: 买家数, en: Buyers}
            text: {zh: 有几家买家？, en: How many buyers?}
            why: {zh: 有买家才转得动。, en: Without buyers nothing turns.}
            office: industry
            where: {zh: 台账, en: ledger}
            nature: slow
            kind: number
            unit: {zh: 家, en: buyers}
            range: [0, 20]
            typical: 2
            whole: true
            ask_if: {question: way_out, is: [some]}
          - id: firms
            section: firms
            name: {zh: 企业数, en: Firms}
            text: {zh: 有几家企业？, en: How many firms?}
            why: {zh: 太少不成群。, en: Too few make no group.}
            office: industry
            where: {zh: 名录, en: register}
            nature: slow
            kind: number
            unit: {zh: 家, en: firms}
            range: [0, 300]
            typical: 12
            whole: true
            renamed_from: [companies]
          - id: sales
            section: firms
            name: {zh: 销售额, en: Sales}
            text: {zh: 一年销售多少？, en: What are sales a year?}
            why: {zh: 看规模。, en: It tells the size.}
            office: industry
            where: {zh: 统计年鉴, en: yearbook}
            nature: slow
            kind: number
            unit: {zh: 万元, en: 10k yuan}
            range: [0, 1000000]
            typical: 50000
          - id: traces
            section: firms
            name: {zh: 凭证, en: Traces}
            text: {zh: 有哪些凭证？, en: Which traces are there?}
            why: {zh: 手艺要看得见。, en: Skill must be seen.}
            office: industry
            where: {zh: 名册, en: roll}
            nature: slow
            kind: several
            options:
              - {id: masters, label: {zh: 大师, en: Masters}}
              - {id: patents, label: {zh: 专利, en: Patents}}
              - {id: nothing, label: {zh: 都没有, en: None of these}, exclusive: true}
          - id: share
            section: firms
            name: {zh: 自给率, en: Own revenue}
            text: {zh: 财政自给率是多少？, en: What share is own revenue?}
            why: {zh: 看财力。, en: It tells the means.}
            office: finance
            where: {zh: 决算, en: accounts}
            nature: slow
            kind: number
            unit: {zh: '%', en: '%'}
            range: [0, 100]
            typical: 40
            proxy: {zh: 用上年预算数。, en: Use the budget of last year.}
          - id: port
            section: firms
            name: {zh: 港口, en: Port}
            text: {zh: 港口通不通？, en: Is the port open?}
            why: {zh: 看运输。, en: It tells transport.}
            office: industry
            where: {zh: 交通部门, en: transport office}
            nature: given
            kind: one
            may_not_apply: true
            delicate: {better: first, why: {zh: 容易答好。, en: Answered too well.}}
            options:
              - {id: open, label: {zh: 通, en: Open}}
              - {id: closed, label: {zh: 不通, en: Closed}}
        tensions:
          - id: growing_without_firms
            when: {all: [{question: trend, is: [up]}, {question: firms, at_most: 2}]}
            say: {zh: 需求在涨，企业却不到三家？, en: 'Demand grows, yet fewer than three firms?'}
    """,
    "claims": """
        schema_version: 1
        claims:
          - id: C1
            text: {zh: 有据, en: fact}
            status: confirmed
            design: case
    """,
    "instruments": """
        schema_version: 1
        instruments: []
    """,
    "stay": """
        schema_version: 1
        id: stay
        group: laggard
        title: {zh: 就地提升, en: Lift in place}
        case: {zh: 某地, en: Somewhere}
        summary: {zh: 就地做好。, en: Do it well in place.}
        problem: {zh: 散。, en: Scattered.}
        criteria:
          - question: trend
            weight: 4
            reason: {zh: 要有需求, en: demand is needed}
            values:
              up: {value: 1, because: {zh: 在涨, en: grows}}
              flat: {value: 0.5, because: {zh: 平, en: flat}}
              down: {value: 0, because: {zh: 在退, en: falls}}
          - question: firms
            weight: 3
            reason: {zh: 要成群, en: a group is needed}
            points: [[0, 0], [20, 1], [300, 1]]
            because: {zh: 二十家成群, en: twenty make a group}
          - question: share
            weight: 2
            reason: {zh: 要花钱, en: it costs}
            points: [[0, 0], [100, 1]]
            because: {zh: 越高越好, en: the more the better}
          - question: port
            weight: 1
            reason: {zh: 要运货, en: goods must move}
            values:
              open: {value: 1, because: {zh: 通, en: open}}
              closed: {value: 0, because: {zh: 不通, en: closed}}
            otherwise: {value: 0.5, because: {zh: 无港, en: no port}}
        blockers:
          - id: gone
            when: {question: way_out, is: [no_use]}
            because: {zh: 没有退路, en: there is no way out}
            instead: {zh: 先找用处, en: find a use first}
        mechanism:
          - id: step
            text: {zh: 好企业带动, en: good firms pull}
            holds_if: {question: firms, at_least: 1}
            necessary: true
            evidence: C
            if_fails: {zh: 先引一家, en: bring one first}
            claims: [C1]
        measures:
          - id: register
            title: {zh: 建台账, en: Make a register}
            phase: prepare
            steps: [{zh: 列名单, en: list them}]
            lead: industry
            authority: county
            resource: {class: light, range: [1, 5]}
            kpis: [{text: {zh: 建成, en: done}}]
            risks: [{zh: 走过场, en: a formality}]
            basis: judgement
        if_nothing: {zh: 照旧散着。, en: It stays scattered.}
    """,
    "move": """
        schema_version: 1
        id: move
        group: laggard
        title: {zh: 换路, en: Change course}
        case: {zh: 他地, en: Elsewhere}
        summary: {zh: 带着手艺换一行。, en: Take the skill elsewhere.}
        problem: {zh: 需求在退。, en: Demand falls.}
        criteria:
          - question: trend
            weight: 3
            reason: {zh: 退才要换, en: falling demand asks for it}
            values:
              up: {value: 0, because: {zh: 不必换, en: no need}}
              flat: {value: 0.4, because: {zh: 可换, en: may be}}
              down: {value: 1, because: {zh: 该换, en: time to go}}
          - question: buyers
            weight: 2
            reason: {zh: 要有买家, en: buyers are needed}
            points: [[0, 0], [5, 1], [20, 1]]
            because: {zh: 五家够了, en: five are enough}
            otherwise: {value: 0.2, because: {zh: 没有问, en: not asked}}
          - question: traces
            weight: 4
            reason: {zh: 要有手艺, en: skill is needed}
            combine: max
            values:
              masters: {value: 1, because: {zh: 有大师, en: masters}}
              patents: {value: 0.8, because: {zh: 有专利, en: patents}}
              nothing: {value: 0, because: {zh: 没有, en: none}}
          - question: sales
            weight: 1
            reason: {zh: 要有本钱, en: means are needed}
            points: [[0, 0], [100000, 1], [1000000, 1]]
            because: {zh: 十亿够了, en: a billion is enough}
        measures:
          - id: letters
            title: {zh: 找买家, en: Find buyers}
            phase: prepare
            steps: [{zh: 写信, en: write}]
            lead: industry
            authority: county
            resource: {class: light, range: [1, 5]}
            kpis: [{text: {zh: 三封, en: three}}]
            risks: [{zh: 没回音, en: no reply}]
            basis: judgement
        if_nothing: {zh: 越退越小。, en: It shrinks.}
    """,
}


def write_small_pack(folder: Path) -> Path:
    """The folder, with every file of the pack in it."""
    import textwrap

    folder.mkdir(parents=True, exist_ok=True)
    for name, content in _FILES.items():
        (folder / f"{name}.yaml").write_text(textwrap.dedent(content).lstrip(), encoding="utf-8")
    return folder
