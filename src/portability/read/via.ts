/** Whether what stands behind `via` is the project's own file (`-r requirements.in`, `project (pyproject.toml)`), or prose, rather than another package. */
const isRoot = (source: string): boolean => /[\s()/]|\.(?:in|txt|toml|cfg|py)$/.test(source);

const sourcesIn = (text: string): string[] =>
  text
    .split(',')
    .map((source) => source.trim())
    .filter((source) => source !== '');

/**
 * Reads comments such as `# via`, `#   torch`, which pip-compile and `uv pip compile` write below or beside a requirement. `comment` takes one
 * comment without its `#` and returns whether it belongs to such a list; `isDirect` says whether the requirement was asked for by the project.
 */
export const viaReader = () => {
  let isOpen = false;
  let sources: string[] = [];
  const comment = (text: string): boolean => {
    const words = text.trim();
    const begins = words === 'via' || words.startsWith('via ');
    if (!begins && !isOpen) return false;
    if (!begins && !text.startsWith('  ')) return false;
    isOpen = true;
    sources.push(...sourcesIn(begins ? words.slice(3) : words));
    return true;
  };
  const reset = (): void => {
    isOpen = false;
    sources = [];
  };
  const isDirect = (): boolean => sources.length === 0 || sources.some(isRoot);
  return { comment, reset, isDirect };
};
