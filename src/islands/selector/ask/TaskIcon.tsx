import type { Task } from '../../../selector/selection.ts';

/** Line drawings on a field of 24 × 24, drawn in the colour of the text. */
const PATHS: Readonly<Record<Task, string>> = {
  // Speech bubble
  chat: 'M4 5h16v11h-9l-4.5 3.5V16H4z M8 9.5h8 M8 12.5h5',
  // Terminal with a prompt
  agent: 'M3.5 4.5h17v15h-17z M7 9l3 3-3 3 M12 15.5h5',
  // Picture with a hill and a sun
  image: 'M4 4.5h16v15H4z M4 16.5l5-5 4 4 2.5-2.5 4.5 4.5 M15.5 8.2v.1',
  // Microphone
  speech: 'M9.5 4.5h5v9h-5z M6.5 11.5v1.5a5.5 5.5 0 0 0 11 0v-1.5 M12 18.5v2.5',
  // A block with a small piece put beside it
  lora: 'M4 6h10v12H4z M17 9.5h3.5v5H17z M14 12h3',
  // A falling loss curve
  training: 'M4 4v16h16 M7 7c1.5 7.5 5 9.5 12.5 10',
  // Points around a magnifier
  embedding: 'M10.5 4.5a6 6 0 1 0 .1 0z M15 15l5 5 M8.5 10.5v.1 M12.5 10.5v.1 M10.5 8v.1 M10.5 13v.1',
  // Angle brackets
  apps: 'M8.5 7L3.5 12l5 5 M15.5 7l5 5-5 5 M13.5 5l-3 14',
};

export const TaskIcon = ({ task }: { task: Task }) => (
  <svg
    class="ask-task-icon"
    width="24"
    height="24"
    viewBox="0 0 24 24"
    fill="none"
    stroke="currentColor"
    stroke-width="1.6"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    <path d={PATHS[task]} />
  </svg>
);
