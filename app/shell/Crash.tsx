import { Component, type ReactNode } from 'react';
import { en } from '../strings/en.ts';

/** Stands in for the page when drawing it fails: a fault of ours, said plainly. */
export class Crash extends Component<
  { readonly children: ReactNode },
  { readonly message: string | null }
> {
  override state: { readonly message: string | null } = { message: null };

  static getDerivedStateFromError(error: unknown) {
    return { message: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch() {
    document.documentElement.dataset.heartline = 'error';
  }

  override render() {
    if (this.state.message === null) return this.props.children;
    return (
      <main role="alert" className="grid h-full place-content-center gap-2 p-6">
        <h1 className="font-semibold text-[17px]">{en.error.crash}</h1>
        <p className="text-soft">{en.error.crashHint}</p>
        <p className="font-mono text-[12px] text-dim">{this.state.message}</p>
      </main>
    );
  }
}
