// SPDX-License-Identifier: GPL-3.0-or-later
#include "review/report/page_frame.h"

#include "review/report/html_text.h"

namespace mockingbird::review {

namespace {

constexpr std::string_view kStyle = R"css(
:root { color-scheme: light dark;
  --page: #f4f5f7; --paper: #ffffff; --well: #f3f5f8; --line: #dfe3e8; --ink: #1c2430; --soft: #566173;
  --accent: #1f5f8b; --accent-soft: #e4eff7; --on-accent-soft: #164766; --off: #c4ccd6;
  --warn-soft: #fdf1d8; --on-warn-soft: #6b4700; }
@media screen and (prefers-color-scheme: dark) { :root {
  --page: #14181d; --paper: #1c2128; --well: #252c35; --line: #343d48; --ink: #e7ebf0; --soft: #a5b0be;
  --accent: #7fc0ea; --accent-soft: #1e3a4e; --on-accent-soft: #c9e6f8; --off: #4a5563;
  --warn-soft: #43351a; --on-warn-soft: #f8dfa6; } }
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink);
  font: 16px/1.55 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; overflow-wrap: anywhere; }
main { max-width: 62rem; margin: 2rem auto; padding: 2.5rem 3rem; background: var(--paper);
  border: 1px solid var(--line); border-radius: 12px; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 .25rem; letter-spacing: -.01em; }
h2 { font-size: 1.25rem; margin: 2.75rem 0 .75rem; padding-bottom: .4rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 2rem 0 .75rem; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); }
.eyebrow { color: var(--soft); font-size: .8rem; font-weight: 600; letter-spacing: .06em; text-transform: uppercase;
  margin: 0 0 .5rem; }
.lead { font-size: 1.1rem; color: var(--soft); margin: 0; }
.facts { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: 1rem 1.5rem;
  margin: 1.5rem 0 0; padding: 1.1rem 1.25rem; background: var(--well); border-radius: 10px; }
.facts div { margin: 0; } .facts dt { color: var(--soft); font-size: .8rem; } .facts dd { margin: 0; font-weight: 600; }
.practice { margin: 1rem 0 0; padding: .7rem 1rem; background: var(--warn-soft); color: var(--on-warn-soft);
  border-radius: 10px; font-size: .92rem; }
.own { margin: 1rem 0 0; padding: .7rem 1rem; border: 2px solid var(--on-warn-soft); color: var(--on-warn-soft);
  background: var(--warn-soft); border-radius: 10px; font-size: .92rem; }
.more { margin: 1rem 0 0; color: var(--soft); font-size: .92rem; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(16rem, 1fr)); gap: 0 2.5rem; }
.points { margin: 0; padding: 0; list-style: none; }
.points li { padding: .3rem 0; }
.points .time { margin-right: .35rem; }
.by { color: var(--soft); font-size: .85rem; font-weight: 400; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { text-align: left; vertical-align: top; padding: .8rem .9rem .8rem 0; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-size: .85rem; font-weight: 600; padding-top: .2rem; }
tbody th { font-weight: 600; width: 24%; }
.scores th, .scores td { min-width: 8.5rem; }
.given + .given { margin-top: .7rem; }
.reason { margin: .35rem 0 0; font-size: .9rem; line-height: 1.45; padding-left: .6rem; border-left: 3px solid var(--accent); }
th small, .small { display: block; color: var(--soft); font-size: .85rem; font-weight: 400; line-height: 1.45; }
.pips { display: inline-flex; gap: 3px; vertical-align: middle; margin-right: .5rem; }
.pips i { width: 11px; height: 11px; border-radius: 50%; border: 1.5px solid var(--off); }
.pips i.on { background: var(--accent); border-color: var(--accent); }
.level { font-weight: 600; }
.anchor { margin: .35rem 0 0; font-size: .9rem; line-height: 1.45; color: var(--soft); }
.moments { margin: .4rem 0 0; font-size: .85rem; }
.time { display: inline-block; padding: .05rem .5rem; border-radius: 999px; background: var(--accent-soft);
  color: var(--on-accent-soft); font-size: .85rem; font-weight: 600; font-variant-numeric: tabular-nums;
  text-decoration: none; white-space: nowrap; }
.chip { display: inline-block; padding: 0 .5rem; border: 1px solid var(--line); border-radius: 999px;
  color: var(--soft); font-size: .8rem; white-space: nowrap; }
.draft { background: var(--warn-soft); color: var(--on-warn-soft); border-color: transparent; }
.question { margin: -.4rem 0 1rem; color: var(--soft); max-width: 46rem; }
.note { display: grid; grid-template-columns: 13.5rem 1fr; gap: 1.25rem; padding: 1rem 0;
  border-top: 1px solid var(--line); break-inside: avoid; }
h3 + .note, .question + .note { border-top: 0; }
.note.drawn { grid-template-columns: 22rem 1fr; }
.note > div { min-width: 0; }
.understood { font-size: .85rem; font-weight: 600; color: var(--accent); }
.note p + .understood, .note p + .replies, .note header + .replies { margin-top: .5rem; }
.replies { margin: 0; padding: 0; list-style: none; max-width: 40rem; }
.replies li { padding: .45rem 0 .45rem .9rem; border-left: 3px solid var(--line); font-size: .93rem; }
.replies time { color: var(--soft); font-size: .82rem; margin-left: .35rem; }
.note img, .nopicture { display: block; width: 100%; border-radius: 8px; border: 1px solid var(--line); }
.nopicture { aspect-ratio: 16 / 9; background: var(--well); color: var(--soft); font-size: .8rem;
  display: grid; place-content: center; }
.note header { display: flex; flex-wrap: wrap; gap: .35rem .5rem; align-items: center; margin-bottom: .4rem; }
.note header b { font-weight: 600; } .note p { margin: 0; max-width: 40rem; }
.summary { padding: 1.1rem 1.25rem; margin: 0 0 1rem; background: var(--well); border-radius: 10px;
  break-inside: avoid; }
.summary h3 { margin: 0 0 .4rem; } .summary p:last-child { margin: 0; }
ol.along { margin: 0; padding: 0; list-style: none; counter-reset: along; }
ol.along li { counter-increment: along; position: relative; padding: .55rem 0 .55rem 2.6rem; font-weight: 500; }
ol.along li::before { content: counter(along); position: absolute; left: 0; top: .5rem; width: 1.75rem; height: 1.75rem;
  border-radius: 50%; background: var(--accent-soft); color: var(--on-accent-soft); text-align: center;
  line-height: 1.75rem; font-weight: 700; font-size: .9rem; }
.change { display: inline-block; min-width: 2.6rem; padding: 0 .5rem; margin-left: .5rem; border-radius: 999px;
  text-align: center; font-size: .85rem; font-weight: 600; background: var(--well); color: var(--soft);
  font-variant-numeric: tabular-nums; }
.change.up { background: var(--accent-soft); color: var(--on-accent-soft); }
.change.down { background: var(--warn-soft); color: var(--on-warn-soft); }
.value { font-size: 1.15rem; font-weight: 700; font-variant-numeric: tabular-nums; }
tfoot th, tfoot td { border-bottom: 0; border-top: 2px solid var(--line); }
.plot { width: 100%; height: auto; display: block; font-family: inherit; }
footer { margin-top: 3rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--soft); font-size: .82rem;
  overflow-wrap: anywhere; }
footer p { margin: 0 0 .3rem; }
@media (max-width: 44rem) { main { margin: 0; padding: 1.5rem 1.1rem; border: 0; border-radius: 0; }
  .note, .note.drawn { grid-template-columns: 1fr; gap: .75rem; } }
@media print { @page { margin: 16mm; } html { font-size: 10pt; } body { background: none; font-size: 1rem; }
  main { max-width: none; margin: 0; padding: 0; border: 0; } h1, h2, h3, .question { break-after: avoid; }
  h2 { margin-top: 1.6rem; } tr, .summary, .points li, .along li, .replies li { break-inside: avoid; }
  thead { display: table-header-group; } .scroll { overflow: visible; } .scores th, .scores td { min-width: 0; }
  .facts { gap: .5rem 1.5rem; } .columns { grid-template-columns: 1fr 1fr; } .next { break-inside: avoid; }
  .along li { padding-top: .3rem; padding-bottom: .3rem; } ol.along li::before { top: .2rem; }
  .note { grid-template-columns: 10.5rem 1fr; padding: .6rem 0; gap: 1rem; }
  .note.drawn { grid-template-columns: 16rem 1fr; }
  p { orphans: 3; widows: 3; } a { color: inherit; text-decoration: none; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; } }
)css";

} // namespace

std::string htmlPage(std::string_view title, std::string_view body) {
    std::string page =
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src data:; "
        "style-src 'unsafe-inline'\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"robots\" content=\"noindex\">\n<title>";
    page.append(html(title))
        .append("</title>\n<style>")
        .append(kStyle)
        .append("</style>\n</head>\n<body>\n<main>\n");
    page.append(body).append("</main>\n</body>\n</html>\n");
    return page;
}

} // namespace mockingbird::review
