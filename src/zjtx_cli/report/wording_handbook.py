"""Sentences of the handbook of a whole pack."""

from zjtx_cli.text import Text

TITLE = Text("模式库手册", "Handbook of the playbooks")
SUBTITLE = Text("内容版本 {name} {version}｜政策以{as_of}为准", "Content {name} {version} | as of {as_of}")
PRIMER = Text("先读这几段", "Read this first")
GROUPS = Text("企业分几类，各看什么", "The groups of firms")
PRESENT = Text("什么时候算有", "Present when")
SIZE = Text("看规模的问题", "Its size is told by")
MODELS = Text("对路的模式", "Models for it")
PLAYBOOK = Text("{title}（{case}）", "{title} ({case})")
QUESTIONS = Text("问哪些问题", "The questions")
TENSIONS = Text("互相矛盾的答案", "Answers that do not go together")
TENSIONS_LEAD = Text(
    "遇到这些情况会请答题人再核对一次，不影响打分。",
    "The person who answers is asked to check these once more; they change no score.",
)
STATUS = Text("现在能不能用", "Usable now")
BASIS = Text("依据文件", "Legal basis")
APPLICANTS = Text("谁能申请", "Who may apply")
PITFALL = Text("容易出的错", "Pitfall")
NOTE = Text("注意", "Note")
LINES = Text("判断的几条线", "The lines of the judgement")
LINE, AT = Text("线", "Line"), Text("在哪里", "At")
CONDITIONAL_FROM = Text("适合度不低于此，才值得考虑", "Fit from which a model is worth considering")
RECOMMENDED_FROM = Text("适合度不低于此，才说推荐", "Fit from which it is recommended")
RECOMMENDED_KNOWN = Text("推荐至少要清楚多少依据", "Least known for a recommendation")
VERDICT_KNOWN = Text("下结论至少要清楚多少依据", "Least known for a conclusion")
LEAD = Text("领先不到此，分不出先后", "Lead below which there is no order")
NO_HEAVY = Text("财政自给率低于此，不上重资产项目", "Own revenue below which there is no heavy project")
ONE_HEAVY = Text("财政自给率低于此，至多一个重资产项目", "Own revenue below which there is one at most")
LEADER_LED = Text("主要领导至多亲自牵头几件", "Matters that top leaders lead in person, at most")
