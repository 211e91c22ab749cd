/** What is asked of every page in a real browser: what it complains of, and which of its texts cannot be read. */
import type { Browser } from './browser.ts';

/** Texts whose contrast with what is behind them is below 4.5. */
export const faint = `(() => {
  const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
  const rgba = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return [...canvas.getImageData(0, 0, 1, 1).data];
  };
  const luminance = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((part) => part / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const ground = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const color = rgba(getComputedStyle(at).backgroundColor);
      if (color[3] === 255) return color;
    }
    return [255, 255, 255];
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walker.nextNode()) {
    const { parentElement: one, data } = walker.currentNode;
    if (data.trim() === '' || one.closest('.unseen')) continue;
    const [x, y] = [luminance(rgba(getComputedStyle(one).color)), luminance(ground(one))].sort((p, q) => q - p);
    const ratio = (x + 0.05) / (y + 0.05);
    if (ratio < 4.5) found.add(one.tagName + '.' + one.className + ' ' + data.slice(0, 20) + ' ' + ratio.toFixed(2));
  }
  return [...found];
})()`;

/** What the browser had to say, and asked for beside the page itself. */
export function complaintsOf(browser: Browser): unknown[] {
  const loud = /^(?:Log\.entryAdded|Runtime\.(?:consoleAPICalled|exceptionThrown))$/;
  const asked = browser.events.filter(({ method }) => method === 'Network.requestWillBeSent').slice(1);
  return [...browser.events.filter(({ method }) => loud.test(method)), ...asked].map(({ params }) => params);
}
