"""How the page looks: on a screen, in the dark, on a phone, on A4. Colours keep a contrast of 4.5 to 1 or better."""

from zjtx_cli.report.drawing_svg import STYLE as CHARTS

STYLE = (
    """
:root{--ink:#1c2733;--soft:#4a5866;--paper:#ffffff;--tint:#f3f6f9;--line:#c9d3dc;--accent:#0b5394;--warn:#8a3b00;--warn-tint:#fff4e8}
@media (prefers-color-scheme:dark){:root{--ink:#e6ebf0;--soft:#aeb9c4;--paper:#14191f;--tint:#1d252d;--line:#3b4854;--accent:#8ec5ff;--warn:#ffb779;--warn-tint:#2e2218}}
*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%}
body{margin:0 auto;padding:1.5rem 1.25rem 4rem;max-width:54rem;color:var(--ink);background:var(--paper);
font-family:"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Source Han Sans SC","Noto Sans CJK SC","Noto Sans SC",system-ui,sans-serif;
line-height:1.75;overflow-wrap:anywhere;line-break:strict}
:lang(en) body{line-height:1.6;font-family:system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
header{border-bottom:3px solid var(--accent);margin-bottom:1rem}
header p{margin:.25rem 0 .75rem;color:var(--soft)}
h1{font-size:1.6rem;line-height:1.35;margin:0}
h2{font-size:1.3rem;margin:2.5rem 0 .75rem;padding-bottom:.25rem;border-bottom:1px solid var(--line);color:var(--accent)}
h3{font-size:1.1rem;margin:1.75rem 0 .5rem}
h4{font-size:1rem;margin:1.25rem 0 .35rem}
h5,h6{font-size:1rem;font-weight:600;color:var(--soft);margin:1rem 0 .25rem}
p,ul,ol,dl,table{margin:.5rem 0}
ul,ol{padding-left:1.6rem}
li{margin:.3rem 0}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,summary:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
nav ul{columns:2;column-gap:2rem;list-style:none;padding-left:0;margin:.25rem 0}
nav li{margin:0;padding:.15rem 0;break-inside:avoid}
summary{cursor:pointer;font-weight:600}
main details{border:1px solid var(--line);border-radius:.3rem;padding:.35rem .75rem;margin:.5rem 0}
nav details{background:var(--tint);padding:.5rem .75rem;border-radius:.3rem}
dl>div{display:grid;grid-template-columns:7.5rem 1fr;column-gap:1rem;padding:.4rem 0;border-bottom:1px solid var(--line)}
dl>div:last-child{border-bottom:0}
dt{font-weight:600;color:var(--soft);grid-row:1/span 20}
dd{margin:0;grid-column:2}
dd+dd{margin-top:.25rem}
main>section:first-child dl{background:var(--tint);border:1px solid var(--line);border-radius:.3rem;padding:.25rem 1rem}
table{width:100%;border-collapse:collapse;font-size:.95rem}
caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line)}
thead th{background:var(--tint);border-bottom:2px solid var(--line);white-space:nowrap}
tbody th{font-weight:600;min-width:7em}
.figure{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
td.short{white-space:nowrap}
.listed{display:flex;margin-top:1.5rem}
.listed>:first-child{white-space:pre}
.signed{text-align:right}
.callout{border-left:4px solid var(--accent);background:var(--tint);padding:.6rem .9rem}
.callout.warning{border-left-color:var(--warn);background:var(--warn-tint)}
.callout.warning strong{color:var(--warn)}
figure{margin:1rem 0;max-width:46rem}
figure svg{display:block;width:100%;height:auto}
figure svg.narrow{display:none}
figcaption{color:var(--soft);font-size:.9rem;margin-top:.4rem}
@media screen and (max-width:40rem){
figure svg.wide{display:none}
figure svg.narrow{display:block}
}
@media (max-width:40rem){
body{padding:1rem .9rem 3rem}
h1{font-size:1.35rem}
h2{font-size:1.15rem}
nav ul{columns:1}
dl>div{display:block}
dd{margin:.1rem 0 0}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
table,tbody,tr,th,td{display:block}
tbody tr{border:1px solid var(--line);border-radius:.3rem;margin:.6rem 0;padding:.35rem .6rem}
tbody th,td{border:0;padding:.15rem 0}
td.figure{text-align:left;white-space:normal}
td[data-label]::before{content:attr(data-label) " · ";color:var(--soft);font-size:.9em}
td:empty{display:none}
}
@page{size:A4;margin:22mm 20mm 20mm;@bottom-center{content:"— " counter(page) " —";font-size:9pt}}
@media print{
:root{--ink:#000;--soft:#333;--paper:#fff;--tint:#f4f4f4;--line:#999;--accent:#000;--warn:#000;--warn-tint:#f4f4f4}
body{max-width:none;padding:0;font-size:10.5pt;line-height:1.55;font-family:"FangSong","STFangsong","Songti SC","SimSun","Source Han Serif SC","Noto Serif CJK SC",serif}
:lang(en) body{line-height:1.45;font-family:Georgia,"Times New Roman","Songti SC","SimSun","Noto Serif CJK SC",serif}
:lang(zh-CN) :is(h1,h2,h3,h4,h5,h6,summary,dt,th){font-family:"SimHei","Heiti SC","Source Han Sans SC","Noto Sans CJK SC",sans-serif}
nav{display:none}
h2{margin-top:1.5rem}
h3{margin-top:1.1rem}
th,td{padding:.22rem .45rem}
table{font-size:.92em}
li{margin:.15rem 0}
a{color:inherit;text-decoration:none}
main details{border:0;padding:0}
summary{list-style:none}
details::details-content{content-visibility:visible;block-size:auto}
h2,h3,h4,h5,h6,summary,thead{break-after:avoid}
tr,dl>div,li,.callout,.listed,.signed,figure{break-inside:avoid}
.listed,.signed{break-before:avoid}
tbody tr:first-child,tbody tr:last-child{break-before:avoid}
p{orphans:2;widows:2}
thead{display:table-header-group}
}
"""
    + CHARTS
)
