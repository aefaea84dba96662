import { type FormEvent, useId, useState } from 'react';
import { Button } from '../shell/Button.tsx';

/** One line of text and a button. `check` says what is wrong with a text, or null. */
export function TextEditor(props: {
  readonly label: string;
  readonly action: string;
  readonly start: string;
  readonly placeholder?: string;
  readonly suggestions?: readonly string[];
  check(text: string): string | null;
  onText(text: string): void;
}) {
  const [text, setText] = useState(props.start);
  const [bad, setBad] = useState<string | null>(null);
  const id = useId();

  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const fault = props.check(text.trim());
    setBad(fault);
    if (fault === null) props.onText(text.trim());
  };
  return (
    <form onSubmit={onSubmit} className="grid gap-1">
      <label htmlFor={id} className="sr-only">
        {props.label}
      </label>
      <div className="flex gap-1.5">
        <input
          id={id}
          value={text}
          list={`${id}-list`}
          placeholder={props.placeholder}
          aria-invalid={bad !== null}
          aria-describedby={bad === null ? undefined : `${id}-bad`}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          className="h-8 w-full min-w-0 rounded-md border border-control-line bg-sunken px-2 placeholder:text-dim"
        />
        <Button type="submit">{props.action}</Button>
      </div>
      <datalist id={`${id}-list`}>
        {props.suggestions?.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
      {bad !== null && (
        <p id={`${id}-bad`} role="alert" className="text-error">
          {bad}
        </p>
      )}
    </form>
  );
}
