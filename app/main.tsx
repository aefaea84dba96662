import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './shell/App.tsx';
import { Crash } from './shell/Crash.tsx';
import { createHeartline } from './store/heartline.ts';
import { HeartlineProvider } from './store/heartline-context.tsx';
import { lateEngine } from './store/late-engine.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

const heartline = createHeartline((listener) => {
  const arrival = import('./store/start-engine.ts').then(({ startEngine }) =>
    startEngine(listener),
  );
  arrival.catch((error: unknown) => {
    listener.onFailure(error instanceof Error ? error.message : String(error));
    listener.onState('error');
  });
  return lateEngine(arrival);
});
document.documentElement.dataset.theme = heartline.store.getState().theme;

createRoot(root).render(
  <StrictMode>
    <Crash>
      <HeartlineProvider heartline={heartline}>
        <App />
      </HeartlineProvider>
    </Crash>
  </StrictMode>,
);
