/** How the page of `drift` looks: by day and by night, narrow and wide, and on paper; colour never says anything alone. */
import { pageColours, pageFindings, pageText } from './page-style.ts';

const text = `
h1{font-size:1rem;font-weight:600;color:var(--accent)}
h2{font-size:1.75rem;line-height:1.25;margin-block:.25rem .75rem;overflow-wrap:anywhere}
section+section{margin-block-start:4rem;border-block-start:1px solid var(--line);padding-block-start:2rem}
.verdict{display:block;font-weight:700}
.verdict.bad{color:var(--bad)}
.verdict.good{color:var(--good)}
.counts{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;list-style:none;color:var(--quiet)}
.counts b{color:var(--text)}
.remarks{padding-inline-start:1.25rem;overflow-wrap:anywhere}
.back{margin-block-start:1.5rem}`;

const matrix = `
.frame{overflow:auto;max-height:85vh;margin-block:2rem .75rem;border:1px solid var(--line);border-radius:.25rem;position:relative}
table{border-collapse:separate;border-spacing:0;width:100%}
caption{text-align:start;padding:.75rem 1rem}
caption>*{display:block;position:sticky;inset-inline-start:1rem;width:fit-content;max-width:calc(min(100vw,76rem) - 5.5rem)}
caption b{font-size:1.125rem}
th,td{padding:.5rem .625rem;border-block-start:1px solid var(--line);text-align:center;background:var(--ground);white-space:nowrap}
th:first-child{text-align:start;position:sticky;inset-inline-start:0;z-index:1;border-inline-end:1px solid var(--line);padding-inline-start:1rem}
thead th{position:sticky;top:0;z-index:2;background:var(--raised);border-bottom:2px solid var(--text);font-weight:600;font-size:.875rem;vertical-align:bottom}
thead th:first-child{z-index:3}
th[scope=row]{font-weight:600;white-space:normal;overflow-wrap:anywhere;min-width:9rem}
tbody th span{font-weight:400;color:var(--quiet)}
tbody tr:hover>*{background:var(--raised)}
tfoot>tr>*{background:var(--raised);border-block-start:2px solid var(--line)}
thead+tbody tr:first-child>*{border-block-start:0}
td a,td>b{display:inline-block;min-width:2.5rem;padding:.125rem .5rem;border-radius:.25rem;font-weight:700;text-decoration:none;border:1px solid transparent}
td a:hover{text-decoration:underline}
.none{color:var(--quiet)}
td .agreed,td .to-fix{background:transparent;border:1px dashed currentColor;font-weight:400}
td .to-fix{border-style:solid}
td .lapsed,td .overdue{border:2px solid currentColor}
.legend{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;padding:0;list-style:none;font-size:.875rem;color:var(--quiet);margin-block-end:1rem}`;

const portals = `
details.portal{border-block-start:1px solid var(--line)}
details.portal:last-of-type{border-block-end:1px solid var(--line)}`;

const media = `
@media (max-width:44rem){
main,header,.skip{padding-inline:1rem}
h2{font-size:1.375rem}
thead th:not(:first-child){writing-mode:vertical-rl;transform:rotate(180deg);padding:.5rem .1875rem;text-align:start;border:0;border-top:2px solid var(--text)}
tbody td,tfoot td{padding-inline:.0625rem}
th:first-child{padding-inline-start:.5rem;padding-inline-end:.375rem}
th[scope=row]{min-width:7.25rem;font-size:.8125rem}
td a,td>b{min-width:1.375rem;padding-inline:.125rem}
.steps{grid-template-columns:minmax(0,1fr);gap:0}
.steps dd{margin-block-end:.75rem}
.meta strong{flex-basis:100%}
}
@media (forced-colors:active){td a,td>b,.badge{border:1px solid currentColor}}
@media (prefers-contrast:more){:root{--quiet:var(--text);--line:var(--text)}}
@media print{
:root{--ground:#fff;--raised:#fff;--text:#000;--quiet:#333;--line:#999;--accent:#000}
body{font-size:10pt}
main,header{max-width:none;padding-inline:0}
.frame{max-height:none;overflow:visible;border:0}
th,thead th,th:first-child,caption{position:static}
th,td{padding:.25rem .375rem}
thead th{font-size:.75rem}
h2{font-size:1.375rem}
td a,td>b{min-width:0}
.skip,.back{display:none}
a{text-decoration:none}
details::details-content{content-visibility:visible;display:block;height:auto}
.findings>li,tr{break-inside:avoid}
h3,summary{break-after:avoid}
}`;

/** Ends are those of `\n` everywhere, so that its digest is the same everywhere. */
export const driftStyle: string = `${pageColours}${pageText}${pageFindings}${text}${matrix}${portals}${media}\n`;
