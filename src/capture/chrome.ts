/** Takes out what belongs to the site around the text and says so: print buttons, skip links, a menu above the title. */
import { parseInline, plainText } from '../text/inline.ts';
import type { Log, Piece, TextPiece } from './reading.ts';

/** Whole paragraphs, in lower case, without what a site sets around buttons. */
const buttons = new Set(
  (
    'download as pdf|download pdf|print|print this page|share|share this page|skip to content|skip to main content|back to top|top of page|menu|close|edit this page|' +
    'translated to english:|translated to english|translate this page|read aloud|listen|' +
    'télécharger en pdf|télécharger le pdf|imprimer|imprimer cette page|partager|partager cette page|aller au contenu|aller au contenu principal|accéder au contenu|passer au contenu|retour en haut|haut de page|haut de la page|écouter|fermer|modifier cette page|traduit en français :|' +
    'als pdf herunterladen|drucken|teilen|zum inhalt springen|nach oben|descargar en pdf|imprimir|compartir|saltar al contenido|volver arriba|scarica in pdf|stampa|condividi|vai al contenuto|torna su|download als pdf|afdrukken|delen|naar de inhoud'
  ).split('|'),
);

/** Removes such paragraphs wherever they stand, and lists of nothing but links above the first heading of level 1. */
export function removeChrome(pieces: readonly Piece[], log: Log): Piece[] {
  const title = pieces.findIndex(
    (piece) => piece.kind === 'text' && piece.role === 'heading' && piece.level === 1,
  );
  const menu =
    title > 0 && pieces.slice(0, title).every((piece) => isButton(piece) || isMenuEntry(piece)) ? title : 0;
  const kept: Piece[] = [];
  pieces.forEach((piece, index) => {
    if (
      piece.kind === 'text' &&
      (index < menu || isButton(piece) || (index > pieces.length - 4 && isNotice(piece)))
    )
      log.repairs.push({ rule: 'chrome-removed', line: piece.line, before: plainText(piece.text) });
    else kept.push(piece);
  });
  return kept;
}

function isButton(piece: Piece): boolean {
  return piece.kind === 'text' && piece.role !== 'heading' && buttons.has(label(piece));
}

function label(piece: TextPiece): string {
  return plainText(piece.text.slice(0, 200))
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/^[^\p{L}]+|[^\p{L}:]+$/gu, '')
    .toLowerCase();
}

/** An item that is one link and no more. */
function isMenuEntry(piece: Piece): boolean {
  if (piece.kind !== 'text' || piece.role !== 'item') return false;
  const nodes = parseInline(piece.text);
  return nodes.length === 1 && nodes[0]?.kind === 'link';
}

/** A copyright line at the end of the page. */
function isNotice(piece: TextPiece): boolean {
  return (
    piece.role !== 'heading' &&
    /^(?:©|\(c\)|copyright)\s/i.test(plainText(piece.text.slice(0, 200))) &&
    piece.text.length < 200
  );
}
