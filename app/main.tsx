import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createEngine } from '../src/worker/client.ts';
import HeartlineWorker from '../src/worker/entry.ts?worker&inline';
import { App } from './shell/App.tsx';
import { Crash } from './shell/Crash.tsx';
import { createHeartline } from './store/heartline.ts';
import { HeartlineProvider } from './store/heartline-context.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

/** One scanner for each core, the page's own left free; more than a few only wait for the disk. */
const scanners = Math.min(4, Math.max(2, navigator.hardwareConcurrency - 1));
const heartline = createHeartline((listener) =>
  createEngine(listener, () => new HeartlineWorker(), scanners),
);
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
