/** The look of a report page: no script, no picture, nothing from a network; light and dark; A4 across when printed. */
export const reportStyle = `
:root { color-scheme: light dark; --text: #1b1b1b; --soft: #4d4d4d; --line: #d1d1d1; --back: #ffffff; --band: #f5f5f5; --bar: #0f6cbd; --bad: #b10e1c; --good: #0e700e; --warn: #8a5200; }
@media (prefers-color-scheme: dark) { :root { --text: #f5f5f5; --soft: #c7c7c7; --line: #575757; --back: #1b1b1b; --band: #292929; --bar: #479ef5; --bad: #ff99a4; --good: #7fd07f; --warn: #fdcf6a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 24px; max-width: 1280px; font: 14px/1.4 "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif; color: var(--text); background: var(--back); }
h1 { margin: 0 0 12px; padding-bottom: 8px; border-bottom: 3px solid var(--bar); font-size: 28px; font-weight: 600; }
h2 { margin: 32px 0 8px; font-size: 18px; font-weight: 600; break-after: avoid; }
p { margin: 0 0 8px; }
.soft { color: var(--soft); }
.line { display: block; font-size: 0.9em; }
.made { display: grid; grid-template-columns: repeat(auto-fit, minmax(280px, 1fr)); gap: 4px 32px; margin: 0 0 8px; }
.made div { display: grid; grid-template-columns: 84px 1fr; }
.made dt { color: var(--soft); }
.made dd { margin: 0; overflow-wrap: anywhere; }
.glance { display: grid; grid-template-columns: repeat(auto-fit, minmax(160px, 1fr)); gap: 8px; margin: 0 0 20px; padding: 0; list-style: none; }
.glance li { padding: 8px 12px; background: var(--band); border-left: 4px solid var(--line); }
.glance strong { display: block; font-size: 22px; font-weight: 600; line-height: 1.2; }
.counts { columns: 2 360px; column-gap: 40px; }
.count { margin: 0 0 20px; table-layout: fixed; break-inside: avoid; }
.count caption { padding: 0 0 4px; font-weight: 600; text-align: left; border-bottom: 1px solid var(--soft); }
.count th { width: 52%; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
.wide { min-width: 960px; table-layout: fixed; }
th, td { padding: 4px 10px 4px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 600; }
tbody th { font-weight: 400; }
tr.joined > * { border-bottom: 0; }
.long td { padding-left: 16px; }
thead th { color: var(--soft); border-bottom-color: var(--soft); vertical-align: bottom; }
td.figure { width: 72px; text-align: right; font-variant-numeric: tabular-nums; }
td.bar { vertical-align: middle; }
.bar span { display: block; height: 10px; min-width: 2px; background: var(--bar); border-radius: 2px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.state { font-weight: 600; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); }
@page { size: A4 landscape; margin: 12mm 12mm 15mm; }
@media print {
  :root { color-scheme: light; --text: #000000; --soft: #404040; --line: #c0c0c0; --back: #ffffff; --band: #f3f3f3; --bar: #0f6cbd; --bad: #a00000; --good: #0b5a0b; --warn: #704300; }
  body { padding: 0; max-width: none; font-size: 8.5pt; line-height: 1.3; }
  h1 { font-size: 20pt; }
  h2 { margin-top: 7mm; font-size: 13pt; }
  .made { grid-template-columns: repeat(3, 1fr); gap: 1mm 6mm; }
  .made div { grid-template-columns: 18mm 1fr; }
  .glance { grid-template-columns: repeat(5, 1fr); gap: 3mm; margin-bottom: 5mm; }
  .glance li { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .glance strong { font-size: 16pt; }
  .counts { columns: 2; column-gap: 10mm; }
  .count { margin-bottom: 4mm; }
  .count th, .count td { padding-top: 0.6mm; padding-bottom: 0.6mm; }
  .scroll { overflow: visible; }
  .wide { min-width: 0; }
  .opening { break-inside: avoid; break-after: avoid; }
  tr { break-inside: avoid; }
  tr.long { break-inside: auto; break-before: avoid; }
  thead { display: table-header-group; break-after: avoid; }
}
`
