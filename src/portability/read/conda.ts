import type { Collector } from './collect.ts';
import { parseCondaSpec } from './conda-spec.ts';
import { CONDA_BASICS } from './pixi.ts';
import { readRequirementLines } from './requirements.ts';
import { collectYamlLines } from './yaml-lines.ts';
import { parseYaml, yamlItems, yamlMember, type YamlNode } from './yaml.ts';

/** More items than any environment has: aliases can repeat a list as often as they like. */
const MOST_ITEMS = 20_000;

const readSpec = (text: string, line: number, collect: Collector): void => {
  const spec = parseCondaSpec(text);
  if (spec === null) collect.problem('not-a-requirement', text, line);
  else if (!CONDA_BASICS.has(spec.name)) collect.dependency({ ...spec, written: text, from: 'conda' }, line);
};

/** The list below `pip:`, in lines of requirements. */
const readPip = (node: YamlNode | undefined, collect: Collector): void => {
  const lines = yamlItems(node).slice(0, MOST_ITEMS);
  readRequirementLines(
    lines.flatMap((item) => (item.kind === 'scalar' ? [{ text: item.text, line: item.line }] : [])),
    collect,
  );
};

/** Reads an environment of conda. https://docs.conda.io/projects/conda/en/stable/user-guide/tasks/manage-environments.html */
export const readConda = (text: string, collect: Collector): void => {
  collectYamlLines(text, 'conda', collect);
  const documents = parseYaml(text, collect);
  const environment = documents?.find((document) => yamlMember(document, 'dependencies') !== undefined);
  for (const item of yamlItems(yamlMember(environment, 'dependencies')).slice(0, MOST_ITEMS)) {
    if (item.kind === 'scalar') readSpec(item.text, item.line, collect);
    else readPip(yamlMember(item, 'pip'), collect);
  }
};
