/** Made by src/build/selector-data.ts. */
declare module 'virtual:selector-data' {
  /** The data of the spec selector in both languages, parsed when first asked for. */
  const selectorData: () => import('./selector/data.ts').SelectorData;
  export default selectorData;
}

declare module 'virtual:selector-data/ja' {
  /** The same with Japanese texts in place of both languages. */
  const selectorData: () => import('./selector/data.ts').SelectorData;
  export default selectorData;
}

declare module 'virtual:selector-data/en' {
  /** The same with English texts in place of both languages. */
  const selectorData: () => import('./selector/data.ts').SelectorData;
  export default selectorData;
}

/** Made by src/build/tool-text.ts: the texts under `tool.` without that prefix, those of parts that open later in a module of their own. */
declare module 'virtual:tool-text/*' {
  const text: import('./islands/selector/text.ts').ToolText;
  export default text;
}
