/** What the table of cookie changes that `review` writes says: heads of its columns, and what became of a row or cell. */
import type { ChangeKind } from '../model/change.ts';
import type { Catalogue } from './language.ts';

export type TableChangeKind = Extract<ChangeKind, `row-${string}` | `column-${string}` | 'cell-changed'>;

export interface ReviewTableMessages {
  readonly heads: {
    readonly portal: string;
    readonly table: string;
    readonly cookie: string;
    readonly column: string;
    readonly change: string;
    readonly before: string;
    readonly after: string;
    readonly level: string;
    readonly rule: string;
    readonly ruling: string;
    readonly reason: string;
    readonly reference: string;
    readonly file: string;
    readonly line: string;
  };
  readonly changes: Readonly<Record<TableChangeKind, string>>;
  /** Of a change weaker than those that need a reason. */
  readonly below: string;
}

export const reviewTableMessages: Catalogue<ReviewTableMessages> = {
  en: {
    heads: {
      portal: 'Portal',
      table: 'Table',
      cookie: 'Cookie',
      column: 'Column',
      change: 'Change',
      before: 'Before',
      after: 'After',
      level: 'Class',
      rule: 'Rule',
      ruling: 'Ruling',
      reason: 'Reason',
      reference: 'Reference',
      file: 'File',
      line: 'Line',
    },
    changes: {
      'row-added': 'cookie added',
      'row-removed': 'cookie removed',
      'row-moved': 'row moved',
      'row-renamed': 'cookie renamed',
      'cell-changed': 'cell changed',
      'column-added': 'column added',
      'column-removed': 'column removed',
      'column-moved': 'column moved',
      'column-renamed': 'column renamed',
    },
    below: 'needs no reason',
  },
  fr: {
    heads: {
      portal: 'Portail',
      table: 'Tableau',
      cookie: 'Cookie',
      column: 'Colonne',
      change: 'Modification',
      before: 'Avant',
      after: 'Après',
      level: 'Niveau',
      rule: 'Règle',
      ruling: 'Décision',
      reason: 'Motif',
      reference: 'Référence',
      file: 'Fichier',
      line: 'Ligne',
    },
    changes: {
      'row-added': 'cookie ajouté',
      'row-removed': 'cookie retiré',
      'row-moved': 'ligne déplacée',
      'row-renamed': 'cookie renommé',
      'cell-changed': 'cellule modifiée',
      'column-added': 'colonne ajoutée',
      'column-removed': 'colonne retirée',
      'column-moved': 'colonne déplacée',
      'column-renamed': 'colonne renommée',
    },
    below: 'sans motif à donner',
  },
};
