import { FlaskConical, ShieldCheck, Upload } from 'lucide-react';
import { UnrecognisedList } from '../panels/UnrecognisedList.tsx';
import { useFormats } from '../panels/use-formats.ts';
import { useActions, useApp } from '../store/heartline-context.tsx';
import { useStrings } from '../strings/strings-context.ts';
import { Button } from './Button.tsx';
import { useSample } from './use-sample.ts';

/** The page before any log: what to drop, how to get it, and that it stays here. Also what is shown when nothing could be read. */
export function EmptyPage() {
  const strings = useStrings();
  const { closeIncident } = useActions();
  const openSample = useSample();
  const formats = useFormats();
  const failed = useApp((state) => state.pageState === 'error');
  const words = strings.empty;
  return (
    <main className="min-h-0 grow overflow-y-auto px-5 py-8">
      <div className="mx-auto grid max-w-[920px] gap-7">
        {failed && (
          <section role="alert" className="grid gap-3">
            <h2 className="font-semibold text-[17px]">{strings.error.title}</h2>
            <p className="text-soft">{strings.error.hint}</p>
            <UnrecognisedList />
            <p>
              <Button onClick={closeIncident}>{strings.error.startAgain}</Button>
            </p>
          </section>
        )}
        <section className="grid justify-items-center gap-4 rounded-xl border-2 border-line-strong border-dashed bg-panel px-6 py-12 text-center">
          <Upload aria-hidden className="size-8 text-accent" strokeWidth={1.6} />
          <h2 className="font-semibold text-[22px]">{words.title}</h2>
          <p className="max-w-[62ch] text-[14px] text-soft">{words.lead}</p>
          <p className="text-dim">{words.dropHere}</p>
          <div className="grid justify-items-center gap-2 pt-2">
            <Button look="primary" onClick={openSample}>
              <FlaskConical aria-hidden className="size-4" />
              {words.sample}
            </Button>
            <p className="max-w-[62ch] text-dim">{words.sampleNote}</p>
          </div>
        </section>
        <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
          <section className="grid content-start gap-2.5">
            <h3 className="font-semibold text-[14px]">{words.collectTitle}</h3>
            <ul className="grid gap-2.5 text-soft">
              {words.collect.map(({ what, command }) => (
                <li key={what} className="grid gap-1">
                  {what}
                  {command !== null && (
                    <code className="select-all rounded-md border border-line bg-sunken px-2.5 py-1.5 font-mono text-[12px] text-text">
                      {command}
                    </code>
                  )}
                </li>
              ))}
            </ul>
          </section>
          <div className="grid content-start gap-6">
            <section className="grid content-start gap-2.5">
              <h3 className="font-semibold text-[14px]">{words.readsTitle}</h3>
              <dl className="grid gap-2">
                {formats.map(({ id, title, versions }) => (
                  <div key={id}>
                    <dt>{title}</dt>
                    <dd className="text-dim">{versions}</dd>
                  </div>
                ))}
              </dl>
            </section>
            <section className="grid content-start gap-2.5">
              <h3 className="flex items-center gap-2 font-semibold text-[14px]">
                <ShieldCheck aria-hidden className="size-4 text-good" />
                {words.privateTitle}
              </h3>
              <p className="text-soft">{words.private}</p>
            </section>
          </div>
        </div>
      </div>
    </main>
  );
}
