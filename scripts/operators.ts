import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { loadFacts } from '../src/facts/registry.ts';
import { readNativeFunctions } from '../src/operators/native-functions.ts';
import { printTables } from '../src/operators/print.ts';
import { countOperators, rebuild } from '../src/operators/rebuild.ts';
import { countWays } from '../src/operators/way.ts';
import { operatorTableSchema, type OperatorTable } from '../src/schemas/operator-table.ts';

const HELP = `npm run operators -- native_functions.yaml [options]

Rebuilds the kernels in content/facts/operator-tables.json from PyTorch's own list of functions
(aten/src/ATen/native/native_functions.yaml, or torchgen/packaged/ATen/native/ in an installed torch), and prints what is new, gone or changed.
What the file cannot say is kept: dtypes of tests, limits, notes, modules. Look through it after a new version.

  --version 2.15.0  --commit <40 digits>  --date 2026-12-01
              the version the file belongs to; all three, or none for the version the table has
  --dry-run   print the differences and write nothing
`;

const FILE = new URL('../content/facts/operator-tables.json', import.meta.url);

class UsageError extends Error {}

const readOptions = () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      version: { type: 'string' },
      commit: { type: 'string' },
      date: { type: 'string' },
      'dry-run': { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [file, ...more] = positionals;
  if (values.help === true) return undefined;
  if (file === undefined || more.length > 0) throw new UsageError('expected one file');
  const { version, commit, date } = values;
  if (version === undefined && commit === undefined && date === undefined) return { file, dryRun: values['dry-run'] ?? false };
  if (version === undefined || commit === undefined || date === undefined) throw new UsageError('--version, --commit and --date belong together');
  return { file, dryRun: values['dry-run'] ?? false, release: { version, commit, date } };
};

/** The head of the table for another version: its files are the same at another commit. Other sources, such as issues, stay. */
const ofRelease = (table: OperatorTable, release: { readonly version: string; readonly commit: string; readonly date: string }): OperatorTable => ({
  ...table,
  ...release,
  id: `torch-${release.version}`,
  sources: table.sources.map((source) =>
    source.url.includes(table.commit)
      ? { ...source, url: source.url.replace(table.commit, release.commit), title: source.title.replace(table.version, release.version), asOf: release.date }
      : source,
  ),
  verified: new Date().toISOString().slice(0, 10),
});

const print = (title: string, lines: readonly string[]): void => {
  console.log(`${title}: ${lines.length === 0 ? 'none' : lines.length}`);
  for (const line of lines) console.log(`  ${line}`);
};

const main = (): void => {
  const options = readOptions();
  if (options === undefined) return console.log(HELP);
  const [table] = loadFacts().operatorTables;
  if (table === undefined) throw new Error('content/facts/operator-tables.json holds no table');
  const counted = countOperators(readNativeFunctions(parse(readFileSync(options.file, 'utf8'))));
  const { operators, differences } = rebuild(table.operators, counted);
  print('new', differences.added);
  print('gone', differences.gone);
  print('changed', differences.changed);
  const { native, composite, fallback, none } = countWays(operators);
  console.log(
    `${operators.length} operators: ${native} native, ${composite} composite, ${fallback + none} missing (${fallback} of them with a fallback to the CPU)`,
  );
  if (options.dryRun) return;
  const next = operatorTableSchema.parse({ ...(options.release ? ofRelease(table, options.release) : table), operators });
  writeFileSync(FILE, printTables([next]));
  console.log('written to content/facts/operator-tables.json; the claims in content/facts/claims/mps-operators.json must say the same');
};

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof UsageError || (error instanceof TypeError && 'code' in error)) console.error(`\n${HELP}`);
  process.exitCode = 1;
}
