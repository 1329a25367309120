import type { StepView } from '../../../portability/words/view-types.ts';
import type { Words } from '../../../portability/words/words.ts';
import { PlacedDiff } from './Diff.tsx';

/** Names shown before the rest is counted. */
const SHOWN = 12;

const Items = ({ items }: { items: readonly string[] }) =>
  items.length === 0 ? null : (
    <ul class="report-items">
      {items.slice(0, SHOWN).map((item) => (
        <li key={item}>{item}</li>
      ))}
      {items.length > SHOWN && <li>+{items.length - SHOWN}</li>}
    </ul>
  );

const Step = ({ step, words }: { step: StepView; words: Words }) => (
  <li>
    <h4>{step.title}</h4>
    <p>{step.text}</p>
    <Items items={step.items} />
    {step.diffs.map((diff) => (
      <PlacedDiff key={`${diff.before} ${diff.after}`} diff={diff} words={words} />
    ))}
    {step.code !== null && (
      <pre class="report-command" tabIndex={0} role="group" aria-label={step.title}>
        <code>{step.code.text}</code>
      </pre>
    )}
    {step.links.length > 0 && (
      <p class="report-links">
        {step.links.map(({ text, href }) => (
          <a key={href} class="tool-link" href={href}>
            {text}
          </a>
        ))}
      </p>
    )}
  </li>
);

/** What to do, in order. */
export const Plan = ({ steps, words }: { steps: readonly StepView[]; words: Words }) =>
  steps.length === 0 ? null : (
    <section class="report-plan" aria-labelledby="report-plan">
      <h3 id="report-plan">{words.text('plan')}</h3>
      <ol>
        {steps.map((step) => (
          <Step key={step.title} step={step} words={words} />
        ))}
      </ol>
    </section>
  );
