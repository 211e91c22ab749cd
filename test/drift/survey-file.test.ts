import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { compareWithTemplate } from '../../src/drift/portal-drift.ts';
import { type Survey, surveyOf, withComparison, withGeneration } from '../../src/drift/survey.ts';
import { type KeptSurveys, parseSurveys, SurveyGatherer } from '../../src/drift/survey-file.ts';
import type { Charter, Template } from '../../src/model/charter.ts';
import { createReader } from '../../src/text/reader.ts';

const text = fc.oneof(
  fc.constantFrom('Les cookies servent.', 'Un « cookie » suit.', '\ud800', 'a\nb', '__proto__', '{{url}}'),
  fc.string({ maxLength: 12 }),
);
const content = fc.record({
  body: fc.array(fc.record({ role: fc.constant('paragraph' as const), text }), { maxLength: 4 }),
  rows: fc.array(fc.array(text, { minLength: 2, maxLength: 2 }), { maxLength: 3 }),
});

function documentOf({ body, rows }: typeof content extends fc.Arbitrary<infer C> ? C : never) {
  const columns = [{ key: 'name', head: 'Nom' }, { key: 'constructor' }];
  return {
    id: 'p',
    language: 'fr',
    body: [...body, { role: 'table' as const, table: 't' }],
    tables: [{ id: 't', columns, rows: rows.map((cells) => ({ cells })) }],
  };
}

function charterOf(content: Parameters<typeof documentOf>[0], id: string): Charter {
  return {
    ...documentOf(content),
    id,
    kind: 'charter',
    variables: Object.assign(Object.create(null), { url: `https://${id}.example.org` }),
    repairs: [],
    decisions: [],
  };
}

function templateSaying(text: string): Template {
  const content = documentOf({ body: [{ role: 'paragraph', text }], rows: [] });
  return { ...content, kind: 'template', variables: ['url'], sections: [] };
}

function kept(charter: Charter, template: Template): KeptSurveys {
  const comparison = compareWithTemplate(charter, template, createReader({ shared: true }));
  const generation = { portal: 'p', nearest: 't', matches: [] };
  const survey = withGeneration(withComparison(surveyOf(charter, 'd1'), 't1', comparison), 'g1', generation);
  return {
    surveys: new Map([['d1', survey]]),
    files: new Map([['charters/p.yaml', { file: 'charters/p.yaml', state: '1 2 3', survey }]]),
  };
}

describe('surveys as a text', () => {
  test.prop([content, content], { numRuns: 300 })('are read as they were written', (one, other) => {
    const charter = charterOf(one, 'p');
    const template: Template = { ...documentOf(other), kind: 'template', variables: ['url'], sections: [] };
    const all = kept(charter, template);
    const read = parseSurveys([...new SurveyGatherer().format(all, 'program')].join(''), 'program');
    expect(plain(read)).toEqual(plain(all));
    expect(
      parseSurveys([...new SurveyGatherer().format(all, 'program')].join(''), 'another').surveys.size,
    ).toBe(0);
  });

  test.prop([fc.array(content, { minLength: 2, maxLength: 5 }), fc.array(fc.nat(9), { maxLength: 12 })])(
    'are as they became, however often some of them changed and the text was written again',
    (contents, edits) => {
      const template: Template = {
        ...documentOf(contents[0] ?? { body: [], rows: [] }),
        kind: 'template',
        variables: ['url'],
        sections: [],
      };
      const portals = ['a', 'b', 'c'].map((id) => ({ id, said: 0 }));
      let text = '';
      for (const edit of [0, ...edits]) {
        const before = parseSurveys(text, 'program');
        const portal = portals[edit % portals.length];
        if (portal) portal.said = edit % contents.length;
        const all = portals.map(({ id, said }) => {
          const digest = `${id} ${said}`;
          const charter = charterOf(contents[said] ?? { body: [], rows: [] }, id);
          const made = (): Survey =>
            withComparison(
              surveyOf(charter, digest),
              't',
              compareWithTemplate(charter, template, createReader()),
            );
          return { file: `${id}.yaml`, survey: before.surveys.get(digest) ?? made() };
        });
        const gatherer = new SurveyGatherer(before);
        const now: KeptSurveys = {
          surveys: new Map(all.map(({ survey }) => [survey.digest, gatherer.share(survey)])),
          files: new Map(all.map(({ file, survey }) => [file, { file, state: survey.digest, survey }])),
        };
        text = [...gatherer.format(now, 'program')].join('');
        expect(plain(parseSurveys(text, 'program'))).toEqual(plain(now));
      }
    },
  );

  test('hold no more than what is kept, once most of it is of texts that are gone', () => {
    const lengths: number[] = [];
    const template = templateSaying('Le portail mesure.');
    let text = '';
    for (let run = 0; run < 400; run += 1) {
      const gatherer = new SurveyGatherer(parseSurveys(text, 'program'));
      const said = [`Le portail mesure ${run}.`, `Le site conserve ${run}.`, `Un cookie suit ${run}.`];
      const charter = charterOf(
        { body: said.map((one) => ({ role: 'paragraph', text: one })), rows: [] },
        'a',
      );
      const comparison = compareWithTemplate(charter, template, createReader());
      const survey = gatherer.share(withComparison(surveyOf(charter, `${run}`), 't', comparison));
      const now = { surveys: new Map([[survey.digest, survey]]), files: new Map() };
      text = [...gatherer.format(now, 'program')].join('');
      lengths.push(text.length);
    }
    expect(lengths.at(-1)).toBeLessThan(Math.max(...lengths));
    expect(Math.max(...lengths)).toBeLessThan(150 * (lengths[0] ?? 0));
  });

  test.prop([fc.string()])('are none where the text is another one', (other) => {
    expect(parseSurveys(other, 'program').surveys.size).toBe(0);
    expect(parseSurveys(`{"stamp":"1 program",${other}`, 'program').surveys.size).toBe(0);
  });
});

/** As data: what is a class of its own counts by what it says. */
function plain({ surveys, files }: KeptSurveys): unknown {
  const data = [...surveys.values()].map(({ generations, comparisons, ...rest }) => ({
    ...rest,
    generations: [...generations],
    comparisons: [...comparisons],
  }));
  return JSON.parse(JSON.stringify([data, [...files]]));
}
