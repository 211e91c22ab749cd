/** What the outputs of `review` say in French. */
import { sayDay } from './days.ts';
import type { ReviewMessages } from './review.ts';
import { fr } from './typography.ts';

/** In French, zero is singular. */
function plusieurs(count: number, one: string, more: string): string {
  return `${count} ${count < 2 ? one : more}`;
}

function sizeOf({ paragraphs, cookies }: Readonly<Record<string, string | number>>): string {
  // Of what cannot be read nobody knows.
  if (paragraphs === undefined) return '';
  return fr` : ${plusieurs(Number(paragraphs), 'paragraphe', 'paragraphes')}, ${plusieurs(Number(cookies), 'cookie', 'cookies')}`;
}

const classes = {
  variable: 'propre au portail',
  typographic: 'de forme',
  wording: 'rédactionnelle',
  substantive: 'de fond',
} as const;

export const frenchReview: ReviewMessages = {
  request: (kind, days) => {
    switch (kind) {
      case 'record':
        return fr`Relevé : déjà en ligne ${onDays(days)} ; refuser ne changera pas la page`;
      case 'proposal':
        return fr`Proposition : aucun relevé ajouté ici ne montre ce texte en ligne`;
      case 'mixed':
        return fr`Mixte : une partie est déjà en ligne selon les relevés, une autre est proposée`;
      case 'decisions':
        return fr`Décisions seulement : aucun texte ne change`;
      case 'other':
        return 'Aucun texte de charte ne change';
      case 'none':
        return 'Rien ici ne concerne les chartes';
    }
  },
  verdict: {
    merge: 'peut être fusionnée',
    justify: 'à motiver',
    correct: "ne peut pas être fusionnée en l'état",
  },
  result: (verdict) => fr`Résultat : ${verdict}`,
  reason: (why, count) => {
    switch (why) {
      case 'unexplained':
        return plusieurs(count, 'modification sans motif', 'modifications sans motif');
      case 'self-agreed':
        return `${plusieurs(count, 'modification motivée', 'modifications motivées')} par la demande seule, ce que la politique n'admet pas`;
      case 'no-ledger':
        return `${plusieurs(count, 'modification', 'modifications')} dont aucun motif ne peut être noté`;
      case 'conflict':
        return plusieurs(count, 'fichier en conflit', 'fichiers en conflit');
      case 'unreadable':
        return plusieurs(count, 'charte illisible', 'chartes illisibles');
      case 'problem':
        return plusieurs(count, 'erreur dans les fichiers', 'erreurs dans les fichiers');
      case 'file':
        return plusieurs(
          count,
          'charte ou relevé que la demande retire, altère ou détache',
          'chartes ou relevés que la demande retire, altère ou détache',
        );
      case 'policy':
        return 'la politique de la base est en doute';
    }
  },
  gate: (failOn, source) =>
    fr`motif exigé à partir de : modification ${classes[failOn]} (${{ base: '.charter.yaml de la base', default: 'par défaut', option: '--fail-on' }[source]})`,
  touched: (charters, templates) =>
    [
      ...(charters > 0 || templates === 0 ? [plusieurs(charters, 'charte', 'chartes')] : []),
      ...(templates > 0 ? [plusieurs(templates, 'modèle', 'modèles')] : []),
    ].join(', '),
  headings: {
    decisions: 'Décisions de cette demande',
    failing: 'Ce qui empêche la fusion',
    warnings: 'À regarder',
    others: 'Ce qui passe',
    drift: 'Écarts au modèle',
  },
  ruling: {
    below: '',
    'to-template': 'conforme au modèle',
    agreed: 'motivée',
    'to-fix': 'à corriger',
    template: 'dans le modèle',
    lowered: 'admise par la politique',
    existing: 'déjà là avant',
    unexplained: 'sans motif',
    'self-agreed': 'motivée par la demande seule',
    'no-ledger': 'aucun motif ne peut être noté',
  },
  severity: { error: 'erreur', warning: 'avertissement', note: 'remarque' },
  isProtected: 'protégé',
  file: {
    'charter-added': (v) => `nouvelle${sizeOf(v)}`,
    'charter-removed': (v) => `retirée, avec tout ce qu'elle dit${sizeOf(v)}`,
    'charter-renamed': (v) => fr`renommée : c'était ${v['from']}`,
    'template-left': (v) =>
      v['to'] === ''
        ? fr`ne suit plus le modèle ${v['from']} : rien ne dit plus ce qu'elle devrait être`
        : `suit le modèle ${v['to']} au lieu de ${v['from']}`,
    'template-changed': () => "ce qu'il admet comme ses propres mots changerait",
    'template-nearest': (v) =>
      fr`ne nomme aucun modèle : comparée au plus proche, ${v['template']} (en commun, ${v['blocks']} blocs sur ${v['ofBlocks']} et ${v['rows']} lignes sur ${v['ofRows']}). Pour que ses écarts puissent être motivés, écrire dans le fichier : follows: ${v['template']}`,
    'capture-altered': () => fr`ses octets changeraient : un relevé reste tel que publié`,
    'capture-removed': () => fr`retiré : un relevé est conservé, car il montre ce qui était publié`,
    'capture-misdated': ({ day, latest }) =>
      String(day) < String(latest)
        ? fr`le relevé est du ${sayDay(String(day), 'fr')}, plus ancien que celui du ${sayDay(String(latest), 'fr')} : il ne montre pas ce qui est en ligne à présent`
        : `le relevé est daté du ${sayDay(String(day), 'fr')}, un jour à venir`,
    'source-changed': (v) => fr`dit autrement où ou quand le même relevé a été fait : ${v['keys']}`,
    'before-unreadable': () => 'illisible dans la base, de sorte que ce qui change est inconnu',
    'after-unreadable': () => "n'est plus lisible",
    'merge-conflict': () => fr`modifiée des deux côtés : git ne peut pas trancher`,
    'policy-changed': (v) =>
      fr`la politique changerait : ${v['keys']}. Celle de la base vaut pour cette demande`,
    'policy-invalid': () =>
      fr`la politique de la base est illisible : la règle par défaut vaut, et les motifs de la demande elle-même ne comptent pas`,
  },
  drift: 'écart au modèle',
  effect: (direction, { portal, template, from, to, isClean }) => {
    const counts = `(${from} → ${to})`;
    if (direction === 'both')
      return fr`${portal} s'écarte autrement du modèle ${template}, autant qu'avant ${counts}`;
    if (direction === 'farther') return fr`${portal} s'éloigne du modèle ${template} ${counts}`;
    return isClean
      ? fr`${portal} dit désormais ce que dit le modèle ${template} ${counts}`
      : fr`${portal} se rapproche du modèle ${template} ${counts}`;
  },
  decision: { made: 'nouvelle', altered: 'modifiée', removed: 'retirée', lapsed: 'désormais sans effet' },
  author: (what, name, commit) =>
    `décision ${what === 'removed' ? 'retirée' : 'apportée'} par ${name}${commit === undefined ? '' : ` dans ${commit}`}, selon git`,
  notCounted: fr`ne compte pas : la politique n'admet aucun motif venu de la demande elle-même`,
  folded: (parts) => fr`replié : ${parts.join(', ')}`,
  older: (count) =>
    count < 2
      ? `${count} constat était déjà là et ne compte pas`
      : `${count} constats étaient déjà là et ne comptent pas`,
  more: (count) => plusieurs(count, 'autre constat', 'autres constats'),
  portals: (count) => plusieurs(count, 'portail', 'portails'),
  next: {
    reviewer: 'relecture',
    author: 'auteur',
    record: fr`la page le dit déjà : demandez un motif, ou faites corriger la page elle-même`,
    proposal: "demandez un motif, ou le texte d'avant",
    noLedger: fr`à qui peut fusionner de trancher ; ce qui peut toujours passer se règle dans .charter.yaml de la base`,
    selfAgreed: "le motif doit être déjà dans la base, sinon c'est à qui peut fusionner de trancher",
    conflict: (base) => `git merge ${base}`,
    follow: (file, template) =>
      fr`écrire dans ${file}, pour que des motifs puissent être notés : follows: ${template}`,
  },
  nothing: fr`Seul ce qui est déjà dans un commit a été relu ; --staged relit ce qui est indexé.`,
  merged: (head, base) => fr`Rien à relire : tout ce qui est dans ${head} est déjà dans ${base}`,
  mergedNext: fr`Nommez où la demande doit aller, ou ce qu'elle est : charter review BASE, charter review BASE..BRANCHE. Ce qui est indexé : charter review --staged`,
  marks: {
    viewed: 'vu',
    count: (count, of) => `${plusieurs(count, 'vu', 'vus')} sur ${of}`,
    marked: (count, isViewed) =>
      `${plusieurs(count, 'constat ou décision marqué', 'constats et décisions marqués')} comme ${isViewed ? (count < 2 ? 'vu' : 'vus') : count < 2 ? 'non vu' : 'non vus'}`,
    shown: (count, of) =>
      count < 2
        ? `${count} seul constat ou décision sur ${of} est montré, comme demandé.`
        : `${count} constats et décisions sur ${of} seulement sont montrés, comme demandé.`,
  },
  accessible: {
    finding: (index, count, level) => `Constat ${index} sur ${count}, ${level}.`,
    ruling: (text) => fr`Décision : ${text}.`,
    place: (file, line) => (line === undefined ? `Fichier ${file}.` : `Fichier ${file}, ligne ${line}.`),
    reference: (reference) => `Référence ${reference}.`,
  },
};

function onDays(days: readonly string[]): string {
  const [first, ...others] = days;
  if (first === undefined) return 'selon les relevés';
  const last = others.at(-1);
  return last === undefined
    ? `au ${sayDay(first, 'fr')} selon le relevé`
    : `entre le ${sayDay(first, 'fr')} et le ${sayDay(last, 'fr')} selon les relevés`;
}
