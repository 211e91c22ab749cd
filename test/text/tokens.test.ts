import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/text/tokens.ts';

function words(text: string): string {
  return tokenise(text)
    .map((token) => (token.kind === 'space' ? '·' : token.text))
    .join('|');
}

describe('tokens', () => {
  it.each([
    ["Qu'est ce qu'un cookie ?", "Qu'|est|·|ce|·|qu'|un|·|cookie|·|?"],
    ["aujourd'hui et jusqu'à demain", "aujourd'hui|·|et|·|jusqu'|à|·|demain"],
    ["don't re-connecterez", "don't|·|re-connecterez"],
    ['pendant 13 mois ou 395 jours.', 'pendant|·|13 mois|·|ou|·|395 jours|.'],
    [
      'le _pk_id.1.fff, puis _pk_id.* et _ga_<ID>.',
      'le|·|_pk_id.1.fff|,|·|puis|·|_pk_id.*|·|et|·|_ga_<ID>|.',
    ],
    [
      'voir https://a.fr/b?c=1. Puis data.exemple.fr, ou a@b.fr',
      'voir|·|https://a.fr/b?c=1|.|·|Puis|·|data.exemple.fr|,|·|ou|·|a@b.fr',
    ],
    ['fin.Les « **tiers** »', 'fin|.|Les|·|«|·|**|tiers|**|·|»'],
    ['[ici](https://a.fr/x) ou <{{url}}>', '[|ici|](|https://a.fr/x|)|·|ou|·|<|{{url}}|>'],
    ['le 3 mars 2026, le 2026-03-03 à 24 h', 'le|·|3 mars 2026|,|·|le|·|2026-03-03|·|à|·|24|·|h'],
    ['l’article 82 (loi n° 78-17)', 'l’|article|·|82|·|(|loi|·|n|°|·|78|-|17|)'],
    ['de -5 à −12 % (3-4), 10² ou a-5', 'de|·|-5|·|à|·|−12 %|·|(|3|-|4|)|,|·|10²|·|ou|·|a-5'],
    ['同意しない', '同|意|し|な|い'],
  ])('cuts %j', (text, expected) => {
    expect(words(text)).toBe(expected);
    expect(
      tokenise(text)
        .map((token) => token.text)
        .join(''),
    ).toBe(text);
  });
});
