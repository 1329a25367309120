import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findFact } from '../../../src/facts/find.ts';
import { loadFacts } from '../../../src/facts/registry.ts';
import { t } from '../../../src/i18n/ui.ts';
import { areaOf } from '../../../src/operators/areas.ts';
import { shortDtypes } from '../../../src/operators/dtypes.ts';
import { downloadOf } from '../../../src/operators/download.ts';
import { printTables } from '../../../src/operators/print.ts';
import { countWays, wayOf } from '../../../src/operators/way.ts';
import { DTYPES, operatorTableSchema } from '../../../src/schemas/operator-table.ts';

const { operatorTables } = loadFacts();
const [table] = operatorTables;
if (table === undefined) throw new Error('no table');
const { operators } = table;
const find = (name: string) => operators.find((operator) => operator.name === name);

describe('the table of operators', () => {
  it('says what the claims say', () => {
    const { native, composite, fallback, none } = countWays(operators);
    const onCuda = operators.filter(({ cuda }) => cuda !== 'none');
    const onBoth = onCuda.filter(({ mps }) => mps !== 'none');
    const claims = {
      'mps-ops-public': operators.length,
      'mps-ops-native': native,
      'mps-ops-composed': composite,
      'mps-ops-missing': fallback + none,
      'mps-ops-cpu-fallback': fallback,
    };
    for (const [id, value] of Object.entries(claims)) expect({ id, value: findFact(`claims/${id}`).value }).toEqual({ id, value });
    const { ja, en } = findFact('claims/mps-op-coverage').text;
    for (const figure of [onCuda.length, onBoth.length, `${((onBoth.length / onCuda.length) * 100).toFixed(1)}%`]) {
      expect(ja).toContain(`${figure}`);
      expect(en.replace(' %', '%')).toContain(`${figure}`);
    }
  });

  it('is named with its version and size where words cannot be computed', () => {
    for (const locale of ['ja', 'en'] as const) {
      expect(t(locale, 'operators.description')).toContain(table.version);
      expect(t(locale, 'operators.description')).toContain(`${operators.length}`);
    }
  });

  it('knows what others found out the hard way', () => {
    expect(
      ['linalg_eig', 'take', 'mode', 'rrelu', 'float_power', 'adaptive_avg_pool3d', 'record_stream'].map((name) => [
        name,
        wayOf(find(name) ?? { mps: 'native' }),
      ]),
    ).toEqual([
      ['linalg_eig', 'fallback'],
      ['take', 'fallback'],
      ['mode', 'fallback'],
      ['rrelu', 'fallback'],
      ['float_power', 'fallback'],
      ['adaptive_avg_pool3d', 'fallback'],
      ['record_stream', 'none'],
    ]);
    expect(find('rrelu')?.modules).toEqual(['torch.nn.RReLU']);
    expect(operators.flatMap(({ modules }) => modules ?? [])).toHaveLength(8);
  });

  it('says of every operator that does not run what to do', () => {
    expect(operators.filter(({ mps, note }) => mps === 'none' && note === undefined)).toEqual([]);
    expect(operators.filter(({ missingOverloads, note }) => missingOverloads !== undefined && note === undefined)).toEqual([]);
  });

  it('advises only what runs', () => {
    const runs = (name: string) =>
      operators.some((operator) => (operator.name === name || operator.python.some((one) => one.endsWith(`.${name}`))) && operator.mps !== 'none');
    for (const { name, mps, note } of operators) {
      if (mps !== 'none' || note === undefined) continue;
      const advised = note.en.replace(/It calls \w+/, '').match(/\btorch\.[\w.]*\w|\b[a-z]+(?:_[a-z\d]+)+\b/g) ?? [];
      for (const one of advised) expect({ name, one, runs: runs(one.replace(/^torch\.(?:linalg\.)?/, '')) }).toEqual({ name, one, runs: true });
    }
  });

  it('finds a place for every operator, and no name in Python stands for two', () => {
    expect(operators.map(areaOf)).toHaveLength(operators.length);
    const names = operators.flatMap(({ python }) => python);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('stands in its file as the command writes it', () => {
    expect(readFileSync('content/facts/operator-tables.json', 'utf8')).toBe(printTables(operatorTables));
  });

  it('refuses what cannot be', () => {
    const [first, second] = operators;
    const problems = (changed: object) => operatorTableSchema.safeParse({ ...table, ...changed }).error?.issues.map(({ message }) => message);
    expect(problems({})).toBeUndefined();
    expect(problems({ operators: [second, first] })?.[0]).toContain('expected the order of names');
    expect(problems({ operators: [first, first] })?.[0]).toContain('stands twice');
    expect(problems({ operators: [{ ...first, cpuFallback: true }] })?.[0]).toContain('only what has no kernel falls back');
    expect(problems({ operators: [{ ...first, mps: 'none' }] })?.[0]).toContain('falls back');
    expect(problems({ id: 'torch-1.0.0' })?.[0]).toBe('expected torch-2.14.1');
  });
});

describe('what the table is made into', () => {
  it('is JSON with every operator and the way it takes', () => {
    const data = JSON.parse(downloadOf(table)) as Record<string, unknown> & { operators: { name: string; way: string }[] };
    expect(data).toMatchObject({ version: table.version, commit: table.commit, date: table.date, counts: { total: operators.length } });
    expect(data.operators.map(({ name }) => name)).toEqual(operators.map(({ name }) => name));
    expect(data.operators.find(({ name }) => name === 'take')?.way).toBe('fallback');
  });

  it('writes dtypes in few words', () => {
    expect(shortDtypes(DTYPES)).toBeUndefined();
    expect(shortDtypes(['f32', 'i64', 'i32', 'i16', 'i8', 'u8', 'bool'])).toEqual(['f32', 'int', 'bool']);
    expect(shortDtypes(['i64', 'i32'])).toEqual(['i64', 'i32']);
    expect(shortDtypes([])).toEqual([]);
  });
});
