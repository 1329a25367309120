/** Made by src/build/selector-data.ts. */
declare module 'virtual:selector-data' {
  /** The data of the spec selector, parsed when first asked for. */
  const selectorData: () => import('./selector/data.ts').SelectorData;
  export default selectorData;
}

/** Made by src/build/tool-text.ts: the texts under `tool.` without that prefix. */
declare module 'virtual:tool-text/ja' {
  const text: Readonly<Record<string, string>>;
  export default text;
}

declare module 'virtual:tool-text/en' {
  const text: Readonly<Record<string, string>>;
  export default text;
}
