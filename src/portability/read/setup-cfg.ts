import type { Collector } from './collect.ts';
import { parseRequirement } from './requirement.ts';
import { readList, type Written } from './requirement-list.ts';

interface Option {
  readonly section: string;
  readonly key: string;
  readonly values: Written[];
}

const isComment = (line: string): boolean => /^\s*[#;]/.test(line);

/** The options of an INI file, with the lines of their values. A value goes on in lines that are indented. */
const optionsOf = (text: string): Option[] => {
  const options: Option[] = [];
  let section = '';
  text.split('\n').forEach((whole, index) => {
    const line = whole.trimEnd();
    if (line === '' || isComment(line)) return;
    const value = { text: line.trim(), line: index + 1 };
    if (line.startsWith('[') && line.endsWith(']')) section = line.slice(1, -1).trim();
    else if (/^\s/.test(line)) options.at(-1)?.values.push(value);
    else {
      const sign = line.search(/[=:]/);
      if (sign === -1) return;
      const first = { text: line.slice(sign + 1).trim(), line: index + 1 };
      options.push({ section, key: line.slice(0, sign).trim(), values: first.text === '' ? [] : [first] });
    }
  });
  return options;
};

/** The group an option's requirements belong to; undefined for options that hold none. */
const groupOf = ({ section, key }: Option): string | null | undefined => {
  if (section === 'options.extras_require') return key;
  if (section !== 'options') return undefined;
  if (key === 'install_requires') return null;
  return key === 'setup_requires' || key === 'tests_require' ? key : undefined;
};

const withoutComment = ({ text, line }: Written): Written => {
  const at = text.indexOf(' #');
  return { text: at === -1 ? text : text.slice(0, at).trimEnd(), line };
};

/** A value of one line may hold several, with semicolons. */
const split = (value: Written): Written[] =>
  parseRequirement(value.text) === null
    ? value.text
        .split(';')
        .map((text) => ({ text: text.trim(), line: value.line }))
        .filter(({ text }) => text !== '')
    : [value];

/** Reads setup.cfg. https://setuptools.pypa.io/en/latest/userguide/declarative_config.html */
export const readSetupCfg = (text: string, collect: Collector): void => {
  for (const option of optionsOf(text)) {
    const group = groupOf(option);
    if (group === undefined) continue;
    const values = option.values.map(withoutComment);
    const [first] = values;
    if (first?.text.startsWith('file:') === true) {
      const paths = values.flatMap(({ text: value, line }) =>
        value
          .replace(/^file:/, '')
          .split(',')
          .map((path) => ({ path: path.trim(), line })),
      );
      paths.filter(({ path }) => path !== '').forEach(({ path, line }) => collect.follows(path, line));
    } else readList(values.flatMap(split), collect, { group });
  }
};
