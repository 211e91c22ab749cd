/** Takes the place of Ink's own measure in the built program, so that one table of widths holds for all that is drawn. */
import { displayWidth } from '../../text/width.ts';

const styles = /\u001b\[[0-9;]*m/g;

export default function paintedWidth(text: string): number {
  return displayWidth(text.includes('\u001b') ? text.replace(styles, '') : text);
}
