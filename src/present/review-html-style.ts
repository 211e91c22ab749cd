/** How the page of `review` looks: both sides beside one another where there is room, one under the other where there is none. */
import { pageColours, pageFindings, pageText } from './page-style.ts';

const head = `
h1{font-size:1.75rem;line-height:1.25;overflow-wrap:anywhere}
h2{font-size:1.375rem;line-height:1.3;margin-block:3rem .5rem;padding-block-start:1rem;border-block-start:2px solid var(--line);scroll-margin-top:1rem}
h3{font-size:1.0625rem;margin-block:1.5rem .5rem}
summary h3,.text>h3{display:inline;margin:0;font-size:1.0625rem;overflow-wrap:anywhere}
.states{margin-block-start:.25rem;color:var(--quiet);overflow-wrap:anywhere}
.verdict{margin-block:1rem;padding:.75rem 1rem;border-inline-start:.375rem solid;background:var(--raised);border-radius:0 .25rem .25rem 0}
.verdict.bad{border-color:var(--bad)}
.verdict.good{border-color:var(--good)}
.verdict p:first-child{font-size:1.25rem;font-weight:700;line-height:1.3}
.verdict.bad p:first-child{color:var(--bad)}
.verdict.good p:first-child{color:var(--good)}
.verdict ul{padding-inline-start:1.25rem}
.verdict .steps{margin-block-start:.5rem}
.verdict .steps dd{grid-column:2}
.steps code{user-select:all}
.counts,.contents{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;margin-block-start:.5rem;list-style:none}
.counts{color:var(--quiet)}
.decisions{padding:0;list-style:none}
.decisions li{padding:.5rem 0;border-block-start:1px solid var(--line);overflow-wrap:anywhere}
.decisions li:first-child{border-block-start:0}
.effects{padding-inline-start:1.25rem;overflow-wrap:anywhere}
.left{margin-block:1rem;font-weight:600}
.reasons code+code::before{content:'· '}
.error{color:var(--bad);background:var(--substantive-ground)}
.warning,.note.badge{color:var(--typographic);background:var(--typographic-ground)}
.badge.note{font-size:.875rem;margin:0}`;

const sides = `
.pair{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.25rem 2rem;margin-block:.5rem}
.pair>div{min-width:0}
.pair>div+div{border-inline-start:1px solid var(--line);padding-inline-start:1rem}
.label{font-size:.8125rem;font-weight:600;color:var(--quiet)}
.name{font-weight:700;margin-block:1.5rem .25rem;overflow-wrap:anywhere}
.text{border-block-start:1px solid var(--line);scroll-margin-top:1rem}
.text[open]{padding-block-end:1.5rem}
div.text{padding:.75rem .25rem}
div.text>.quiet{margin-inline-start:.5rem}
.text>.pair{padding:.5rem 1rem;background:var(--raised);border-radius:.25rem}
.same{color:var(--quiet)}
.same summary{padding-block:.25rem;font-size:.875rem}
.text .words.same{padding-inline-start:1rem}
.text>.words.same+.note{padding-inline-start:1rem}
.words.heading{font-weight:700}
.text .words.item{padding-inline-start:2rem}
.alone{padding-inline-start:1rem}
.alone .words,.alone .steps{margin-block:.5rem}
pre.words{white-space:pre-wrap;overflow-wrap:anywhere;padding-inline-start:1rem;font-size:.875rem}
table{border-collapse:collapse;table-layout:fixed;width:100%;margin-block:.5rem}
.purpose{width:30%}
.cookie{width:20%}
th,td{padding:.375rem .625rem;border:1px solid var(--line);text-align:start;vertical-align:top;overflow-wrap:anywhere;white-space:pre-line}
thead th{background:var(--raised);font-size:.875rem}
.line{display:block}
tr.added>*{color:var(--new);background:var(--new-ground)}
tr.removed>*{color:var(--gone);background:var(--gone-ground)}
tr.added ins{text-decoration:none}`;

const media = `
@media (max-width:44rem){
main,header,.skip{padding-inline:1rem}
h1{font-size:1.375rem}
.pair{grid-template-columns:minmax(0,1fr);gap:.5rem}
.pair>div+div{border-inline-start:0;padding-inline-start:0}
.findings>li{padding-inline:.75rem}
.text>.pair{padding-inline:.75rem}
.text .words.same,.text>.words.same+.note{padding-inline-start:0}
.text .words.item{padding-inline-start:1rem}
.alone{padding-inline-start:0}
.steps{grid-template-columns:minmax(0,1fr);gap:0}
.verdict .steps dd{grid-column:1}
.steps dd{margin-block-end:.75rem}
.meta strong{flex-basis:100%}
table,tbody,th,td{display:block}
tr{display:flex;flex-direction:column}
th[scope=row]{order:-1;background:var(--raised)}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tr{border:1px solid var(--line);border-radius:.25rem;margin-block-end:.75rem}
th,td{border:0}
td::before{content:attr(data-head);display:block;font-size:.8125rem;font-weight:600;color:var(--quiet)}
}
@media (forced-colors:active){.badge{border:1px solid currentColor}}
@media (prefers-contrast:more){:root{--quiet:var(--text);--line:var(--text)}}
@media print{
:root{--ground:#fff;--raised:#fff;--text:#000;--quiet:#333;--line:#999;--accent:#000}
body{font-size:10pt}
main,header{max-width:none;padding-inline:0}
header{padding-block-start:0}
.skip,.contents{display:none}
a{text-decoration:none;color:inherit}
details::details-content{content-visibility:visible;display:block;height:auto}
th,td{padding:.25rem .375rem}
thead th{font-size:.8125rem}
.findings>li,tr,.pair>div,.verdict{break-inside:avoid}
h2,h3,summary,.name{break-after:avoid}
.findings>li,.verdict,.text>.pair{border:1px solid var(--line)}
}`;

/** Ends are those of `\n` everywhere, so that its digest is the same everywhere. */
export const reviewStyle: string = `${pageColours}${pageText}${pageFindings}${head}${sides}${media}\n`;
