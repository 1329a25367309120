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

/** Made by src/build/portability-data.ts: what the checker works with, for its worker. */
declare module 'virtual:portability/knowledge' {
  const knowledge: () => import('./portability/types.ts').Knowledge;
  export default knowledge;
}

declare module 'virtual:portability/ja' {
  /** The words of the form, by their keys without `portabilityForm.`. */
  const texts: () => Readonly<Record<string, string>>;
  export default texts;
}

declare module 'virtual:portability/en' {
  /** The words of the form, by their keys without `portabilityForm.`. */
  const texts: () => Readonly<Record<string, string>>;
  export default texts;
}
