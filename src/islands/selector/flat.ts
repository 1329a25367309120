/** Texts in groups, as they travel; the text of a group itself has an empty key. */
export interface GroupedText {
  readonly [key: string]: string | GroupedText;
}

/** Texts by their whole keys: `{ ask: { mac: { '': 'Mac', buy: 'Buy' } } }` becomes `{ 'ask.mac': 'Mac', 'ask.mac.buy': 'Buy' }`. */
export const flat = (groups: GroupedText, prefix = ''): Record<string, string> => {
  const texts: Record<string, string> = {};
  for (const [key, value] of Object.entries(groups)) {
    const path = prefix + (prefix && key && '.') + key;
    if (typeof value === 'string') texts[path] = value;
    else Object.assign(texts, flat(value, path));
  }
  return texts;
};

/** The groups `flat` makes these texts from: a fifth of the bytes of a text are its key, and keys begin alike. */
export const grouped = (texts: Readonly<Record<string, string>>): GroupedText => {
  const heads = new Map<string, Record<string, string>>();
  for (const [key, text] of Object.entries(texts)) {
    const [head = '', ...rest] = key.split('.');
    const group = heads.get(head) ?? {};
    group[rest.join('.')] = text;
    heads.set(head, group);
  }
  return Object.fromEntries([...heads].map(([head, group]) => [head, Object.keys(group).join() === '' ? (group[''] ?? '') : grouped(group)]));
};
