import './styles.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id "root"');

createRoot(root).render(
  <StrictMode>
    <main className="p-6">
      <h1 className="text-xl font-semibold">Heartline {__HEARTLINE_VERSION__}</h1>
    </main>
  </StrictMode>,
);
