/** What every HTML page looks like: its colours by day and by night, its letters and its ways for keys and voices; colour never says anything alone. */

/** Every pair of text and ground has a contrast of 4.5 at least. */
export const pageColours: string = `
:root{--ground:#fff;--raised:#f6f6f6;--text:#161616;--quiet:#595959;--line:#d5d5d5;--accent:#000091;
--substantive:#a3004f;--substantive-ground:#fdeaf3;--wording:#006164;--wording-ground:#e3f4f4;
--typographic:#4a4a4a;--typographic-ground:#eee;--gone:#8f3600;--gone-ground:#fff0e5;--new:#00508a;--new-ground:#e5f2fc;
--good:#18753c;--bad:#a3004f;--target:#fff6d6}
@media screen and (prefers-color-scheme:dark){:root{--ground:#161616;--raised:#212121;--text:#f0f0f0;--quiet:#b4b4b4;--line:#444;
--accent:#a8a8ff;--substantive:#ff9cc9;--substantive-ground:#43122a;--wording:#7fd8da;--wording-ground:#0b3335;
--typographic:#d0d0d0;--typographic-ground:#333;--gone:#ffb98a;--gone-ground:#3d2110;--new:#94cdff;--new-ground:#0d2c45;
--good:#88d8a3;--bad:#ff9cc9;--target:#3a3210}}`;

export const pageText: string = `
*{box-sizing:border-box}
html{color-scheme:light dark;scroll-padding-top:1rem;-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--text);font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif}
main,header,.skip{max-width:76rem;margin-inline:auto;padding-inline:1.5rem}
header{padding-block:2rem 0}
main{padding-block-end:4rem}
h1,h2,h3,h4,p,ol,ul,dl{margin:0}
h3{font-size:1.25rem;line-height:1.3;margin-block:2.5rem .75rem;scroll-margin-top:1rem}
h4{display:inline;font-size:1rem;overflow-wrap:anywhere}
a{color:var(--accent);text-underline-offset:.2em}
a:focus-visible,summary:focus-visible,.frame:focus-visible{outline:3px solid var(--accent);outline-offset:2px;border-radius:2px}
code{font:.875em ui-monospace,SFMono-Regular,Menlo,Consolas,monospace;overflow-wrap:anywhere}
.unseen{position:absolute;width:1px;height:1px;margin:-1px;padding:0;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.skip{position:absolute;inset-inline-start:0;inset-block-start:-5rem;z-index:9;background:var(--ground);padding-block:.75rem}
.skip:focus{inset-block-start:0}
.quiet{color:var(--quiet)}`;

export const pageFindings: string = `
.substantive{color:var(--substantive);background:var(--substantive-ground)}
.wording{color:var(--wording);background:var(--wording-ground)}
.typographic,.variable{color:var(--typographic);background:var(--typographic-ground)}
summary{padding:.75rem .25rem;cursor:pointer;overflow-wrap:anywhere}
summary:hover{background:var(--raised)}
summary .quiet{margin-inline-start:.5rem}
.names{margin-block:.75rem;font-size:.875rem}
.names summary{padding-block:.25rem}
.names p{max-width:91ch;color:var(--quiet);overflow-wrap:anywhere}
.findings{list-style:none;padding:0 0 1rem;scroll-margin-top:4rem}
.findings>li{padding:.75rem 1rem;border-inline-start:4px solid var(--line);margin-block-end:.75rem;background:var(--raised);scroll-margin-top:4rem;border-radius:0 .25rem .25rem 0}
.findings>li.open{border-inline-start-color:currentColor}
.findings>li:target{background:var(--target);outline:2px solid var(--accent)}
.meta{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem .75rem;font-size:.875rem}
.meta strong{font-size:1rem;margin-inline-end:auto;overflow-wrap:anywhere}
.badge{padding:.0625rem .5rem;border-radius:.25rem;font-weight:600}
.state{font-weight:600}
.state.agreed,.state.to-fix{font-weight:400;color:var(--quiet)}
.words{margin-block-start:.25rem;max-width:80ch;white-space:pre-line;overflow-wrap:anywhere}
.note,.reasons,.decision{font-size:.875rem;color:var(--quiet);max-width:91ch;margin-block-start:.25rem;overflow-wrap:anywhere}
.decision{color:var(--text)}
del{color:var(--gone);background:var(--gone-ground);text-decoration:line-through;text-decoration-thickness:.1em}
ins{color:var(--new);background:var(--new-ground);text-decoration:underline;text-decoration-thickness:.1em;text-underline-offset:.15em}
del{margin-inline-end:.125rem}
del,ins{border-radius:.125rem;padding-inline:.0625rem;box-decoration-break:clone;-webkit-box-decoration-break:clone}
.steps{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.375rem 1.5rem}
.steps dt{color:var(--quiet)}
.steps dd{margin:0}`;
