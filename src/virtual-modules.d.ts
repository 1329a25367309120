/** Made by src/build/selector-data.ts. */
declare module 'virtual:selector-data' {
  /** The data of the spec selector, parsed when first asked for. */
  const selectorData: () => import('./selector/data.ts').SelectorData;
  export default selectorData;
}
