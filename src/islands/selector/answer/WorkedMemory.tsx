import { GiB } from '../../../advisor/bytes.ts';
import type { MachineView, Need } from '../../../selector/result.ts';
import { KIND_OF, OWN_MODEL } from '../../../selector/selection.ts';
import { gib, integer, partsInGiB } from '../format.ts';
import { fileText } from './figures.ts';
import { NOTES_OF } from './notes.ts';
import type { Shared } from './shared.ts';
import { Sources } from './Sources.tsx';
import { Worked } from './Worked.tsx';

/** Where the size of a part comes from. */
const whyOf = (key: string, { kvTerms, notes }: Need, { say, selection }: Shared): string[] => {
  if (key === 'kvCache') return kvTerms.map(({ kind, layers, cells }) => say(`kv.${kind}`, { layers, cells: integer(cells) }));
  const prefix = NOTES_OF[key];
  const own = prefix === undefined ? [] : notes.filter((note) => note.startsWith(prefix));
  return own.length > 0 ? own.map((note) => say(`note.${note}`)) : [say(`help.${KIND_OF[selection.task]}.${key}`)];
};

/** Models whose layout stands in the table of language models. */
const listedModel = ({ selection }: Shared): string | undefined =>
  (KIND_OF[selection.task] === 'llm' || KIND_OF[selection.task] === 'training') && selection.model !== OWN_MODEL ? selection.model : undefined;

export const WorkedNeed = ({ need, at }: { need: Need; at: Shared }) => {
  const { say } = at;
  const terms = need.terms.filter(({ bytes }) => bytes > 0);
  const sizes = partsInGiB(terms.map(({ bytes }) => bytes));
  const rows = terms.map(({ key }, index) => ({ label: say(`term.${key}`), value: `${sizes[index]}GiB`, why: whyOf(key, need, at) }));
  const formula = terms.map(({ key }) => say(`term.${key}`)).join(say('plus'));
  const model = listedModel(at);
  return (
    <Worked formula={formula} rows={rows} total={{ label: say('total'), value: `${partsInGiB([need.totalBytes])[0]}GiB` }}>
      <p>{say(`worked.need.error.${KIND_OF[at.selection.task]}`)}</p>
      <Sources of={model === undefined ? ['accuracy'] : ['models', 'accuracy']} model={model} at={at} />
    </Worked>
  );
};

export const WorkedLimit = ({ machine: { budget }, at }: { machine: MachineView; at: Shared }) => {
  const { say, selection } = at;
  const { memoryGB, gpuLimitBytes, usableBytes, otherAppsBytes, estimated } = budget;
  const basis = selection.wiredLimitMiB > 0 && gpuLimitBytes === selection.wiredLimitMiB * 1024 * 1024 ? 'setting' : estimated ? 'estimated' : 'observed';
  const share = Math.round((gpuLimitBytes / (memoryGB * GiB)) * 100);
  return (
    <Worked
      formula={say('worked.limit.formula')}
      rows={[
        { label: say('worked.limit.memory'), value: `${memoryGB}GB` },
        { label: say('worked.limit.gpu'), value: say('worked.limit.share', { limit: gib(gpuLimitBytes), share }), why: [say(`worked.limit.${basis}`)] },
        { label: say('term.others'), value: `${gib(otherAppsBytes)}GiB` },
      ]}
      total={{ label: say('worked.limit.usable'), value: `${gib(usableBytes)}GiB` }}
    >
      <p>{say('worked.limit.rule')}</p>
      <Sources of={['limits', 'memory']} at={at} />
    </Worked>
  );
};

const GB = 1e9;

export const WorkedDisk = ({ need, at }: { need: Need; at: Shared }) => {
  const { say, selection } = at;
  const kept = selection.diskGB * GB;
  return (
    <Worked
      formula={say('worked.disk.formula')}
      rows={[
        { label: say('worked.disk.model'), value: fileText(need.diskBytes - kept) },
        { label: say('worked.disk.kept'), value: fileText(kept) },
      ]}
      total={{ label: say('total'), value: fileText(need.diskBytes) }}
    />
  );
};
