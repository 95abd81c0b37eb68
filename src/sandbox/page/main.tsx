import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import '@fontsource/noto-color-emoji/400.css';
import './styles/base.css';
import './styles/frame.css';
import './styles/chat.css';
import './styles/blocks.css';
import './styles/dialogs.css';
import './styles/phone.css';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has lost its #root.');
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
