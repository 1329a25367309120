import { useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { DEFAULT_STATE, formatQuery, offered, parseQuery, type Catalog } from '../../advisor/query.ts';
import { answer, type Verdict } from '../../advisor/select.ts';
import { Breakdown } from './Breakdown.tsx';
import { ContextInput } from './ContextInput.tsx';
import { CopyLink } from './CopyLink.tsx';
import { useAddress, useAnnouncement } from './effects.ts';
import { Field } from './Field.tsx';
import { gibNeeded, integer } from './format.ts';
import { MemoryBar } from './MemoryBar.tsx';
import { ModelSelect } from './ModelSelect.tsx';
import { Notices } from './Notices.tsx';
import type { SelectorData, SelectorProps } from './props.ts';
import { QuantSelect } from './QuantSelect.tsx';
import { SizeList } from './SizeList.tsx';
import { initialState, selectorReducer } from './state.ts';
import { StatusBadge } from './StatusBadge.tsx';
import { fill, type SelectorText } from './text.ts';

const sentenceOf = ({ status, memoryGB, comfortableGB }: Verdict, text: SelectorText): string => {
  const key = status === 'fits' && comfortableGB === null ? 'verdict.fits-only' : (`verdict.${status}` as const);
  return fill(text[key], { gb: memoryGB ?? '', comfortable: comfortableGB ?? '' });
};

const ERAS = ['current', 'legacy'] as const;

/** Which Mac does this model need? The server renders the answer for `start`; the query string takes over after hydration. */
export const SpecSelector = ({ data: json, text, start, path }: SelectorProps) => {
  const data = useMemo(() => JSON.parse(json) as SelectorData, [json]);
  const catalog = useMemo((): Catalog => ({ ...data, defaults: DEFAULT_STATE }), [data]);
  const [{ selection, ignored, shortened, touched }, dispatch] = useReducer(
    useMemo(() => selectorReducer(catalog), [catalog]),
    initialState(start),
  );
  const [ready, setReady] = useState(false);
  useEffect(() => {
    dispatch({ type: 'restore', parsed: parseQuery(location.search, catalog, start) });
    setReady(true);
  }, []);

  const address = `${path}?${formatQuery(selection)}`;
  useAddress(address, touched);

  const model = data.models.find(({ id }) => id === selection.model);
  const quantization = data.quantizations.find(({ id }) => id === selection.quant);
  const result = useMemo(
    () =>
      model &&
      quantization &&
      answer({
        model,
        quantization,
        known: data.quantizations,
        contextTokens: selection.contextTokens,
        macos: selection.macos,
        gpuLimits: data.gpuLimits,
        macsWith: (memoryGB) => data.macs[memoryGB] ?? [],
      }),
    [selection, data],
  );
  const need = fill(text['verdict.need'], {
    model: model?.name ?? '',
    quant: quantization?.label ?? '',
    tokens: integer(selection.contextTokens),
    need: result ? gibNeeded(result.need.totalBytes) : '',
  });
  const sentence = result ? sentenceOf(result.verdict, text) : '';
  const announced = useAnnouncement(`${need} ${sentence}`, touched);
  // A selection names a model and a quantization of the lists, so this is only for the compiler.
  if (!model || !quantization || !result) return null;

  const { verdict, sizes } = result;
  const shown = sizes.find(({ memoryGB }) => memoryGB === verdict.memoryGB) ?? sizes.findLast(({ onSale }) => onSale) ?? sizes.at(-1);
  return (
    <div class="selector">
      <div class="selector-form" role="group" aria-label={text.form} data-pagefind-ignore>
        <Field id="selector-model" label={text.model}>
          <ModelSelect id="selector-model" models={data.models} value={model.id} text={text} onChange={(id) => dispatch({ type: 'model', id })} />
          {model.note && <small>{model.note}</small>}
        </Field>
        <Field id="selector-quant" label={text.quant}>
          <QuantSelect
            id="selector-quant"
            quantizations={offered(model, data.quantizations, quantization.id)}
            value={quantization.id}
            text={text}
            onChange={(id) => dispatch({ type: 'quant', id })}
          />
          <small id="selector-quant-note">{quantization.note}</small>
        </Field>
        <Field id="selector-context" label={text.context}>
          <ContextInput
            id="selector-context"
            value={selection.contextTokens}
            contextMax={model.contextMax}
            text={text}
            onChange={(tokens) => dispatch({ type: 'context', tokens })}
          />
        </Field>
        <fieldset class="selector-field">
          <legend>{text.macos}</legend>
          {ERAS.map((era) => (
            <label key={era} class="selector-choice">
              <input type="radio" name="selector-macos" checked={selection.macos === era} onChange={() => dispatch({ type: 'macos', era })} />
              {text[`macos.${era}`]}
            </label>
          ))}
        </fieldset>
      </div>

      <Notices
        ignored={ignored}
        shortened={shortened ? fill(text.shortened, { model: model.name, tokens: integer(model.contextMax) }) : undefined}
        text={text}
      />

      <section class="selector-answer" aria-labelledby="selector-answer">
        <h2 id="selector-answer">{text.answer}</h2>
        <div class={`selector-verdict status-${verdict.status}`}>
          <StatusBadge status={verdict.status} text={text} />
          <p>
            {need} <strong>{sentence}</strong>
          </p>
        </div>
        <p class="visually-hidden" aria-live="polite">
          {announced}
        </p>
        <CopyLink path={address} ready={ready} text={text} />
      </section>

      <section class="selector-memory" aria-labelledby="selector-bar">
        <h2 id="selector-bar">
          {text.bar}
          {shown && <small>{fill(text['bar.on'], { gb: shown.memoryGB })}</small>}
        </h2>
        {shown && <MemoryBar need={result.need} budget={shown.budget} text={text} />}
        <Breakdown need={result.need} text={text} />
        <p class="selector-units">{text.units}</p>
      </section>

      <section class="selector-all" aria-labelledby="selector-sizes">
        <h2 id="selector-sizes">{text.sizes}</h2>
        <SizeList sizes={sizes} verdict={verdict} needBytes={result.need.totalBytes} text={text} />
      </section>
    </div>
  );
};
