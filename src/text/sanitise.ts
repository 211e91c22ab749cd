/**
 * Shows what a text hides: control, bidirectional and invisible characters become visible marks, so that nothing
 * of a charter can steer a terminal or pass unseen. What is needed to write a language or an emoji stays.
 */

/** Everything that may need a mark; surrogates here so that a plain text is let through by one test. */
const suspect =
  /[\u034f\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u17b0-\u180f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdf0-\ufe0f\ufeff\uffa0\ufff0-\uffff]/;

/** Patterns of Unicode are slow to ready: each is made where a text needs it. */
const hidden = (): RegExp =>
  /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Default_Ignorable_Code_Point}\u{fff0}-\u{fffb}\u{fffe}\u{ffff}\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}]/gu;

/** A joiner shapes the letter before it: Arabic and its kin, scripts of India and South-East Asia, Mongolian. */
const joiningLetter = (): RegExp =>
  /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}\p{Script=Nko}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}]\p{M}*$/u;
const pictographBefore = (): RegExp => /[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?$/u;
const pictographAfter = (): RegExp => /^\p{Extended_Pictographic}/u;
const presentable = (): RegExp => /[\p{Emoji}\p{Script=Han}\p{Sm}]$/u;
const flagBefore = (): RegExp => /\u{1f3f4}[\u{e0020}-\u{e007e}]*$/u;

/** The text with visible marks; `\n` stays only where `keepLines` is set. Doing it twice changes nothing more. */
export function sanitise(text: string, { keepLines = false }: { readonly keepLines?: boolean } = {}): string {
  if (!suspect.test(text)) return text;
  return text.replace(hidden(), (char, index: number) => {
    if (char === '\n' && keepLines) return char;
    return isNeeded(char, text, index) ? char : visibleMark(char);
  });
}

/** The mark of one character: a control picture (`␛`), else its code point (`⟨U+202E⟩`). */
export function visibleMark(char: string): string {
  const point = char.codePointAt(0) ?? 0;
  if (point < 0x20) return String.fromCodePoint(0x2400 + point);
  if (point === 0x7f) return '␡';
  return `⟨U+${point.toString(16).toUpperCase().padStart(4, '0')}⟩`;
}

/** Whether the character does its honest work where it stands. */
function isNeeded(char: string, text: string, index: number): boolean {
  const point = char.codePointAt(0) ?? 0;
  const before = text.slice(Math.max(0, index - 16), index);
  if (point === 0x200d || point === 0x200c) {
    if (joiningLetter().test(before)) return true;
    return (
      point === 0x200d &&
      pictographBefore().test(before) &&
      pictographAfter().test(text.slice(index + 1, index + 3))
    );
  }
  if (point >= 0xfe00 && point <= 0xfe0f) return presentable().test(before);
  if (point >= 0xe0100 && point <= 0xe01ef) return /\p{Script=Han}$/u.test(before);
  if (point >= 0xe0020 && point <= 0xe007f) return flagBefore().test(before);
  if (point >= 0x180b && point <= 0x180f) return /\p{Script=Mongolian}$/u.test(before);
  if (point === 0x17b4 || point === 0x17b5) return /\p{Script=Khmer}/u.test(before);
  return (
    (point === 0x115f || point === 0x1160) &&
    /[\u1100-\u11ff]/u.test(text.slice(index - 1, index + 2).replace(char, ''))
  );
}
