import type { ComponentPropsWithRef } from 'react';

type Look = 'plain' | 'primary' | 'quiet' | 'link';

const LOOKS: Readonly<Record<Look, string>> = {
  plain: 'h-8 rounded-md border border-line-strong bg-raised px-2.5 hover:border-control-line',
  primary: 'h-8 rounded-md bg-accent-ground px-3 font-semibold text-on-accent hover:brightness-110',
  quiet: 'h-7 rounded-md px-1.5 text-dim hover:bg-sunken hover:text-text disabled:opacity-40',
  link: 'rounded-sm text-accent underline-offset-2 hover:underline',
};

export function Button({
  look = 'plain',
  className = '',
  ...props
}: ComponentPropsWithRef<'button'> & { readonly look?: Look }) {
  return (
    <button
      type="button"
      className={`inline-flex shrink-0 items-center gap-1.5 whitespace-nowrap ${LOOKS[look]} ${className}`}
      {...props}
    />
  );
}

/** A button that shows only a picture; `label` is its name and its tip. */
export function IconButton({
  label,
  ...props
}: ComponentPropsWithRef<'button'> & { readonly label: string }) {
  return <Button look="quiet" aria-label={label} title={label} {...props} />;
}
