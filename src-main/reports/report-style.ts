/** The look of a report page: no script, no picture, nothing from a network; light and dark; A4 across when printed. */
export const reportStyle = `
:root { color-scheme: light dark; --text: #1b1b1b; --soft: #4d4d4d; --line: #c8c8c8; --back: #ffffff; --band: #f3f3f3; --bar: #0f6cbd; --bad: #b10e1c; --good: #0e700e; --warn: #8a5200; }
@media (prefers-color-scheme: dark) { :root { --text: #f5f5f5; --soft: #c7c7c7; --line: #575757; --back: #1b1b1b; --band: #292929; --bar: #479ef5; --bad: #ff99a4; --good: #7fd07f; --warn: #fdcf6a; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 32px 24px; max-width: 1200px; font: 14px/1.45 "Segoe UI", system-ui, "DejaVu Sans", sans-serif; color: var(--text); background: var(--back); }
h1 { margin: 0 0 4px; font-size: 26px; font-weight: 600; }
h2 { margin: 32px 0 8px; font-size: 18px; font-weight: 600; break-after: avoid; }
h3 { margin: 16px 0 4px; font-size: 14px; font-weight: 600; break-after: avoid; }
p { margin: 0 0 8px; }
.soft { color: var(--soft); }
.made { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 12px 0 0; }
.made dt { color: var(--soft); }
.made dd { margin: 0; overflow-wrap: anywhere; }
.counts { display: grid; grid-template-columns: repeat(auto-fit, minmax(360px, 1fr)); gap: 8px 40px; }
.counts table { table-layout: fixed; }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 4px 8px 4px 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; }
th { font-weight: 600; }
tbody th { font-weight: 400; }
thead th { color: var(--soft); border-bottom-color: var(--soft); }
td.figure { width: 72px; text-align: right; font-variant-numeric: tabular-nums; }
td.bar { width: 40%; vertical-align: middle; }
.bar span { display: block; height: 10px; min-width: 2px; background: var(--bar); border-radius: 2px; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.state { font-weight: 600; }
.good { color: var(--good); } .warn { color: var(--warn); } .bad { color: var(--bad); }
@page { size: A4 landscape; margin: 14mm 12mm 16mm; }
@media print {
  :root { color-scheme: light; --text: #000000; --soft: #404040; --line: #b0b0b0; --back: #ffffff; --band: #f3f3f3; --bar: #0f6cbd; --bad: #a00000; --good: #0b5a0b; --warn: #704300; }
  body { padding: 0; max-width: none; font-size: 9.5pt; }
  .scroll { overflow: visible; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .counts section { break-inside: avoid; }
}
`
