import { test } from '@fast-check/vitest';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { compareWithTemplate } from '../../src/drift/portal-drift.ts';
import { addComparison, addGeneration, surveyOf } from '../../src/drift/survey.ts';
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

function kept(charter: Charter, template: Template): KeptSurveys {
  const survey = surveyOf(charter, 'd1');
  addComparison(survey, 't1', compareWithTemplate(charter, template, createReader({ shared: true })));
  addGeneration(survey, 'g1', { portal: 'p', nearest: 't', matches: [] });
  return {
    surveys: new Map([['d1', survey]]),
    files: new Map([['charters/p.yaml', { file: 'charters/p.yaml', state: '1 2 3', digest: 'd1' }]]),
  };
}

describe('surveys as a text', () => {
  test.prop([content, content], { numRuns: 300 })('are read as they were written', (one, other) => {
    const charter: Charter = {
      ...documentOf(one),
      kind: 'charter',
      variables: Object.assign(Object.create(null), { url: 'https://p.example.org' }),
      repairs: [],
      decisions: [],
    };
    const template: Template = { ...documentOf(other), kind: 'template', variables: ['url'], sections: [] };
    const all = kept(charter, template);
    const read = parseSurveys([...new SurveyGatherer().format(all, 'program')].join(''), 'program');
    expect(plain(read)).toEqual(plain(all));
    expect(
      parseSurveys([...new SurveyGatherer().format(all, 'program')].join(''), 'another').surveys.size,
    ).toBe(0);
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
