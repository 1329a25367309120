import { parsePython } from '../python/parse.ts';
import type { Collector } from './collect.ts';
import { bindingsOf } from './python-bindings.ts';
import { valueReader, type PythonItem, type PythonValue } from './python-values.ts';
import { asFound, isLocalFolder, parseRequirement } from './requirement.ts';

/** Arguments of `setup` that hold requirements, and the group each makes; `*` for a dict of groups. */
const ARGUMENTS: Readonly<Record<string, string | null>> = {
  install_requires: null,
  extras_require: '*',
  setup_requires: 'setup_requires',
  tests_require: 'tests_require',
};

const addItem = ({ text, line, marker }: PythonItem, group: string | null, collect: Collector): void => {
  const requirement = parseRequirement(text);
  if (requirement === null) {
    if (!isLocalFolder(text)) collect.problem('not-a-requirement', text, line);
    return;
  }
  const found = asFound(requirement, text, group);
  // The condition around it leaves a Mac out.
  collect.dependency(marker === null ? found : { ...found, onMac: false, marker: found.marker ?? marker }, line);
};

/** `extra:python_version<"3"`: older files write a marker behind the name of an extra. */
const extraName = (key: string): string | null => {
  const [name = ''] = key.split(':', 1);
  return name === '' ? null : name;
};

const addValue = (value: PythonValue, group: string | null, collect: Collector): void => {
  for (const item of value.items) addItem(item, group, collect);
  for (const [key, entry] of value.entries) addValue(entry, group === '*' ? extraName(key) : group, collect);
  for (const { text, line } of value.files) collect.follows(text, line);
  for (const { text, line } of value.computed) collect.problem('computed', text, line);
};

/** The longest setup.py in wide use has a third of it. */
const LONGEST = 150_000;

/**
 * Reads what a setup.py asks for from its syntax, without running it: literal lists, also through variables, conditions and additions. What is
 * computed is reported, and the file itself is a source.
 */
export const readSetupPy = (text: string, collect: Collector): void => {
  collect.source(text, 1);
  if (text.length > LONGEST) return collect.problem('too-large', `${LONGEST}`, 1);
  const { tree } = parsePython(text, true);
  // Who reads the source says where it breaks off.
  if (tree === null) return;
  const bindings = bindingsOf(tree, text, new Set(Object.keys(ARGUMENTS)));
  const read = valueReader(text, bindings);
  for (const { name, node } of bindings.named) addValue(read(node), ARGUMENTS[name] ?? null, collect);
};
