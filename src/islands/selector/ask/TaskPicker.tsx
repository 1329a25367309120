import { TASKS, type Task } from '../../../selector/selection.ts';
import { TaskIcon } from './TaskIcon.tsx';
import { say, type ToolText } from '../text.ts';

interface Props {
  value: Task;
  text: ToolText;
  onChange: (task: Task) => void;
}

/** What the Mac is for, as cards. Native radio buttons: the arrow keys move, a screen reader counts, a submit carries the choice. */
export const TaskPicker = ({ value, text, onChange }: Props) => (
  <fieldset class="ask-tasks">
    <legend>{say(text, 'ask.task')}</legend>
    <div class="ask-task-cards">
      {TASKS.map((task) => (
        <label key={task} class="ask-task">
          <input
            type="radio"
            name="task"
            value={task}
            checked={task === value}
            aria-labelledby={`ask-task-${task}`}
            aria-describedby={`ask-task-${task}-means`}
            onChange={() => onChange(task)}
          />
          <TaskIcon task={task} />
          <span class="ask-task-name" id={`ask-task-${task}`}>
            {say(text, `ask.task.${task}`)}
          </span>
          <span class="ask-task-means" id={`ask-task-${task}-means`}>
            {say(text, `ask.task.${task}.means`)}
          </span>
        </label>
      ))}
    </div>
  </fieldset>
);
