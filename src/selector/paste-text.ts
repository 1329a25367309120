/** A full report of system_profiler has some megabytes; what is looked for stands in its first half. */
const LONGEST = 2_000_000;

/** What people write themselves is short; only there a number is taken for what its surroundings say. */
const LONGEST_PROSE = 6000;

/** The answer is in a handful of lines; a text with thousands of them is no report of a Mac. */
const MOST_LINES = 2000;

const LONGEST_VALUE = 160;

const NOT_ASCII = /[^\x00-\x7f]/;

/** One spelling for what looks alike: full-width letters, digits and colons, half-width kana. */
export const unifyPaste = (text: string): string => {
  const cut = text.slice(0, LONGEST);
  // Compatibility forms of a few Arabic letters unfold into eighteen, hence the second cut.
  return (NOT_ASCII.test(cut) ? cut.normalize('NFKC') : cut).slice(0, LONGEST);
};

export const proseOf = (text: string): string => text.slice(0, LONGEST_PROSE);

/** What a line is about. */
export type Label = 'chip' | 'graphics' | 'memory' | 'memoryBytes' | 'cores' | 'cpuCores' | 'gpuCores' | 'model' | 'identifier' | 'virtual';

/**
 * How the programs of macOS call it: system_profiler (as text, JSON and XML), System Information and “About this Mac” in both languages,
 * sysctl. Where one label begins like another, the longer one stands first.
 */
const LABELS: readonly (readonly [string, Label])[] = [
  ['Chipset Model', 'graphics'],
  ['チップセットのモデル', 'graphics'],
  ['チップセットモデル', 'graphics'],
  ['sppci_model', 'graphics'],
  ['sppci_cores', 'gpuCores'],
  ['Chip', 'chip'],
  ['チップ', 'chip'],
  ['chip_type', 'chip'],
  ['machdep.cpu.brand_string', 'chip'],
  ['Processor Name', 'chip'],
  ['Processor', 'chip'],
  ['プロセッサ名', 'chip'],
  ['プロセッサ', 'chip'],
  ['cpu_type', 'chip'],
  ['Total Number of Cores', 'cores'],
  ['コアの総数', 'cores'],
  ['number_processors', 'cpuCores'],
  ['hw.physicalcpu', 'cpuCores'],
  ['hw.ncpu', 'cpuCores'],
  ['hw.memsize', 'memoryBytes'],
  ['Memory', 'memory'],
  ['メモリ', 'memory'],
  ['メモリー', 'memory'],
  ['physical_memory', 'memory'],
  ['Model Name', 'model'],
  ['機種名', 'model'],
  ['machine_name', 'model'],
  ['Model Identifier', 'identifier'],
  ['機種ID', 'identifier'],
  ['machine_model', 'identifier'],
  ['hw.model', 'identifier'],
  ['kern.hv_vmm_present', 'virtual'],
];

const LABEL_OF = new Map(LABELS.map(([text, label]) => [text.toLowerCase(), label]));

const alternatives = [...LABEL_OF.keys()].sort((a, b) => b.length - a.length).map((text) => text.replaceAll('.', '\\.'));

/**
 * A label at the start of a line, behind bullets, table bars, quotes or an XML tag, and not as the beginning of a longer word. What
 * separates it from its value may be a colon, an equals sign, a bar or nothing, and the value may stand on the next line. All repetitions
 * are bounded, so that the time grows with the text and not with its square.
 */
const LINE = new RegExp(
  String.raw`^[ \t\-*•|#>"'・]{0,40}(?:<key>)?(${alternatives.join('|')})(?![a-z_.ァ-ヺー一-龠ぁ-ん])[ \t]{0,20}(?:\([a-z ]{1,20}\))?["']?(?:</key>)?` +
    String.raw`[\s:=|*]{0,60}(?:<string>)?["']?([^\n\r]{0,${LONGEST_VALUE}})`,
  'gim',
);

export interface Line {
  readonly label: Label;
  readonly value: string;
}

/** The labelled lines of a text, in their order. */
export const labelledLines = (text: string): Line[] => {
  const lines: Line[] = [];
  for (const match of text.matchAll(LINE)) {
    const [, name = '', value = ''] = match;
    const label = LABEL_OF.get(name.toLowerCase());
    if (label !== undefined) lines.push({ label, value: value.trim() });
    if (lines.length === MOST_LINES) break;
  }
  return lines;
};

const BYTES_LINE = /^[ \t]{0,40}(\d{10,13})[ \t]{0,40}$/m;

/** The line of `sysctl -n hw.memsize`: a bare number of bytes. */
export const bareBytes = (text: string): string | null => BYTES_LINE.exec(text)?.[1] ?? null;
