/** The templates that come with the program as they stand in its own repository, each loaded where it is asked for. */

const shipped = {
  'opendatasoft-en': async () => import('../../charters/templates/opendatasoft-en.yaml?raw'),
  'opendatasoft-fr': async () => import('../../charters/templates/opendatasoft-fr.yaml?raw'),
} as const satisfies Readonly<Record<string, () => Promise<{ readonly default: string }>>>;

export const shippedNames: readonly string[] = Object.keys(shipped);

/** In canonical form; undefined where none has that name. */
export async function shippedTemplate(name: string): Promise<string | undefined> {
  if (!isShipped(name)) return undefined;
  return (await shipped[name]()).default;
}

function isShipped(name: string): name is keyof typeof shipped {
  return Object.hasOwn(shipped, name);
}
