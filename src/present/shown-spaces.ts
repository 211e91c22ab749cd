/** Makes breaks and odd spaces visible: always where they are what changed, breaks everywhere. */
import type { Edit } from '../model/change.ts';
import { holdsWord } from '../text/letters.ts';
import { visibleMark } from '../text/sanitise.ts';

/** Unchanged text: a hard break is `↵` and a new line, the joint of two blocks `¶`. */
export function showJoints(text: string): string {
  return text.includes('\n') ? text.replace(/\n\n/g, ' ¶ ').replace(/\n/g, '↵\n') : text;
}

/** Changed text: breaks by their signs, and spaces too where nothing else in the edit changed. */
export function showHidden(text: string, edit: Edit | undefined): string {
  const shown = text.replace(/\n\n/g, '¶').replace(/\n/g, '↵');
  if (/^[ ¶↵]+$/.test(shown)) return showOddSpaces(shown.replace(/ /g, '␣'));
  return isSpacing(edit) || !holdsWord(shown) ? showOddSpaces(shown) : shown;
}

function showOddSpaces(text: string): string {
  return text.replace(/\u00a0/g, '⍽').replace(/[\u2000-\u200a\u202f\u205f\u3000]/g, visibleMark);
}

function isSpacing(edit: Edit | undefined): boolean {
  return (
    edit?.a !== undefined && edit.b !== undefined && edit.a.replace(/\s/g, '') === edit.b.replace(/\s/g, '')
  );
}
