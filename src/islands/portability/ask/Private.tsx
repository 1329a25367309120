import type { Say } from '../text.ts';

const PROOFS = ['policy', 'worker', 'offline', 'tools'] as const;

/** That nothing leaves the page, and how a reader can see it. */
export const Private = ({ say }: { say: Say }) => (
  <div class="checker-private">
    <p>{say('private')}</p>
    <details>
      <summary>{say('private.how')}</summary>
      <ul>
        {PROOFS.map((proof) => (
          <li key={proof}>{say(`private.${proof}`)}</li>
        ))}
      </ul>
    </details>
  </div>
);
